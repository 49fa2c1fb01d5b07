import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRules, shippedRules } from '../../rules/catalog.ts'
import { dataFiles } from '../../rules/data-files.ts'
import { lookedForCodes } from '../../rules/picture-codes.ts'
import { factReport } from '../../rules/report.ts'
import { provinceCodes } from '../../rules/schema.ts'

const report = factReport(shippedRules)

test('all 1,318 facts are accounted for: 1,290 of the provinces and 28 of the whole country', () => {
  const { total, checked, advice, leftOut, byProvince } = report
  expect(total).toBe(1318)
  expect(checked + advice + leftOut.length).toBe(total)
  expect(byProvince.map(({ code }) => code)).toEqual(['00', ...provinceCodes])
  expect(byProvince.find(({ code }) => code === '00')?.total).toBe(28)
  for (const one of byProvince) expect(one.checked + one.advice + one.leftOut).toBe(one.total)
})

test('nothing is left out, and what can only be passed on says why, in both languages', () => {
  expect(report.leftOut.map(({ fact }) => fact)).toEqual([])
  expect(report.onlyPassedOn.map(({ fact }) => fact)).toEqual([
    '31.site-plan.HM.1',
    '32.site-plan.HM.1',
    '43.site-plan.HM.1',
    '44.site-plan.AP.3',
    '53.change.A.3',
  ])
  for (const { why } of report.onlyPassedOn) expect(why).toEqual({ zh: expect.any(String), en: expect.any(String) })
})

test('every published reason for rejection has its findings, or says why no program sees it', () => {
  const { rejections } = shippedRules.tables
  expect(report.rejections).toMatchObject({ total: rejections.length, checked: 32 })
  expect(
    report.rejections.unseen.map(({ zh }) => zh).filter((zh) => /电话打不通|工信部已有记录/.test(zh)),
  ).toHaveLength(2)
  const used = new Set(rejections.flatMap(({ checks }) => checks))
  const ofRules = shippedRules.rules.flatMap(({ finding }) => (finding?.severity === 'blocker' ? [finding.code] : []))
  // What would be refused by no reason that anybody has published: facts that exclude each other or make no sense.
  expect([...new Set(ofRules)].filter((code) => !used.has(code)).sort()).toEqual(blockersOfOurOwn)
})

test('each code that is found by looking stands where it is found', () => {
  const folder = join(import.meta.dirname, '../../rules')
  const files = ['.', 'reading'].flatMap((room) =>
    readdirSync(join(folder, room))
      .filter((name) => name.endsWith('.ts') && name !== 'picture-codes.ts')
      .map((name) => readFileSync(join(folder, room, name), 'utf8')),
  )
  const source = files.join('\n')
  const absent = lookedForCodes.filter((code) => {
    const signed = /^signed\.(.+)$/.exec(code)?.[1]
    // `finding('page-missing', …)`, or a word of a table: the texts themselves are one place, the finder another.
    return source.split(`'${signed ?? code}'`).length <= (signed?.includes('-') ? 2 : 1)
  })
  expect(absent).toEqual([])
})

const blockersOfOurOwn = ['certificate.contradiction', 'domain.malformed']

test('each fact keeps the words and the source it came with', () => {
  for (const { records } of shippedRules.provinces.values()) {
    for (const { fact, zh, en, sources } of records) {
      expect(zh, fact).toMatch(/\p{Script=Han}/u)
      expect(en, fact).toMatch(/[a-z]/i)
      expect(sources[0]?.vintage, fact).toMatch(/\d{4}/)
    }
  }
})

/** One province with one of its facts changed. */
function withFact(index: number, changes: Record<string, unknown>) {
  const file = structuredClone(dataFiles['provinces/14.json']) as { facts: Record<string, unknown>[] }
  file.facts[index] = { ...file.facts[index], ...changes }
  return () => loadRules({ ...dataFiles, 'provinces/14.json': file })
}

const facts = (dataFiles['provinces/14.json'] as { facts: { fact: string; status: string }[] }).facts
const first = (status: string) => facts.findIndex((one) => one.status === status)
const part = { scope: 'person', when: { fact: 'person.age', lt: 18 }, allow: true }

test.each<[string, string, Record<string, unknown>, RegExp]>([
  [
    'an id of another province',
    'checked',
    { fact: '15.age.T.1' },
    /14\.json: facts \(15\.age\.T\.1\): is no fact of 14/,
  ],
  ['an id that stands twice', 'advice', { fact: facts[first('checked')]?.fact }, /stands twice/],
  [
    'a topic that nobody describes',
    'checked',
    { topic: 'weather' },
    /14\.json: facts .*\.topic: there is no topic "weather"/,
  ],
  [
    'a question that nobody describes',
    'checked',
    { parts: [{ ...part, about: 'weather' }] },
    /parts\[0\]\.about.*"weather"/,
  ],
  ['a checked fact without a consequence', 'checked', { parts: undefined }, /14\.json: facts\[\d+\].*`parts` or `by`/],
  ['advice with a consequence', 'advice', { parts: [part] }, /14\.json: facts\[\d+\].*`parts` or `by`/],
  ['a part without a consequence', 'checked', { parts: [{ scope: 'person' }] }, /parts: no consequence/],
  ['left out without a reason', 'advice', { status: 'left-out' }, /14\.json: facts\[\d+\].*`why`/],
  [
    'an unknown fact in a condition',
    'checked',
    { parts: [{ ...part, when: { fact: 'person.agee', lt: 18 } }] },
    /facts .*\.when.*person\.agee/,
  ],
  ['a fact of another scope', 'checked', { parts: [{ ...part, scope: 'filing' }] }, /facts .*\.when.*scope "filing"/],
  [
    'an unknown source',
    'checked',
    { sources: [{ id: 'hearsay', vintage: '2026' }] },
    /14\.json: facts\[\d+\]\.sources\[0\]\.id: there is no source/,
  ],
  ['no source', 'checked', { sources: [] }, /14\.json: facts\[\d+\]\.sources/],
  [
    'held by a rule that is not there',
    'checked',
    { parts: undefined, by: ['site-name.tidy'] },
    /by: there is no "site-name\.tidy"/,
  ],
  [
    'a finding with nothing to do about it',
    'checked',
    { topic: 'footer', parts: [{ scope: 'person', finding: { code: 'a.b', severity: 'note', at: 'person.age' } }] },
    /consequence: a finding has a `fix`/,
  ],
])('a mistake in a fact is refused: %s', (_, status, changes, says) => {
  expect(withFact(first(status), changes)).toThrow(says)
})
