import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalog, loadRules } from '../../rules/catalog.ts'
import { dataFiles, filesApart } from '../../rules/data-files.ts'
import { partsOf } from './filings.ts'

const folder = join(import.meta.dirname, '../../rules/data')

test('every data file is loaded, and nothing else', () => {
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  expect([...Object.keys(dataFiles), ...filesApart].sort()).toEqual(there.sort())
})

test('the version is the newest entry of the change log', () => {
  const log = readFileSync(join(folder, '../CHANGELOG.md'), 'utf8')
  expect(/^## (\S+)/m.exec(log)?.[1]).toBe(catalog.version)
})

test('what is offered for choice has names in both languages', () => {
  const { provinces, providers, products, registrars, topics, materials } = catalog
  expect(provinces).toHaveLength(31)
  expect(providers.map(({ id }) => id)).toEqual([
    'aliyun',
    'tencent',
    'huawei',
    'volcengine',
    'jd',
    'baidu',
    'wechat',
    'douyin',
    'generic',
    'small-portal',
    'legacy',
  ])
  expect(products.length).toBeGreaterThan(15)
  for (const { title } of [...provinces, ...providers, ...products, ...registrars, ...topics, ...materials]) {
    expect(title.zh).toMatch(/\p{Script=Han}/u)
    expect(title.en).toMatch(/^[\x20-\x7e]+$/)
  }
})

/** All data read as it stands, with one place changed. */
function readWith(file: string, path: string, value: unknown) {
  const data = structuredClone(dataFiles[file]) as Record<string | number, unknown>
  const parts = partsOf(path)
  const last = parts.pop() ?? ''
  const parent = parts.reduce<Record<string | number, unknown>>((inner, part) => inner[part] as typeof inner, data)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  const files = { ...dataFiles, [file]: data }
  return () => loadRules(files)
}

const R = 'rules/domain.json'
const first = { fact: 'paperForm', is: true }

describe('a mistake in the data stops the start, naming file and place', () => {
  test.each<[string, string, string, unknown, RegExp]>([
    ['an unknown key', 'providers/jd.json', 'limit', 4, /providers\/jd\.json.*limit/],
    [
      'a rejection that nothing finds',
      'rejections.json',
      '[0].checks[0]',
      'domain.haunted',
      /rejections\.json: \[0\]\.checks: nothing finds "domain\.haunted"/,
    ],
    [
      'a rejection that no look at a picture finds',
      'rejections.json',
      '[0].checks[0]',
      'image.haunted',
      /rejections\.json: \[0\]\.checks: nothing finds "image\.haunted"/,
    ],
    ['a rejection without a check or a reason', 'rejections.json', '[0].checks', [], /rejections\.json: \[0\].*unseen/],
    [
      'a name of a paper that is none',
      'providers/huawei.json',
      'names[0].material',
      'diploma',
      /providers\/huawei\.json: names\[0\]\.material/,
    ],
    [
      'a name in one language',
      'providers/huawei.json',
      'names[0].en',
      undefined,
      /providers\/huawei\.json: names\[0\]\.en/,
    ],
    [
      'live capture from no day',
      'providers/aliyun.json',
      'liveCapture.from',
      '2019-07',
      /providers\/aliyun\.json: liveCapture\.from/,
    ],
    ['no attachment at all', 'providers/wechat.json', 'attachments.most', 0, /wechat\.json: attachments\.most/],
    [
      'words of a province that is none',
      'topics.json',
      '[4].preapproval.provinceWords',
      { 99: ['担保'] },
      /topics\.json: \[4\]\.preapproval\.provinceWords/,
    ],
    ['a missing key', 'providers/jd.json', 'title', undefined, /providers\/jd\.json: title/],
    ['a text in one language', 'topics.json', '[0].title.en', undefined, /topics\.json: \[0\]\.title\.en/],
    [
      'a limit that is no whole number',
      'providers/aliyun.json',
      'windows.default.window.maxBytes',
      3.5,
      /aliyun\.json: windows\.default\.window\.maxBytes/,
    ],
    ['an unknown material', 'providers/legacy.json', 'inApp', ['selfie'], /legacy\.json: inApp\[0\]/],
    [
      'words that a policy has no place for',
      'providers/huawei.json',
      'watermark.words',
      ['备案'],
      /huawei\.json: watermark.*words/,
    ],
    ['a file under another name', 'providers/jd.json', 'id', 'jdcloud', /providers\/jd\.json: id/],
    ['a province that stands twice', 'provinces.json', '[1].code', '11', /provinces\.json: \[1\]: "11" stands twice/],
    [
      'a material that nobody describes',
      'materials.json',
      '[0].id',
      'phone-bill',
      /materials\.json.*(stands twice|missing)/,
    ],
    [
      'a table of an unknown provider',
      'servers/tencent.json',
      'provider',
      'nobody',
      /servers\/tencent\.json: provider/,
    ],
    [
      'an unknown source of a table',
      'registrars.json',
      '[0].sources[0].id',
      'hearsay',
      /registrars\.json: \[0\]\.sources\[0\]\.id: there is no source "hearsay"/,
    ],
    ['an unknown source of a rule', R, '[3].sources[0].id', 'hearsay', /rules\/domain\.json: \[3\]\.sources\[0\]\.id/],
    ['a rule without a source', R, '[3].sources', [], /rules\/domain\.json: \[3\]\.sources/],
    ['a rule id that stands twice', R, '[1].id', 'domain.malformed', /"domain\.malformed" stands twice/],
    [
      'an unknown fact',
      R,
      '[3].when',
      { fact: 'domain.dayLeft', lt: 0 },
      /rules\/domain\.json: \[3\]\.when.*domain\.dayLeft/,
    ],
    [
      'a fact of another scope',
      'rules/filing.json',
      '[0].when',
      { fact: 'domain.daysLeft', lt: 0 },
      /rules\/filing\.json: \[0\]\.when.*scope "filing"/,
    ],
    [
      'an unknown operator',
      R,
      '[3].when',
      { fact: 'domain.daysLeft', below: 0 },
      /rules\/domain\.json: \[3\]\.when.*below/,
    ],
    [
      'two operators',
      R,
      '[3].when',
      { fact: 'domain.daysLeft', lt: 0, gt: 9 },
      /rules\/domain\.json: \[3\]\.when.*exactly one/,
    ],
    ['a number as text', R, '[3].when', { fact: 'domain.daysLeft', lt: '0' }, /rules\/domain\.json: \[3\]\.when/],
    ['a limit on what is no number', R, '[3].when', { fact: 'domain.name', lt: 3 }, /\[3\]\.when.*no number/],
    ['yes or no as text', R, '[3].when', { fact: 'domain.realNameVerified', is: 'no' }, /\[3\]\.when.*true or false/],
    [
      'a province that does not exist',
      R,
      '[3].when',
      { all: [first, { fact: 'province', in: ['44', '4'] }] },
      /\[3\]\.when.*"province" is never "4"/,
    ],
    [
      'a slip deep inside a condition',
      R,
      '[3].when',
      { all: [first, { any: [{ not: { fakt: 'province', is: '44' } }] }] },
      /rules\/domain\.json: \[3\]\.when\.all\[1\]/,
    ],
    ['a place in a text that is no fact', R, '[3].zh', '{domain.nmae} 已到期', /\[3\]\.text.*domain\.nmae/],
    ['a finding without a fix', R, '[3].fix', undefined, /\[3\]\.consequence.*fix/],
    ['a finding at no fact', R, '[3].finding.at', 'domain.expiry', /\[3\]\.consequence.*domain\.expiry/],
    [
      'a finding and a need at once',
      R,
      '[3].need',
      { material: 'phone-bill', need: 'required', for: 'subject' },
      /rules\/domain\.json: \[3\].*either/,
    ],
    ['neither finding nor need', R, '[3].finding', undefined, /rules\/domain\.json: \[3\].*either/],
    ['an unknown severity', R, '[3].finding.severity', 'fatal', /\[3\]\.finding\.severity/],
    [
      'an unknown need',
      'rules/basic-materials.json',
      '[0].need.need',
      'must',
      /basic-materials\.json: \[0\]\.need\.need/,
    ],
    [
      'a service where there is none',
      'rules/basic-materials.json',
      '[0].need.for',
      'service',
      /basic-materials\.json: \[0\]\.consequence/,
    ],
    [
      'a day that does not exist',
      'rules/auxiliary-materials.json',
      '[3].from',
      '2021-06-31',
      /auxiliary-materials\.json: \[3\]\.from/,
    ],
    [
      'an end before the beginning',
      'rules/auxiliary-materials.json',
      '[3].until',
      '2016-05-31',
      /auxiliary-materials\.json: \[3\]\.until/,
    ],
    [
      'a hand place with an unknown fact',
      'forms.json',
      'verification-form.hands[1].when',
      { fact: 'applicant', is: 'x' },
      /forms\.json: verification-form.hands\[1\]\.when/,
    ],
  ])('%s', (_, file, path, value, says) => {
    expect(readWith(file, path, value)).toThrow(says)
  })

  test('and as it stands it is read', () => {
    expect(readWith('version.json', 'version', catalog.version)).not.toThrow()
  })
})
