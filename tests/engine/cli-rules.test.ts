/** Rule packs from the outside: made, refused whole, taken, and taken back. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openPack, parsePackJson } from '../../main/engine/rule-packs/pack-file.ts'
import { keyId } from '../../main/engine/rule-packs/pack-keys.ts'
import { calls } from '../../preload/contract.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { packText } from '../../rules/pack.ts'
import type { RulePack } from '../../rules/pack-schema.ts'
import { beiqi, workFolder, writeJson, zhangSan } from './cli.ts'

const next = '2099.01.0'
const on = ['--on', '2026-12-01']
let cwd: string
let place: { cwd: string; env: Record<string, string> }
let maker: { publicKey: KeyObject; privateKey: KeyObject }
/** The good pack, without its signature. */
let good: RulePack

const newRule = {
  id: 'edition.new',
  scope: 'filing',
  when: { fact: 'province', is: '11' },
  finding: { code: 'edition.new', severity: 'warning', at: 'province' },
  zh: '北京有新的要求。',
  en: 'Beijing asks for something new.',
  fix: { zh: '按新要求准备。', en: 'Prepare what is new.' },
  check: { zh: '备案省份', en: 'which province' },
  sources: [{ id: 'own-choice', vintage: '2026-11' }],
}

/** A copy of the shipped data with one rule more, as the next edition. */
async function layOut(folder: string): Promise<void> {
  await cp(join(import.meta.dirname, '../../rules/data'), folder, { recursive: true })
  await writeJson(join(folder, 'version.json'), { version: next })
  await writeJson(join(folder, 'changelog.json'), [
    { version: next, date: '2026-12-01', zh: '北京的新要求。', en: 'What is new in Beijing.' },
  ])
  await writeJson(join(folder, 'rules/edition-new.json'), [newRule])
}

