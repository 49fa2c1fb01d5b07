/** What lines of text come to: the document, its values and how far they are believed, and what is objected to. */
import { expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { judgeReadings, type ReadPicture } from '../../rules/reading/judge.ts'
import { offersOf } from '../../rules/reading/offers.ts'
import type { ReadingPlace } from '../../rules/reading/places.ts'
import { readingOf } from '../../rules/reading/read.ts'
import type { DocumentReading, Page } from '../../rules/reading/schema.ts'
import { Filing, IsoDate, type MaterialId } from '../../rules/schema.ts'

const { tables } = shippedRules
const on = IsoDate.parse('2026-11-29')

/** Rows from the top; parts of a row stand side by side. */
function read(rows: (string | string[])[], { turn = 0, vote = 1 }: Partial<Page> = {}): DocumentReading {
  const lines = rows.flatMap((row, at) =>
    [row].flat().map((text, nth) => ({
      text,
      x: 0.05 + nth * 0.22 + text.length * 0.01,
      y: (at + 1) * 0.05,
      width: text.length * 0.02,
      height: 0.04,
    })),
  )
  return readingOf({ lines, turn, vote }, tables)
}

const front = (number: string, born = '1990年3月7日', sex = '男', name = '张三') =>
  read([`姓名${name}`, ['性别', sex, '民族汉'], ['出生', born], ['住址', '北京市示例区'], ['公民身份号码', number]])
const back = (period: string) => read(['中华人民共和国', '居民身份证', '签发机关示例局', `有效期限${period}`])
const licence = (code: string, name = '示例科技有限公司', legal = '王五') =>
  read([['营业执照'], ['统一社会信用代码'], [code], [['名', '称', name].join('')], ['法定代表人', legal]])
const certificate = (domain: string, expires: string, registrant = '张三') =>
  read(['域名注册证书', ['域名', domain], ['域名注册人', registrant], ['到期时间', expires]])
const values = ({ fields }: DocumentReading) =>
  Object.fromEntries(fields.map(({ field, value, standing }) => [field, `${value} ${standing}`]))

test.each<[string, DocumentReading, string | null, Record<string, string>]>([
  [
    'a card whose number, birthday and sex agree',
    front('11000019900307001X'),
    'resident-id-front',
    { number: '11000019900307001X confirmed', birthDate: '1990-03-07 confirmed', name: '张三 read' },
  ],
  ['a misread digit', front('11000019900307002X'), 'resident-id-front', { birthDate: '1990-03-07 plausible' }],
  [
    'a small x, an O and an l',
    front('llOOOO1990O307OOlx'),
    'resident-id-front',
    { number: '11000019900307001X confirmed' },
  ],
  [
    'a birthday that the number contradicts',
    front('11000019900307001X', '1990年3月8日'),
    'resident-id-front',
    { number: '11000019900307001X read', birthDate: '1990-03-08 read' },
  ],
  [
    'a sex that the number contradicts',
    front('11000019900307001X', '1990年3月7日', '女'),
    'resident-id-front',
    { number: '11000019900307001X read', sex: '女 read' },
  ],
  [
    'the same layout with a number of Hong Kong is a residence permit',
    front('81000019900307001X'.slice(0, 17).concat('0')),
    'resident-id-front',
    {},
  ],
  [
    'twenty years',
    back('2022.06.01-2042.06.01'),
    'resident-id-back',
    { validFrom: '2022-06-01 plausible', validUntil: '2042-06-01 plausible' },
  ],
  ['a term that no card has', back('2022.06.01-2047.06.01'), 'resident-id-back', { validUntil: '2047-06-01 read' }],
  ['for ever', back('2024.08.15-长期'), 'resident-id-back', { validUntil: 'long-term plausible' }],
  ['a day that does not exist', back('2022.02.30-2042.02.30'), 'resident-id-back', {}],
  [
    'a licence whose code has both check digits right',
    licence('91320000MA0000007Q'),
    'business-licence',
    { number: '91320000MA0000007Q confirmed', legalRepresentative: '王五 read' },
  ],
  ['a licence with a misread code', licence('91320000MA0000001Q'), 'business-licence', {}],
  [
    'a domain certificate',
    certificate('shili.cn', '2030年06月01日'),
    'domain-certificate',
    { domain: 'shili.cn plausible', registrant: '张三 read', expires: '2030-06-01 plausible' },
  ],
  [
    'a domain certificate whose labels are misread',
    read([
      '域名注册证书',
      ['城名', 'shili.cn'],
      ['城名注带人', '张三'],
      ['到期对间', '2030年06月01日'],
      '住们域名的好',
    ]),
    'domain-certificate',
    { domain: 'shili.cn plausible', registrant: '张三 read', expires: '2030-06-01 plausible' },
  ],
  ['a suffix that does not exist', certificate('shili.c0rn', '2030年06月01日'), 'domain-certificate', {}],
  [
    'running text that mentions a paper',
    read(['请提交营业执照和居民身份证的彩色扫描件，', '并在到期之前办理变更。']),
    null,
    {},
  ],
  [
    'a letter by its title',
    read(['ICP备案信息真实性承诺书', '本人张三承诺', '签名：', '日期：']),
    'authenticity-commitment',
    {},
  ],
  ['nothing', read([]), null, {}],
])('%s', (_, reading, document, expected) => {
  expect(reading.document).toBe(document)
  expect(values(reading)).toMatchObject(expected)
  const isConfirmed = (field: string) => values(reading)[field]?.endsWith('confirmed') ?? false
  expect(isConfirmed('number')).toBe(expected['number']?.endsWith('confirmed') ?? false)
})

test('what is said of which way up it is needs words that mean something, or lines that all agree', () => {
  expect(front('11000019900307001X').turn).toBe(0)
  expect(read(['无', '意', '义', '的', '字'], { turn: 2, vote: 0.95 }).turn).toBe(180)
  expect(read(['无', '意', '义', '的', '字'], { turn: 2, vote: 0.4 }).turn).toBeNull()
})

const filing = Filing.parse({
  format: 'beiqi-filing/1',
  province: '32',
  subject: {
    nature: 'enterprise',
    name: '示例科技有限公司',
    certificate: { type: 'business-licence', number: '91320000MA0000007Q' },
    legalRepresentative: { name: '王五', certificate: { type: 'resident-id', number: '320000197805210037' } },
    responsiblePerson: {
      name: '张三',
      certificate: { type: 'resident-id', number: '11000019900307001X', validUntil: '2042-06-01' },
    },
  },
  services: [
    { domains: [{ name: 'shili.cn', expires: '2030-06-01', registrantName: '张三' }], responsiblePerson: 'subject' },
  ],
})

const place = (material: MaterialId): ReadingPlace => ({ material, for: 'subject' })
const at = (material: MaterialId, reading: DocumentReading | null): ReadPicture => ({
  file: `${material}.jpg`,
  place: place(material),
  reading,
})
const card = front('11000019900307001X')
const term = back('2022.06.01-2042.06.01')
const id = 'subject-responsible-id'

test.each<[string, ReadPicture[], string[][]]>([
  ['both sides in order', [at(id, card), at(id, term)], [[], []]],
  ['the sides swapped', [at(id, term), at(id, card)], [['image.sides-swapped warning'], []]],
  ['one side twice', [at(id, card), at(id, card), at(id, term)], [[], ['image.same-side blocker'], []]],
  ['one side only', [at(id, card)], [['image.side-missing warning']]],
  ['one side only, as long as another picture is not read', [at(id, card), at(id, null)], [[], []]],
  ['a licence for a card', [at(id, licence('91320000MA0000007Q'))], [['image.wrong-kind blocker']]],
  ['a card for a licence', [at('domain-certificate', card)], [['image.wrong-kind blocker']]],
  ['in the tray nothing is wrong', [{ file: 'x', place: null, reading: card }], [[]]],
  ['where any paper may lie nothing is wrong', [at('preapproval-document', card)], [[]]],
  ['a card held the wrong way round', [at('handheld-person', term)], [['image.wrong-side warning']]],
  [
    "another person's card",
    [at('legal-representative-id', card), at('legal-representative-id', term)],
    [['reading.mismatch blocker'], []],
  ],
  [
    'a number that cannot be confirmed is said to be hard to read, and compared with nothing',
    [at(id, front('11000019900307002X')), at(id, term)],
    [['image.unreadable warning'], []],
  ],
  ['another term', [at(id, card), at(id, back('2021.06.01-2041.06.01'))], [[], ['reading.mismatch warning']]],
  [
    'past its day',
    [at(id, card), at(id, back('2006.06.01-2026.06.01'))],
    [[], ['reading.mismatch warning', 'certificate.expired blocker']],
  ],
  [
    "another licence's code",
    [at('organizer-certificate', licence('91110000600037341L'))],
    [['reading.mismatch blocker']],
  ],
  [
    'another domain',
    [at('domain-certificate', certificate('another-one.cn', '2030年06月01日'))],
    [['reading.mismatch warning']],
  ],
  [
    'a domain with one letter misread',
    [at('domain-certificate', certificate('shi1i.cn', '2030年06月01日'))],
    [['reading.mismatch note']],
  ],
  [
    'a domain whose day is another one',
    [at('domain-certificate', certificate('shili.cn', '2031年06月01日'))],
    [['reading.mismatch warning']],
  ],
  [
    'a domain that somebody else holds',
    [at('domain-certificate', certificate('shili.cn', '2030年06月01日', '李四'))],
    [['reading.mismatch warning']],
  ],
  [
    'a holder with one letter misread',
    [at('domain-certificate', certificate('shili.cn', '2030年06月01日', '张二'))],
    [['reading.mismatch note']],
  ],
  [
    'a name misread beside the right number',
    [at(id, front('11000019900307001X', '1990年3月7日', '男', '弓长王')), at(id, term)],
    [['reading.mismatch note'], []],
  ],
  [
    "another company's licence with its code unreadable",
    [at('organizer-certificate', licence('91320000MA0000001Q', '样本文化传播中心', '李四'))],
    [['image.unreadable warning', 'reading.mismatch warning', 'reading.mismatch warning']],
  ],
  [
    'a picture that lies on its side',
    [at('verification-form', { ...card, document: null, turn: 90 })],
    [['image.not-upright warning']],
  ],
  ['words of no document where a card is wanted', [at(id, read(['看不清', '的字']))], [['image.unreadable warning']]],
])('%s', (_, pictures, expected) => {
  const found = judgeReadings(pictures, filing, on, shippedRules)
  expect(found.map((list) => list.map(({ code, severity }) => `${code} ${severity}`))).toEqual(expected)
  for (const { at: file, zh, en, fix } of found.flat()) expect(file && zh && en && fix.zh && fix.en).toBeTruthy()
})

test('two numbers that differ are shown without the digits that they share', () => {
  const other = front('110000199003070036', '1990年3月7日')
  const [[found] = []] = judgeReadings([at(id, other), at(id, term)], filing, on, shippedRules)
  expect(found?.zh).toContain('图片上是 11··············36，资料里填的是 11··············1X')
  const legal = 'legal-representative-id'
  const [[others] = []] = judgeReadings([at(legal, card), at(legal, term)], filing, on, shippedRules)
  expect(others?.zh).toContain('是张三的')
})

test('a reading is offered to the facts of its place, with what is there now', () => {
  const offers = offersOf(card, place(id), filing, tables)
  expect(offers.map(({ field, at: path, same, now }) => [field, path, same, now])).toEqual([
    ['number', 'subject.responsiblePerson.certificate.number', true, '11000019900307001X'],
    ['name', 'subject.responsiblePerson.name', true, '张三'],
    ['birthDate', 'subject.responsiblePerson.birthDate', false, null],
    ['address', 'subject.responsiblePerson.certificate.address', false, null],
  ])
  const empty = Filing.parse({ format: 'beiqi-filing/1', services: [{ type: 'website' }] })
  const domains = offersOf(certificate('shili.cn', '2030年06月01日'), place('domain-certificate'), empty, tables)
  expect(domains.map(({ at: path, value }) => [path, value])).toEqual([['services[0].domains[0].name', 'shili.cn']])
})
