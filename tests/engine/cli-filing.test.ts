import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { calls } from '../../preload/contract.ts'
import { beiqi, workFolder, writeJson, zhangSan } from './cli.ts'

const today = ['--on', '2026-12-01']
let cwd: string

beforeAll(async () => {
  cwd = await workFolder('filing')
})

const answer = calls['file/checklist'].output
const format = 'beiqi-filing/1'
const [service] = zhangSan.services

describe('a filing that is not as expected is named: file, path in it, expectation', () => {
  test.each([
    { what: 'no object', filing: [], says: ['最外层', '对象'] },
    { what: 'no format', filing: {}, says: ['format', '缺少', 'beiqi-filing/1'] },
    { what: 'unknown key', filing: { format, provnce: '11' }, says: ['provnce', '没有这个键', 'province'] },
    {
      what: 'unknown key deep inside',
      filing: { format, services: [service, { domains: [{ name: 'a.cn', expire: '2026-01-01' }] }] },
      says: ['services[1].domains[0].expire', 'expires'],
    },
    {
      what: 'unknown material',
      filing: { format, materials: { 'id-card': ['a.jpg'] } },
      says: ['materials.id-card', 'subject-responsible-id'],
    },
    { what: 'a key that is no name', filing: { format, 'a b': 1 }, says: ['["a b"]'] },
    {
      what: 'date written otherwise',
      filing: { format, subject: { certificate: { validUntil: '2030/1/1' } } },
      says: ['subject.certificate.validUntil', 'YYYY-MM-DD'],
    },
    {
      what: 'day that does not exist',
      filing: { format, services: [{ domains: [{ name: 'a.cn', expires: '2027-02-29' }] }] },
      says: ['services[0].domains[0].expires', '日历上存在的日期'],
    },
    {
      what: 'word not in the list',
      filing: { format, filingType: 'renew' },
      says: ['filingType', '"first"', '"cancel"'],
    },
    { what: 'province by name', filing: { format, province: '北京' }, says: ['province', '"44"'] },
    {
      what: 'negative months',
      filing: { format, services: [{ server: { periodMonths: -1 } }] },
      says: ['services[0].server.periodMonths', '至少 0'],
    },
    { what: 'half a month', filing: { format, services: [{ server: { periodMonths: 1.5 } }] }, says: ['整数', '1.5'] },
    {
      what: 'number in quotes',
      filing: { format, services: [{ server: { orderAmountCny: '199' } }] },
      says: ['数字（不带引号）', '"199"'],
    },
    { what: 'yes for true', filing: { format, paperForm: 'yes' }, says: ['true 或 false'] },
    {
      what: 'neither word nor person',
      filing: { format, services: [{ responsiblePerson: 'me' }] },
      says: ['services[0].responsiblePerson', '"subject"', '对象'],
    },
    {
      what: 'adjustment out of range',
      filing: {
        format,
        materials: { 'phone-bill': [{ file: 'a.jpg', adjustments: [{ kind: 'rotate', degrees: 400 }] }] },
      },
      says: ['materials.phone-bill[0].adjustments[0].degrees', '360'],
    },
    {
      what: 'retouching',
      filing: { format, materials: { 'phone-bill': [{ file: 'a.jpg', adjustments: [{ kind: 'erase' }] }] } },
      says: ['adjustments[0].kind', '"rotate"'],
    },
    { what: 'several', filing: { format, province: '1', filingType: 'x' }, says: ['province', '另有 1 处'] },
  ])('$what', async ({ filing, says }) => {
    await writeJson(join(cwd, 'bad.json'), filing)
    const result = await beiqi(['checklist', 'bad.json', '--json', ...today], { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1)
    for (const part of ['bad.json：', ...says, '[input.invalid]']) expect(result.stderr).toContain(part)
  })
})

describe('a file that is no filing at all', () => {
  const gbk = new Uint8Array([0x7b, 0x22, 0xd0, 0xd5, 0xc3, 0xfb, 0x22, 0x3a, 0x31, 0x7d])
  test.each([
    { what: 'empty', bytes: '', says: ['input.not-json', 'the file is empty'] },
    { what: 'comma too many', bytes: '{\n  "a": 1,\n}', says: ['input.not-json', 'line 3, column 1'] },
    { what: 'unknown word', bytes: '{"a": tru}', says: ['input.not-json', 'line 1, column 7'] },
    { what: 'comment', bytes: '{\n  // note\n}', says: ['line 2, column 3', 'no comments'] },
    { what: 'full-width colon', bytes: '{"a"：1}', says: ['column 5', 'full-width'] },
    { what: 'line break in a text', bytes: '{"a": "x\ny"}', says: ['line 1, column 9', 'line break'] },
    { what: 'cut off', bytes: '{"a": [1, {"b": "x', says: ['cut off'] },
    { what: 'more after the end', bytes: '{} {}', says: ['column 4', 'should end'] },
    {
      what: 'deep nesting',
      bytes: '['.repeat(1_000_000) + ']'.repeat(1_000_000),
      says: ['input.invalid', 'an object'],
    },
    { what: 'GBK', bytes: gbk, says: ['input.not-utf8'] },
    { what: 'UTF-16', bytes: Buffer.from('{}', 'utf16le'), says: ['input.not-utf8'] },
    { what: 'too large', bytes: ' '.repeat(5 * 1024 * 1024 + 1), says: ['file.too-large', '5 MB'] },
  ])('$what', async ({ bytes, says }) => {
    await writeFile(join(cwd, 'not.json'), bytes)
    const result = await beiqi(['checklist', 'not.json', '--lang', 'en', ...today], { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr.trimEnd().split('\n')).toHaveLength(1)
    for (const part of ['not.json', ...says]) expect(result.stderr).toContain(part)
  })

  test.each([
    { file: 'nowhere.json', code: 'file.missing' },
    { file: 'folder', code: 'file.not-a-file' },
    { file: '/dev/zero', code: 'file.not-a-file' },
  ])('$file', async ({ file, code }) => {
    await mkdir(join(cwd, 'folder'), { recursive: true })
    const result = await beiqi(['checklist', file], { cwd })
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toContain(`[${code}]`)
  })
})

describe('checklist', () => {
  beforeAll(() => writeFile(join(cwd, 'good.json'), `\ufeff${JSON.stringify(zhangSan)}`))

  test('prints the answer of the rules and nothing else, for the day that was given', async () => {
    const { code, stdout, stderr } = await beiqi(['checklist', 'good.json', '--json', ...today], { cwd })
    const list = answer.parse(JSON.parse(stdout))
    expect({ code, stderr, asOf: list.asOf }).toEqual({ code: 0, stderr: '', asOf: '2026-12-01' })
    expect(list.items.map((item) => item.material)).toContain('subject-responsible-id')
  })

  test('tells a person every item with its reason and who says so, in both languages', async () => {
    const json = await beiqi(['checklist', 'good.json', '--json', ...today], { cwd })
    const { items, findings } = answer.parse(JSON.parse(json.stdout))
    for (const language of ['zh', 'en'] as const) {
      const { stdout } = await beiqi(['checklist', 'good.json', '--lang', language, ...today], { cwd })
      for (const item of items) {
        for (const part of [item.title[language], item.because[0]?.[language], item.because[0]?.sources[0]?.vintage]) {
          expect(stdout).toContain(part)
        }
      }
      for (const finding of findings) expect(stdout).toContain(finding.fix[language])
    }
  })

  test('a domain that ended yesterday blocks: --strict says it in the exit code', async () => {
    const expired = {
      ...zhangSan,
      services: [{ ...service, domains: [{ ...service?.domains[0], expires: '2026-11-30' }] }],
    }
    await writeJson(join(cwd, 'expired.json'), expired)
    const words = ['checklist', 'expired.json', '--json', ...today]
    const lax = await beiqi(words, { cwd })
    const strict = await beiqi([...words, '--strict'], { cwd })
    expect([lax.code, strict.code]).toEqual([0, 1])
    expect(strict.stdout).toBe(lax.stdout)
    expect(answer.parse(JSON.parse(strict.stdout)).findings).toContainEqual(
      expect.objectContaining({ code: 'domain.expired', severity: 'blocker', at: 'services[0].domains[0].expires' }),
    )
  })

  test('what a terminal would obey is shown, not obeyed', async () => {
    const { stderr } = await beiqi(['checklist', 'a\u001b[2J\u202e\nb.json'], { cwd })
    expect(stderr).toMatch(/^找不到文件 a\ufffd\[2J\ufffd b\.json/)
  })
})
