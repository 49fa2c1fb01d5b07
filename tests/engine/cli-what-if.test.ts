/** From the outside: until when it can be submitted, and what other facts would change. */
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ChecklistDiff } from '../../rules/diff.ts'
import { beiqi, workFolder, writeJson, zhangSan } from './cli.ts'

let place: { cwd: string; env: Record<string, string> }

beforeAll(async () => {
  const cwd = await workFolder('what-if')
  place = { cwd, env: { BEIQI_DATA: join(cwd, 'data') } }
  const [service] = zhangSan.services
  const domains = service?.domains.map((domain) => ({ ...domain, expires: '2027-06-30' }))
  await writeJson(join(cwd, 'filing.json'), { ...zhangSan, services: [{ ...service, domains }] })
})

const on = ['--on', '2026-12-01']

test('the checklist tells the last safe day, for scripts and for people', async () => {
  const { stdout } = await beiqi(['checklist', 'filing.json', '--json', ...on], place)
  expect(JSON.parse(stdout).deadline).toMatchObject({ date: '2027-03-31', first: { code: 'domain.expiring' } })
  const text = await beiqi(['checklist', 'filing.json', ...on], place)
  expect(text.stdout).toContain('最晚 2027-03-31 提交')
})

test('another province, provider and day', async () => {
  const words = ['checklist', 'filing.json', '--diff', 'province=31,provider=tencent,on=2027-04-01', '--json', ...on]
  const { code, stdout } = await beiqi(words, place)
  const diff = ChecklistDiff.parse(JSON.parse(stdout))
  expect({ code, before: diff.before.asOf, after: diff.after.asOf }).toEqual({
    code: 0,
    before: '2026-12-01',
    after: '2027-04-01',
  })
  expect(diff.items.map(({ change, before, after }) => `${change} ${(after ?? before)?.material}`)).toEqual(
    expect.arrayContaining(['removed handheld-person']),
  )
  expect(diff.findings.flatMap(({ change, after }) => (change === 'added' ? [after?.code] : []))).toContain(
    'domain.expiring',
  )
})

test.each([
  { diff: 'province=99', code: 'input.invalid', says: 'province' },
  { diff: 'provider=tencnt', code: 'provider.unknown', says: 'tencent' },
  { diff: 'nature=enterprise', code: 'input.usage', says: 'filingType' },
  { diff: 'province', code: 'input.usage', says: '--diff' },
])('--diff $diff is refused', async ({ diff, code, says }) => {
  const result = await beiqi(['checklist', 'filing.json', '--diff', diff, ...on], place)
  expect(result).toMatchObject({ code: 2, stdout: '' })
  expect(result.stderr).toContain(`[${code}]`)
  expect(result.stderr).toContain(says)
})
