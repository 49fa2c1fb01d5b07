import { afterEach, describe, expect, test, vi } from 'vitest'
import { guideFor } from '../../main/engine/papers/form-folder.ts'
import { type FormResult, fillForm } from '../../main/engine/papers/forms.ts'
import { formDefinitions } from '../../main/engine/pdf/form-definition.ts'
import { renderPage } from '../../main/engine/pdf/render.ts'
import { type FormId, formIds } from '../../rules/answers.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { askedForms } from '../../rules/forms.ts'
import { type Domain, Filing, IsoDate } from '../../rules/schema.ts'
import { exampleFiling, exampleNames, goldenPages, smallPages } from '../fixtures/draw/papers-filed.ts'
import { expectInk, watchPen } from './pdf-watch.ts'

afterEach(() => vi.restoreAllMocks())

const on = IsoDate.parse('2026-11-24')

/** Named limits of a page of 248 × 351 grey pixels beside its golden one, which has 16 greys. */
const limits = {
  /** Mean difference, of 255: the 16 greys alone give up to 0.92, a longer name in a paragraph 2.4. */
  mean: 1.1,
  /** Share of pixels a third of the way from black to white apart: none on equal pages, two other letters 0.00017. */
  changed: 0.0001,
} as const

function difference(page: Buffer, golden: Buffer): { mean: number; changed: number } {
  let [sum, changed] = [0, 0]
  for (const [index, value] of page.entries()) {
    const apart = Math.abs(value - (golden[index] ?? 0))
    sum += apart
    if (apart > 85) changed++
  }
  return { mean: sum / page.length, changed: changed / page.length }
}

const tooFar = ({ mean, changed }: ReturnType<typeof difference>) => mean > limits.mean || changed > limits.changed

describe('every form for every example filing looks as it did when it was last looked at', () => {
  // After a wanted change: npm run draw -- papers, and look at tests/fixtures/papers/.
  test.each(exampleNames)('%s', async (name) => {
    const pages = await smallPages(exampleFiling(name))
    const goldens = await goldenPages(name, pages.length)
    const far = pages.flatMap(({ form, number, grey }, index) => {
      const found = difference(grey, goldens[index] as Buffer)
      return tooFar(found) ? [`${form} page ${number}: ${JSON.stringify(found)}`] : []
    })
    expect(far).toEqual([])
  })

  test('the limits tell another name and a missing line', async () => {
    const filing = exampleFiling('individual-beijing')
    const [first] = await smallPages({ ...filing, subject: { ...filing.subject, name: '完全不同的另一个名称' } })
    const [golden] = await goldenPages('individual-beijing', 1)
    expect(tooFar(difference(first?.grey as Buffer, golden as Buffer))).toBe(true)
  })
})

function made(form: FormId, filing: Filing, partial = true): Promise<FormResult> {
  return fillForm({ form, filing, service: 0, on, blank: null, partial }, shippedRules)
}

/** A unit whose names are as hard as they come, and more domains than fit on a line. */
function hardFiling(): Filing {
  const filing = exampleFiling('enterprise-jiangsu')
  const [service] = filing.services ?? []
  const domain = service?.domains?.[0] as Domain
  const longest = `示例（内蒙古自治区）${'跨境电子商务供应链管理与数字技术服务'.repeat(5)}`.slice(0, 96)
  return Filing.parse({
    ...filing,
    subject: {
      ...filing.subject,
      name: `${longest}有限公司`,
      businessScope: '软件开发；以自有资金从事投资活动。（依法须经批准的项目除外）',
      responsiblePerson: {
        name: '买买提·𠮷田 བསྟན་འཛིན་ شىنجاڭ ᠮᠣᠩᠭᠣᠯ',
        certificate: { type: 'passport', number: 'Ｅ１２３４５６７８', address: '示例路 1 号' },
        mobile: '１３８００１３８０００',
        residencePermitUntil: '2028-01-01',
      },
    },
    change: { kinds: ['unit-rename'] },
    services: [
      {
        ...service,
        name: 'Élan 示例站',
        domains: Array.from({ length: 7 }, (_, at) => ({
          ...domain,
          name: `example-${at}.cn`,
          registrantName: '王五',
        })),
        formTexts: {
          'site-construction-plan': { content: '第一段说明网站内容。\n第二段说明栏目。' },
          'change-statement': { 'former-name': '旧名示例公司', 'former-number': '91320000MA0000007Q' },
          'employment-proof': { employer: '示例公司', 'entry-date': '2020 年 1 月 1 日', post: '工程师' },
          'guardian-consent': {
            'guardian-name': '李大',
            'guardian-certificate': '320000197805210037',
            'guardian-relation': '父亲',
          },
        },
      },
    ],
  })
}

