import { afterEach, describe, expect, test, vi } from 'vitest'
import { writeSheet } from '../../main/engine/pdf/sheet.ts'
import { writeSummary } from '../../main/engine/pdf/summary.ts'
import type { SummaryModel } from '../../main/engine/pdf/summary-model.ts'
import { definition, handPlaces, on, values } from './pdf-facts.ts'
import type { TextLine } from './pdf-ink.ts'
import { expectInk, watchPen } from './pdf-watch.ts'

afterEach(() => vi.restoreAllMocks())

/** Without blanks, which a line end swallows. */
const solid = (text: string) => text.replaceAll(' ', '')
const textOf = (pages: TextLine[][]) => pages.map((lines) => lines.map(({ text }) => text).join(''))

describe('the preparation sheet', () => {
  test('says on every page that it is no official form, what to write, and what the hand does; all in ink', async () => {
    const drawn = watchPen()
    const { 'provider-name': _, ...known } = values
    const facts = { definition, values: { ...known, 'site-name': '𡋾祥小站' }, handPlaces, on }
    const { pdf, pages, filled, left } = await writeSheet(facts)
    const texts = textOf(drawn())
    expect(texts).toHaveLength(pages)
    for (const page of texts) expect(page).toContain('填写准备页，不是官方表格，不能代替接入商发放的空白表')
    const whole = texts.join('')
    for (const { text } of filled) expect(solid(whole)).toContain(solid(text))
    for (const { hint } of handPlaces) expect(whole).toContain(hint.zh)
    expect(whole).toContain('〔U+212FE〕祥小站')
    expect(left.map(({ field, why }) => [field, why])).toEqual([
      ['site-name', 'character-missing'],
      ['provider-name', 'unknown'],
      ...handPlaces.map(({ field, why }) => [field, why]),
    ])
    await expectInk(pdf, drawn())
  })

  test('with nothing known, every field is still to be asked', async () => {
    const { filled, left } = await writeSheet({ definition, values: {}, handPlaces: [], on })
    expect(filled).toEqual([])
    expect(new Set(left.map(({ why }) => why))).toEqual(new Set(['unknown']))
  })
})

const cited = [{ title: '《示例填写说明》', vintage: '2010' }]
const finding = (index: number): SummaryModel['findings'][number] => ({
  severity: (['note', 'blocker', 'warning'] as const)[index % 3] ?? 'note',
  at: `services[0].domains[${index}].expires`,
  cause: `第 ${index + 1} 个域名 example${index}.cn 已于 2026-10-01 过期，续费以后才能提交备案申请。`,
  fix: '先续费，再提交；证书在提交时还要剩余 3 个月以上。',
  overruled: index % 3 === 2 ? { reason: '原件就是黑白的', who: '张三 2026-11-29' } : null,
  sources: cited,
})
const model = (language: 'zh' | 'en', findings: number): SummaryModel => ({
  language,
  applicant: '示例（北京）网络科技有限公司 𡋾',
  province: '北京',
  provider: '示例云',
  rulesVersion: '2026.11.0',
  asOf: on,
  deadline: { date: on, first: '张三的身份证还有 90 天到期。' },
  files: [
    {
      slot: '主体负责人证件',
      name: '01-主体负责人证件.jpg',
      bytes: 1_834_567,
      width: 1600,
      height: 2032,
      from: ['id-front.jpg', `${'a-very-long-name-'.repeat(6)}.jpg`],
    },
    { slot: '表格', name: '表格/核验单-填写准备页.pdf', bytes: 66_123, width: null, height: null, from: [] },
  ],
  missing: [{ title: '授权书', need: '必需', why: ['主体负责人不是法定代表人。'], sources: cited }],
  findings: Array.from({ length: findings }, (_, index) => finding(index)),
  asks: [{ question: '服务器在哪个地域', why: ['境外的服务器不能备案。'] }],
  forms: [{ title: '核验单', places: [{ title: '网站负责人签名', hint: '黑色签字笔，正楷。' }] }],
})

describe('the summary of a package', () => {
  test('runs over several numbered pages, worst findings first, each with its source; all in ink', async () => {
    const drawn = watchPen()
    const pdf = await writeSummary(model('zh', 14))
    const texts = textOf(drawn())
    expect(texts.length).toBeGreaterThan(1)
    for (const [index, page] of texts.entries()) expect(page).toContain(`第 ${index + 1} 页，共 ${texts.length} 页`)
    const whole = texts.join('')
    const order = ['会被驳回 · 5', '可能被驳回 · 4', '供参考 · 5', '还需要确认', '《示例填写说明》（2010）']
    expect(order.map((words) => whole.indexOf(words))).toEqual(
      order.map((words) => whole.indexOf(words)).toSorted((one, other) => one - other),
    )
    for (const words of [...order, '〔U+212FE〕', '1600 × 2032', '1.8 MB', '依据 1']) expect(whole).toContain(words)
    await expectInk(pdf, drawn())
  })

  test('an empty package says so, in English', async () => {
    const drawn = watchPen()
    const empty = { ...model('en', 0), files: [], missing: [], asks: [], forms: [] }
    const [first, second] = [await writeSummary(empty), await writeSummary(empty)]
    expect(Buffer.compare(first, second)).toBe(0)
    const [page] = textOf(drawn())
    for (const words of ['There is no file in the package yet.', 'Nothing was found.', 'Page 1 of 1'])
      expect(page).toContain(words)
  })

  test('one entry longer than a page is cut between lines', async () => {
    const drawn = watchPen()
    const long = { ...finding(1), cause: '很长的说明，'.repeat(900) }
    await writeSummary({ ...model('zh', 0), findings: [long] })
    const pages = drawn()
    expect(pages.length).toBeGreaterThan(2)
    for (const lines of pages) for (const { y } of lines) expect(y).toBeGreaterThan(30)
    expect(textOf(pages).join('').split('很').length - 1).toBe(900)
  })
})
