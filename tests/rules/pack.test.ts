/** The shipped rules answer their own golden applicants; the signed text does not depend on who wrote the file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { dataFiles } from '../../rules/data-files.ts'
import { brokenCase, checkPack, compareVersions, packText, shippedChangelog, shippedKeys } from '../../rules/pack.ts'
import { GoldenCases, RulePack } from '../../rules/pack-schema.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, '../../rules', name), 'utf8')
const golden = GoldenCases.parse(JSON.parse(read('data/golden.json')))

const pack = RulePack.parse({
  format: 'beiqi-rulepack/1',
  version: shippedRules.version,
  changelog: shippedChangelog,
  files: Object.entries(dataFiles).map(([name, data]) => ({ name, data })),
  golden,
})

test('the shipped rules get every golden applicant right', () => {
  expect(brokenCase(golden, shippedRules)).toBeNull()
  expect(golden.length).toBeGreaterThan(3)
})

test('the shipped edition as a pack is the shipped edition', () => {
  const answer = checkPack(pack)
  expect('rules' in answer && answer.rules.catalog).toEqual(shippedRules.catalog)
})

test('one expected material more or one less breaks a case, and both lists are told', () => {
  const [first, ...rest] = golden
  if (!first) throw new Error('no golden applicant')
  const [one = 'phone-bill', ...others] = first.expect.required ?? []
  const less = { ...first, expect: { required: others } }
  expect(checkPack({ ...pack, golden: [less, ...rest] })).toEqual({
    broken: { name: first.name, list: 'required', expected: others, got: [one, ...others] },
  })
})

test('a version that is not the data’s, and data that is none, are mistakes', () => {
  const none = pack.files.map(({ name }) => ({ name, data: name === 'sources.json' ? undefined : null }))
  for (const wrong of [
    { ...pack, version: '2099.01.0' },
    { ...pack, files: none },
    { ...pack, files: [] },
  ]) {
    expect(checkPack(wrong)).toHaveProperty('mistake')
  }
})

test('the signed text sorts keys, keeps lists in order, and refuses endless nesting', () => {
  expect(packText({ b: [2, 1], a: { d: null, c: '张三\n' } })).toBe('{"a":{"c":"张三\\n","d":null},"b":[2,1]}')
  expect(packText(JSON.parse(JSON.stringify(pack, null, 4)))).toBe(packText(pack))
  const endless = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`)
  expect(() => packText(endless)).toThrow(RangeError)
})

test.each([
  ['2026.11.0', '2026.12.0'],
  ['2026.11.9', '2026.11.10'],
  ['2026.12.9', '2027.01.0'],
])('%s is older than %s', (a, b) => {
  expect([compareVersions(a, b) < 0, compareVersions(b, a) > 0, compareVersions(a, a)]).toEqual([true, true, 0])
})

test('the shipped edition has its entry, in the data and for people; nobody’s key ships yet', () => {
  expect(shippedChangelog.map(({ version }) => version)).toContain(shippedRules.version)
  expect(read('CHANGELOG.md')).toContain(`## ${shippedRules.version}\n`)
  expect(shippedKeys).toEqual([])
})