beforeAll(async () => {
  cwd = await workFolder('rules')
  place = { cwd, env: { BEIQI_DATA: join(cwd, 'data') } }
  maker = generateKeyPairSync('ed25519')
  await writeFile(join(cwd, 'private.pem'), maker.privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await writeFile(join(cwd, 'public.pem'), maker.publicKey.export({ type: 'spki', format: 'pem' }))
  await layOut(join(cwd, 'source'))
  const { materials: _, ...filing } = zhangSan
  await writeJson(join(cwd, 'filing.json'), filing)
  await beiqi(['clients', 'import', 'filing.json'], place)
  await beiqi(['rules', 'trust', 'public.pem', '--name', '示例发布者'], place)
})

const json = (name: string) => readFile(join(cwd, name), 'utf8').then(JSON.parse)
const kept = () => readFile(join(cwd, 'data/rules/active.json'), 'utf8').catch(() => null)

function signed(pack: unknown, key = maker.privateKey, by = maker.publicKey) {
  const value = sign(null, Buffer.from(packText(pack)), key).toString('base64')
  return { ...(pack as object), signature: { key: keyId(by), value } }
}

test('a pack is made of a folder, taken into use, and tells whom it concerns', async () => {
  const made = await beiqi(['rules', 'pack', 'source', '--key', 'private.pem', '--out', 'good.json', '--json'], place)
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(calls['rules/pack'].output.parse(JSON.parse(made.stdout)).version).toBe(next)
  const { signature, ...pack } = await json('good.json')
  good = pack
  expect(signed(pack).signature).toEqual(signature)

  const imported = await beiqi(['rules', 'import', 'good.json', '--json', ...on], place)
  expect(imported).toMatchObject({ code: 0, stderr: '' })
  const { version, previous, changed } = calls['rules/import'].output.parse(JSON.parse(imported.stdout))
  expect({ version, previous }).toEqual({ version: next, previous: shippedRules.version })
  const came = changed.map(({ clientName, diff }) => [clientName, diff.findings.map(({ after }) => after?.code)])
  expect(came).toEqual([['张三', ['edition.new']]])

  const { stdout } = await beiqi(['checklist', 'filing.json', '--json', ...on], place)
  const { rulesVersion, findings } = JSON.parse(stdout)
  expect({ rulesVersion, codes: findings.map(({ code }: { code: string }) => code) }).toEqual({
    rulesVersion: next,
    codes: expect.arrayContaining(['edition.new']),
  })
})

interface Case {
  what: string
  code: string
  says: string
  file: () => unknown
}

const later = '2099.02.0'
/** The edition after the good one, with some of its files replaced. */
function edition(version: string, files: Record<string, unknown> = {}): RulePack {
  const replaced = { 'version.json': { version }, ...files } as Record<string, unknown>
  const data = good.files.map(({ name, data }) => ({ name, data: name in replaced ? replaced[name] : data }))
  const [entry] = good.changelog
  return { ...good, version, files: data, changelog: entry ? [{ ...entry, version }] : [] }
}
const brokenGolden = () => {
  const [first, ...rest] = good.golden
  return { ...edition(later), golden: [{ ...first, expect: { blockers: ['domain.expired'] } }, ...rest] }
}

const refused: Case[] = [
  {
    what: 'changed after signing',
    code: 'rules.signature-wrong',
    says: '签名不对',
    file: () => ({ ...signed(edition(later)), changelog: good.changelog }),
  },
  {
    what: 'signed by a stranger',
    code: 'rules.key-unknown',
    says: 'rules trust',
    file: () => {
      const stranger = generateKeyPairSync('ed25519')
      return signed(edition(later), stranger.privateKey, stranger.publicKey)
    },
  },
  {
    what: "signed by a stranger in the maker's name",
    code: 'rules.signature-wrong',
    says: '签名不对',
    file: () => signed(edition(later), generateKeyPairSync('ed25519').privateKey),
  },
  {
    what: 'an example that comes out otherwise',
    code: 'rules.golden-broken',
    says: '应为 [domain.expired]，实际为 []',
    file: () => signed(brokenGolden()),
  },
  {
    what: 'a rule about a fact that is none',
    code: 'rules.data-mistake',
    says: 'rules/edition-new.json',
    file: () => signed(edition(later, { 'rules/edition-new.json': [{ ...newRule, when: { fact: 'moon', is: 1 } }] })),
  },
  {
    what: 'a file that is missing',
    code: 'rules.data-mistake',
    says: 'sources.json',
    file: () => {
      const pack = edition(later)
      return signed({ ...pack, files: pack.files.filter(({ name }) => name !== 'sources.json') })
    },
  },
  {
    what: 'not of this shape',
    code: 'rules.pack-invalid',
    says: 'golden',
    file: () => signed({ ...good, golden: [] }),
  },
  { what: 'not newer', code: 'rules.older', says: '--older', file: () => signed(edition('2098.12.0')) },
  {
    what: 'another format',
    code: 'rules.pack-invalid',
    says: 'beiqi-rulepack/1',
    file: () => signed({ ...edition(later), format: 'beiqi-rulepack/2' }),
  },
  {
    what: 'cut off',
    code: 'rules.pack-invalid',
    says: '内容不完整',
    file: () => JSON.stringify(signed(good)).slice(0, 90_000),
  },
  { what: 'not text', code: 'input.not-utf8', says: 'UTF-8', file: () => Buffer.from([0x50, 0x4b, 3, 4, 0xff, 0xfe]) },
  { what: 'huge', code: 'file.too-large', says: '32 MB', file: () => Buffer.alloc(33 * 1024 * 1024, ' ') },
  { what: 'nothing', code: 'rules.pack-invalid', says: 'JSON', file: () => '' },
  { what: 'not JSON', code: 'rules.pack-invalid', says: 'JSON', file: () => '{"format":' },
]

test.each(refused)('a pack is refused whole: $what', async ({ code, says, file }) => {
  const content = file()
  const isFile = typeof content === 'string' || Buffer.isBuffer(content)
  await writeFile(join(cwd, 'bad.json'), isFile ? content : JSON.stringify(content))
  const before = await kept()
  const result = await beiqi(['rules', 'import', 'bad.json', ...on], place)
  expect(result).toMatchObject({ code: 2, stdout: '' })
  expect(result.stderr).toContain(`[${code}]`)
  expect(result.stderr).toContain(says)
  expect(before).not.toBeNull()
  expect(await kept()).toBe(before)
})

test('one flipped bit anywhere in the file refuses it', async () => {
  const keys = [{ id: keyId(maker.publicKey), title: 'maker', origin: 'added' as const, key: maker.publicKey }]
  const bytes = await readFile(join(cwd, 'good.json'))
  const open = (content: Buffer) => openPack(parsePackJson(content.toString('utf8'), 'a'), 'a', keys)
  expect(open(bytes).pack.version).toBe(next)
  const value = bytes.lastIndexOf('==')
  // Spread over the file, and in each part of the signature; the last has bits that base64 leaves unused.
  const places = [
    ...Array.from({ length: 16 }, (_, step) => Math.floor((bytes.length / 16) * step)),
    value - 40,
    value - 1,
  ]
  for (const [bit, place] of places.entries()) {
    const flipped = Buffer.from(bytes)
    flipped[place] = (flipped[place] ?? 0) ^ (1 << (place === value - 1 ? 0 : bit % 8))
    expect(() => open(flipped), `bit ${bit % 8} of byte ${place}`).toThrow()
  }
})

test('an older edition is taken when that is wanted, and the shipped rules come back', async () => {
  await writeJson(join(cwd, 'older.json'), signed(edition('2098.12.0')))
  const older = await beiqi(['rules', 'import', 'older.json', '--older', '--json', ...on], place)
  expect(JSON.parse(older.stdout)).toMatchObject({ version: '2098.12.0', previous: next, changed: [] })
  const back = await beiqi(['rules', 'revert', '--json', ...on], place)
  expect(JSON.parse(back.stdout)).toMatchObject({ version: shippedRules.version, changed: [{ clientName: '张三' }] })
  expect(await kept()).toBeNull()
})

test('a kept pack that was damaged does not stop the program: the shipped rules speak, and it is said why', async () => {
  await beiqi(['rules', 'import', 'good.json', ...on], place)
  const whole = await kept()
  await writeFile(join(cwd, 'data/rules/active.json'), String(whole).replace('北京有新的要求', '北京没有新的要求'))
  const { code, stdout } = await beiqi(['rules', 'show', '--json'], place)
  expect({ code, state: JSON.parse(stdout) }).toMatchObject({
    code: 0,
    state: { version: shippedRules.version, origin: 'shipped', damaged: { code: 'rules.signature-wrong' } },
  })
  const list = await beiqi(['checklist', 'filing.json', '--json', ...on], place)
  const { rulesVersion, findings } = JSON.parse(list.stdout)
  expect(rulesVersion).toBe(shippedRules.version)
  expect(findings.map((finding: { code: string }) => finding.code)).toContain('rules.pack-not-used')
})

test('what is no key is not trusted, and a private one is not either', async () => {
  for (const file of ['filing.json', 'private.pem']) {
    const result = await beiqi(['rules', 'trust', file], place)
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toContain('[rules.key-invalid]')
  }
})

test('a key is withdrawn by the beginning of its fingerprint; the pack it signed goes, with the reason', async () => {
  await beiqi(['rules', 'revert'], place)
  await beiqi(['rules', 'import', 'good.json', ...on], place)
  const id = keyId(maker.publicKey)
  for (const wrong of [id.slice(0, 4), 'f'.repeat(64) === id ? 'e'.repeat(64) : 'f'.repeat(64)]) {
    const result = await beiqi(['rules', 'distrust', wrong], place)
    expect(result).toMatchObject({ code: 2, stdout: '' })
    expect(result.stderr).toMatch(/示例发布者.*\[rules\.key-missing\]|\[rules\.key-missing\].*示例发布者/s)
  }
  expect(await kept()).not.toBeNull()
  const gone = await beiqi(['rules', 'distrust', `${id.slice(0, 4)} ${id.slice(4, 12).toUpperCase()}`, ...on], place)
  expect(gone).toMatchObject({ code: 0, stderr: '' })
  expect(gone.stdout).toContain(`正在用的规则包 ${next} 由它签名，所以换回程序自带的规则。`)
  expect(gone.stdout).toContain('清单有变化的备案（1）')
  expect(await kept()).toBeNull()
  const { keys, version, damaged } = JSON.parse((await beiqi(['rules', 'show', '--json'], place)).stdout)
  expect({ keys, version, damaged }).toEqual({ keys: [], version: shippedRules.version, damaged: null })
  const again = await beiqi(['rules', 'import', 'good.json', ...on], place)
  expect(again.stderr).toContain('[rules.key-unknown]')
})
