/** What the engine might make of the sample filing. */

import type { Output } from '../../preload/contract.ts'
import type { FormReport } from '../../preload/form-views.ts'
import type { PrintPage, PrintPaper } from '../../preload/print-calls.ts'
import type { PackageResult } from '../../preload/views.ts'
import type { IsoDate } from '../../rules/schema.ts'
import { checklist, expiring, titleOf } from './sample-filing.ts'

export const report: FormReport = {
  form: 'verification-form',
  edition: '2019-05',
  pages: 1,
  kind: 'preparation-sheet',
  complete: false,
  own: [],
  signing: { hands: [], theirs: [], copies: null },
  window: null,
  filled: [
    { field: 'organiser', title: { zh: '主办者名称', en: 'Organiser' }, text: '张三' },
    { field: 'number', title: { zh: '证件号码', en: 'Certificate number' }, text: '11010519491231002X' },
    { field: 'domains', title: { zh: '网站域名', en: 'Domains' }, text: 'example.cn' },
    { field: 'mobile', title: { zh: '手机号码', en: 'Mobile number' }, text: '13800138000' },
  ],
  left: [
    {
      field: 'address',
      title: { zh: '通信地址', en: 'Postal address' },
      why: 'unknown',
      hint: { zh: '资料里还没有通信地址。', en: 'The facts have no postal address yet.' },
    },
    {
      field: 'signature',
      title: { zh: '网站负责人签字', en: 'Signature of the site’s responsible person' },
      why: 'signature',
      hint: { zh: '用黑色签字笔正楷签名。', en: 'Sign in block script with a black pen.' },
    },
    {
      field: 'date',
      title: { zh: '日期', en: 'Date' },
      why: 'date',
      hint: { zh: '写签字当天的日期。', en: 'The day of signing.' },
    },
  ],
}

export const formList: Output<'form/list'> = [
  {
    id: 'verification-form',
    title: { zh: '网站备案信息真实性核验单', en: 'Verification form' },
    edition: '2019-05',
    material: 'verification-form',
    kind: 'preparation',
  },
]

export const askedForms: Output<'form/asked'> = [
  {
    form: 'verification-form',
    service: 0,
    need: 'required',
    title: { zh: '网站备案信息真实性核验单', en: 'Website filing verification form' },
    material: 'verification-form',
    kind: 'preparation-sheet',
    complete: false,
    missing: [{ zh: '通信地址', en: 'Postal address' }],
    compose: [],
    expired: false,
    pictures: 0,
  },
  {
    form: 'beijing-confirmation',
    service: 0,
    need: 'unknown',
    title: { zh: '北京地区备案域名及域名注册商确认表', en: 'Beijing: domains and their registrars' },
    material: 'beijing-confirmation',
    kind: 'preparation-sheet',
    complete: true,
    missing: [],
    compose: [],
    expired: true,
    pictures: 1,
  },
]

export const packageResult: PackageResult = {
  format: 'beiqi-package/1',
  out: '/home/示例/文档/备齐-示例客户：张三-20261124',
  rulesVersion: '2026.11.0',
  asOf: checklist.asOf,
  files: [
    {
      slot: 'subject-responsible-id@subject',
      name: '01-主体负责人证件.jpg',
      bytes: 1_934_000,
      width: 1600,
      height: 3200,
      from: ['id-front.jpg', 'id-back.jpg'],
    },
    { slot: 'form', name: '表单-真实性核验单.pdf', bytes: 148_000, width: null, height: null, from: [] },
  ],
  missing: [
    {
      material: 'beijing-confirmation',
      for: 'subject',
      title: titleOf('beijing-confirmation'),
      need: 'required',
    },
  ],
  findings: [expiring],
}

export const shippedRules: Output<'rules/state'> = {
  version: '2026.11.1',
  shippedVersion: '2026.11.1',
  origin: 'shipped',
  importedAt: null,
  key: null,
  changelog: [{ version: '2026.11.1', date: '2026-11-24' as IsoDate, zh: '收入各省的要求。', en: 'Provincial facts.' }],
  damaged: null,
  keys: [],
}

export const packRules: Output<'rules/state'> = {
  ...shippedRules,
  version: '2026.12.0',
  origin: 'pack',
  importedAt: '2026-12-02T02:00:00.000Z',
  key: 'a'.repeat(64),
  changelog: [
    {
      version: '2026.12.0',
      date: '2026-12-01' as IsoDate,
      zh: '北京不再要求备案确认书。',
      en: 'Beijing drops its confirmation.',
    },
    ...shippedRules.changelog,
  ],
}

export const newKey = { id: 'ab12'.repeat(16), title: 'maker.pem', origin: 'added' as const }

export const factReport: Omit<Output<'rules/report'>, 'version'> = {
  total: 4,
  checked: 2,
  advice: 1,
  leftOut: [{ fact: '11.sample.A.1', why: { zh: '前后矛盾。', en: 'It contradicts itself.' } }],
  onlyPassedOn: [{ fact: '11.sample.A.2', why: { zh: '没有数量。', en: 'It has no number.' } }],
  rejections: {
    total: 2,
    checked: 1,
    unseen: [{ zh: '电话打不通', en: 'Nobody answers', why: { zh: '不拨电话。', en: 'It calls nobody.' } }],
  },
  byProvince: [],
}

export const printRun = '0197a000-0000-7000-8000-00000000aaaa'

/** Two clients: one whose letter is signed twice, one whose facts are missing. */
export const printPapers: PrintPaper[] = [
  {
    filing: printRun,
    applicant: '示例科技有限公司',
    form: 'authorization-letter-subject',
    title: { zh: '授权书（主体负责人）', en: 'Authorization letter' },
    kind: 'own-letter',
    pages: 1,
    copies: 2,
    copiesWhy: { zh: '一式两份。', en: 'Two copies.' },
    complete: true,
    missing: [],
  },
  {
    filing: 'another',
    applicant: '张三',
    form: 'residence-statement',
    title: { zh: '居住情况说明', en: 'Statement of residence' },
    kind: 'own-letter',
    pages: 2,
    copies: 0,
    copiesWhy: null,
    complete: false,
    missing: [{ zh: '通信地址', en: 'Postal address' }],
  },
]

export function pagesOf(sheets: readonly { paper: number; copies: number }[]): PrintPage[] {
  return sheets.flatMap(({ paper, copies }) =>
    Array.from({ length: copies }, (_, copy) =>
      Array.from({ length: printPapers[paper]?.pages ?? 0 }, (__, page) => ({
        paper,
        page,
        copy,
        width: 210,
        height: 297,
      })),
    ).flat(),
  )
}
