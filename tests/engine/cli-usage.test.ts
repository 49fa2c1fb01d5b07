import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { Filing } from '../../rules/schema.ts'
import { beiqi, type Ended, ended, filesIn, start, workFolder, writeJson, zhangSan } from './cli.ts'

const today = ['--on', '2026-12-01']
let cwd: string

beforeAll(async () => {
  cwd = await workFolder('usage')
  await writeJson(join(cwd, 'filing.json'), zhangSan)
})

function expectOneLine(result: Ended, code: number, ...parts: string[]) {
  expect(result).toMatchObject({ code, stdout: '' })
  expect(result.stderr.trimEnd().split('\n')).toHaveLength(1)
  for (const part of parts) expect(result.stderr).toContain(part)
}

describe('words that are not a command', () => {
  test.each([
    { words: '', says: '--help' },
    { words: 'checklst filing.json', says: 'checklist' },
    { words: 'checklist', says: 'FILING' },
    { words: 'checklist filing.json other.json', says: '参数太多' },
    { words: 'checklist filing.json --jsn', says: '--json' },
    { words: 'checklist filing.json --on 2026-02-30', says: '日历上存在的日期' },
    { words: 'checklist filing.json --on tomorrow', says: 'YYYY-MM-DD' },
    { words: 'checklist filing.json --lang fr', says: 'zh en' },
    { words: 'checklist filing.json --lang en --on 2026-2-3', says: 'expected a date as YYYY-MM-DD' },
    { words: 'inspect a.jpg --as id-card', says: 'subject-responsible-id' },
    { words: 'straighten a.jpg', says: '--out' },
    { words: 'straighten a.jpg --out b.png', says: '.jpg' },
    { words: 'straighten a.jpg --out b.jpg --corners 1,2,3,4,5,6,7', says: '8 个数' },
    { words: 'straighten a.jpg --out b.jpg --aspect card', says: 'id-1' },
    { words: 'stitch a.jpg --out b.jpg --width 0', says: '1 到 20000' },
    { words: 'stitch a.jpg --out b.jpg --max-bytes 2MB', says: '整数' },
    { words: 'stitch a.jpg --out b.jpg --min-bytes 20 --max-bytes 10', says: '--min-bytes' },
    { words: 'stitch a.jpg --out b.jpg --layout pile', says: 'column row grid a4' },
    { words: 'schema person', says: 'filing' },
  ])('$words', async ({ words, says }) => {
    const before = await filesIn(cwd)
    expectOneLine(await beiqi(words.split(' ').filter(Boolean), { cwd }), 2, says, '[input.usage]')
    expect(await filesIn(cwd)).toEqual(before)
  })
})

test('help names every command in Chinese, and in English when asked', async () => {
  const chinese = await beiqi(['--help'], { cwd })
  const english = await beiqi(['stitch', '--help', '--lang', 'en'], { cwd })
  expect(chinese).toMatchObject({ code: 0, stderr: '' })
  for (const name of 'checklist inspect straighten stitch fill package clients schema doctor'.split(' ')) {
    expect(chinese.stdout).toMatch(new RegExp(`^  ${name} .*[\\u4e00-\\u9fff]`, 'm'))
  }
  expect(chinese.stdout).toContain('退出码')
  expect(english.stdout).toContain('--max-bytes')
  expect(english.stdout).not.toMatch(/[\u4e00-\u9fff]/)
})

test('the version is that of the program', async () => {
  const { version } = JSON.parse(await readFile(join(import.meta.dirname, '../../package.json'), 'utf8'))
  expect(await beiqi(['--version'], { cwd })).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
})

test('the schema of a filing has the keys that the program reads', async () => {
  const { code, stdout } = await beiqi(['schema', 'filing', '--json'], { cwd })
  const schema = JSON.parse(stdout)
  expect(code).toBe(0)
  expect(Object.keys(schema.properties)).toEqual(Object.keys(Filing.shape))
  expect(schema.additionalProperties).toBe(false)
})

test('a reader that leaves early is no crash', async () => {
  const child = start(['schema', 'filing'], { cwd })
  child.stdout.destroy()
  expect(await ended(child)).toMatchObject({ code: 0, stderr: '' })
})

test('paths are relative to the folder that the person typed in, which npm tells', async () => {
  const elsewhere = { cwd: join(cwd, '..'), env: { INIT_CWD: cwd, npm_lifecycle_event: 'beiqi' } }
  expectOneLine(await beiqi(['checklist', 'no.json', ...today], elsewhere), 2, 'no.json', '[file.missing]')
  expect(await beiqi(['checklist', 'filing.json', ...today], elsewhere)).toMatchObject({ code: 0, stderr: '' })
})

test('doctor finds every part at work and leaves nothing in the data folder', async () => {
  const result = await beiqi(['doctor', '--data', 'not/yet', '--json', '--strict'], { cwd })
  const { ok, checks } = JSON.parse(result.stdout)
  expect({ code: result.code, ok }).toEqual({ code: 0, ok: true })
  expect(checks.map((check: { name: string }) => check.name)).toEqual([
    'node',
    'sharp',
    'opencv',
    'sqlite',
    'pdfium',
    'heic',
    'font',
    'reading',
    'rules',
    'data',
  ])
  expect(await filesIn(cwd)).toEqual(['filing.json'])
})

test('doctor says what to do about a data folder that cannot be written', async () => {
  const result = await beiqi(['doctor', '--data', 'filing.json/data', '--strict', '--lang', 'en'], { cwd })
  expect(result.code).toBe(1)
  expect(result.stdout).toMatch(/FAIL {2}data folder writable.*\n +→ check disk space/)
})