describe('what is on a paper', () => {
  // All preparation sheets are set by one hand: one with fields and one with a table speak for them.
  const written = formDefinitions.filter(
    ({ id, kind }) => kind === 'own-letter' || ['verification-form', 'beijing-confirmation'].includes(id),
  )

  test.each(written.map(({ id }) => id))('%s: each character of hard names is in the ink', async (form) => {
    const drawn = watchPen()
    const { pdf, report } = await made(form, hardFiling())
    expect(report.left.filter(({ why }) => why === 'character-missing')).toEqual([])
    const pages = drawn()
    await expectInk(pdf, pages)
    const whole = pages
      .flat()
      .map(({ text }) => text)
      .join('')
    expect(whole).not.toContain('\u{fffd}')
    if (report.filled.some(({ field }) => field === 'mobile') && form === 'verification-form') {
      expect(whole).toContain('13800138000')
    }
  })

  test.each(exampleNames)('%s: each character of every form is in the ink', async (name) => {
    for (const form of formIds) {
      const drawn = watchPen()
      const { pdf } = await made(form, exampleFiling(name))
      await expectInk(pdf, drawn())
      vi.restoreAllMocks()
    }
  })

  test('the papers that the examples need, and nothing else', () => {
    const asked = exampleNames.map((name) => {
      const filing = exampleFiling(name)
      return [name, askedForms(checklist(filing, on), filing, formDefinitions).map(({ form }) => form)]
    })
    expect(Object.fromEntries(asked)).toEqual({
      'enterprise-jiangsu': ['authorization-letter-subject', 'authenticity-commitment', 'responsibility-notice'],
      'hong-kong-resident': [],
      'individual-beijing': ['verification-form'],
      'individual-guangdong-finance': [
        'guangdong-finance-commitment',
        'residence-statement',
        'information-service-commitment',
      ],
    })
  })

  test('a letter for few domains is small: its fonts stay under 100 KB a page', async () => {
    for (const form of formIds) {
      const { pdf, report } = await made(form, exampleFiling('individual-beijing'))
      expect([form, pdf.length / report.pages < 100 * 1024]).toEqual([form, true])
    }
  })
})

describe('where the province has a template of its own, ours is only to copy from', () => {
  test.each([
    { form: 'authorization-letter-subject', province: '62', kind: 'preparation-sheet' },
    { form: 'authorization-letter-subject', province: '32', kind: 'own-letter' },
    { form: 'authorization-letter-site', province: '31', kind: 'preparation-sheet' },
    { form: 'no-preapproval-commitment', province: '41', kind: 'preparation-sheet' },
    { form: 'no-preapproval-commitment', province: '44', kind: 'own-letter' },
  ] as const)('$form in $province: $kind', async ({ form, province, kind }) => {
    const { report } = await made(form, { ...hardFiling(), province })
    expect(report.kind).toBe(kind)
    expect(report.signing.theirs.length > 0).toBe(kind === 'preparation-sheet')
  })
})

describe('what is missing', () => {
  test('stops a paper and is named; asked for, its place stays open', async () => {
    const filing = exampleFiling('enterprise-jiangsu')
    const { legalRepresentative: _, ...subject } = filing.subject ?? {}
    const unknown = { ...filing, subject }
    const job = made('authorization-letter-subject', unknown, false)
    await expect(job).rejects.toMatchObject({ code: 'form.facts-missing' })
    await expect(job.catch((error) => error.params.fields.zh)).resolves.toBe('法定代表人姓名、法定代表人证件')
    const { report } = await made('authorization-letter-subject', unknown)
    expect(report.complete).toBe(false)
  })

  test('a character that no font has is named with its code, and its place alone stays open', async () => {
    const filing = exampleFiling('enterprise-jiangsu')
    const rare = { ...filing, subject: { ...filing.subject, name: '𡋾示例公司' } }
    const job = made('authorization-letter-subject', rare, false)
    await expect(job.catch((error) => [error.code, error.params.detail.zh])).resolves.toEqual([
      'form.characters-missing',
      expect.stringContaining('𡋾 (U+212FE)'),
    ])
    const drawn = watchPen()
    await made('authorization-letter-subject', rare)
    const whole = drawn().flatMap((lines) => lines.map(({ text }) => text))
    expect(whole.join('')).toContain('＿＿示例公司')
  })
})

test('the guide names who signs each paper with what, and marks the place on its page', async () => {
  const drawn = watchPen()
  const { pdf, pages } = await guideFor(exampleFiling('individual-guangdong-finance'), on, shippedRules)
  const whole = drawn()
    .flat()
    .map(({ text }) => text)
    .join('')
  for (const words of [
    '1. 广东备案承诺书（金融）',
    '不能盖签名章',
    '红色印泥按手印',
    '份数：',
    '有效期：',
    '2027-02-24',
  ])
    expect(whole).toContain(words)
  expect((await renderPage(pdf, 0, 100)).pages).toBe(pages)
})
