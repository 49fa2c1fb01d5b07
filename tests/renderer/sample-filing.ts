/** A filing of a fictitious person with what the rules might answer: only to show and test the window. */
import type { ClientView } from '../../preload/client-views.ts'
import type { FilingView, ImageView, SlotView } from '../../preload/views.ts'
import type { Checklist, ChecklistItem, Finding, ImageWindow, Reason } from '../../rules/answers.ts'
import type { Deadline } from '../../rules/deadline-schema.ts'
import { Filing, type MaterialId, materialIds } from '../../rules/schema.ts'

const filingDay = (day: string) => day as Checklist['asOf']
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const ids = {
  client: uuid(1),
  filing: uuid(2),
  other: uuid(3),
  otherFiling: uuid(4),
  front: uuid(11),
  back: uuid(12),
  form: uuid(13),
  loose: uuid(14),
}

export const filing = Filing.parse({
  format: 'beiqi-filing/1',
  provider: 'aliyun',
  province: '11',
  filingType: 'first',
  paperForm: true,
  subject: {
    nature: 'individual',
    name: '张三',
    certificate: {
      type: 'resident-id',
      number: '11010519491231002X',
      validFrom: '2015-03-01',
      validUntil: '2035-03-01',
      address: '北京市朝阳区示例路 1 号',
    },
    responsiblePerson: { mobile: '13800138000', email: 'zhangsan@example.cn' },
  },
  services: [
    {
      type: 'website',
      name: '张三的摄影日记',
      domains: [
        {
          name: 'example.cn',
          registrar: 'aliyun',
          registrantName: '张三',
          registrantRelation: 'applicant',
          expires: '2026-12-20',
        },
      ],
      responsiblePerson: 'subject',
      topics: ['personal-blog'],
    },
  ],
})

export const view: FilingView = {
  id: ids.filing,
  client: ids.client,
  clientName: '示例客户：张三',
  revision: 3,
  updatedAt: '2026-11-24T01:20:00.000Z',
  filing,
}

export const clients: ClientView[] = [
  {
    id: ids.client,
    name: '示例客户：张三',
    sample: true,
    filings: [{ id: ids.filing, title: '张三 · example.cn · 首次备案', updatedAt: '2026-11-24T01:20:00.000Z' }],
  },
  {
    id: ids.other,
    name: '示例科技（北京）有限公司',
    sample: false,
    filings: [{ id: ids.otherFiling, title: 'example.com · 新增网站', updatedAt: '2026-11-20T08:00:00.000Z' }],
  },
]

const titles: Partial<Record<MaterialId, [string, string]>> = {
  'subject-responsible-id': ['主体负责人证件', 'ID of the subject’s responsible person'],
  'site-responsible-id': ['网站负责人证件', 'ID of the site’s responsible person'],
  'organizer-certificate': ['主办单位证件', 'Certificate of the organiser'],
  'verification-form': ['真实性核验单', 'Verification form'],
  'face-verification': ['人脸核验或幕布拍照', 'Face check or curtain photo'],
  'handheld-person': ['手持个人证件照片', 'Photo of the person holding the ID'],
  'beijing-confirmation': ['北京备案确认书', 'Beijing filing confirmation'],
  'domain-certificate': ['域名证书', 'Domain certificate'],
}
export const materials = materialIds.map((id) => {
  const [zh, en] = titles[id] ?? [id, id]
  return { id, title: { zh, en } }
})

const source = { id: 'aliyun-docs', vintage: '2019-09-12', place: 'ICP备案前准备/备案所需资料' }
export const titleOf = (id: MaterialId) => materials.find((one) => one.id === id)?.title ?? { zh: id, en: id }

const older: Reason = {
  rule: '11.paper-form.A.1',
  zh: '核验单须加盖公章并邮寄原件。',
  en: 'The verification form is sealed and its original is posted.',
  facts: [],
  sources: [{ id: 'aliyun-docs', vintage: '2018-06-09' }],
}

function item(material: MaterialId, more: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    material,
    for: 'subject',
    title: titleOf(material),
    need: 'required',
    covers: [],
    uploadWith: null,
    stitchWith: null,
    hints: [],
    because: [
      {
        rule: `basic.${material}`,
        zh: '阿里云要求所有首次备案提供这份材料。',
        en: 'Alibaba Cloud asks for it in every first filing.',
        facts: [{ name: 'province', at: 'province', value: '11' }],
        sources: [source],
      },
    ],
    earlier: [],
    verify: false,
    ...more,
  }
}

export const expiring: Finding = {
  code: 'domain.expiring',
  severity: 'blocker',
  at: 'services[0].domains[0].expires',
  zh: '域名 example.cn 将于 2026-12-20 到期，剩余有效期不足 3 个月。',
  en: 'The domain example.cn expires on 2026-12-20, in less than 3 months.',
  fix: { zh: '先在注册商处续费，再更新到期日。', en: 'Renew it at the registrar, then update the date.' },
  rule: 'domain.validity',
  sources: [source],
  earlier: [],
  verify: false,
}
const siteName: Finding = {
  ...expiring,
  code: 'site-name.personal-word',
  severity: 'warning',
  at: 'services[0].name',
  zh: '个人网站名称中的“日记”可能被视为博客类用词。',
  en: 'The word “日记” in a personal site’s name may be read as a blog.',
  fix: { zh: '改成能体现网站内容的名称，例如“张三的摄影作品”。', en: 'Use a name that says what the site shows.' },
}
export const blurred: Finding = {
  code: 'image.blurred',
  severity: 'warning',
  at: 'id-back.jpg',
  zh: '照片有些模糊，小字可能看不清。',
  en: 'The photo is a little blurred; small print may be unreadable.',
  fix: { zh: '擦净镜头，放稳手机后重拍。', en: 'Clean the lens, hold the phone still and take it again.' },
  rule: 'picture.sharpness',
  sources: [],
  earlier: [],
  verify: false,
}

export const checklist: Checklist = {
  format: 'beiqi-checklist/1',
  rulesVersion: '2026.11.0',
  asOf: filingDay('2026-11-24'),
  items: [
    item('subject-responsible-id', {
      covers: ['site-responsible-id', 'organizer-certificate'],
      hints: [
        {
          zh: '正反两面都要拍，四角完整，不要用复印件或屏幕翻拍。',
          en: 'Both sides, all corners, no copies or screens.',
        },
        { zh: '放在深色桌面上，避开反光。', en: 'Lay it on a dark table, away from glare.' },
      ],
    }),
    item('verification-form', { for: 'services[0]', earlier: [older], verify: true }),
    item('beijing-confirmation', { uploadWith: 'verification-form', stitchWith: 'verification-form' }),
    item('handheld-person', { uploadWith: 'subject-responsible-id', stitchWith: 'subject-responsible-id' }),
    item('domain-certificate', { for: 'services[0]', need: 'unknown' }),
    item('face-verification', { need: 'later' }),
  ],
  findings: [expiring, siteName],
  asks: [
    {
      at: 'services[0].domains[0].realNameVerified',
      fact: 'domain.realNameVerified',
      why: [{ zh: '域名是否已实名认证', en: 'whether the domain’s real name is verified' }],
    },
    {
      at: 'services[0].server.product',
      fact: 'server.product',
      why: [
        { zh: '服务器产品', en: 'server product' },
        { zh: '服务器计费方式', en: 'billing' },
      ],
    },
    {
      at: 'subject.responsiblePerson.emergencyMobile',
      fact: 'person.emergencyMobile',
      why: [{ zh: '应急联系电话', en: 'emergency number' }],
    },
  ],
  advice: [
    {
      topic: 'phone',
      title: { zh: '电话', en: 'Phone' },
      zh: '手机号码请保持畅通，管局会致电核实。',
      en: 'Keep the mobile reachable; the administration calls to verify.',
      sources: [source],
      earlier: [],
      verify: true,
    },
  ],
}

export const deadline: Deadline = {
  date: filingDay('2026-12-20'),
  first: {
    ...expiring,
    code: 'domain.expired',
    zh: '域名 example.cn 已到期。',
    en: 'The domain example.cn has expired.',
  },
  windows: [],
}

/** The same filing elsewhere: one paper less, one certain, one question less. */
export const elsewhere: Checklist = {
  ...checklist,
  items: checklist.items
    .filter(({ material }) => material !== 'beijing-confirmation')
    .map((one) => (one.material === 'domain-certificate' ? { ...one, need: 'required' as const } : one)),
  asks: checklist.asks.slice(1),
}

const window: ImageWindow = { formats: ['jpeg', 'png'], minBytes: 204_800, maxBytes: 3_999_999 }
const places = (...all: [MaterialId, string][]) => all.map(([material, of]) => ({ material, for: of }))
const column = { window, layout: 'column', gap: null, captions: false } as const
export const slots: SlotView[] = [
  {
    id: 'subject-responsible-id',
    name: '01-主体负责人证件',
    title: titleOf('subject-responsible-id'),
    parts: places(['subject-responsible-id', 'subject'], ['handheld-person', 'subject']),
    ...column,
  },
  {
    id: 'verification-form',
    name: '02-真实性核验单',
    title: titleOf('verification-form'),
    parts: places(['verification-form', 'services[0]'], ['beijing-confirmation', 'subject']),
    ...column,
  },
  {
    id: 'domain-certificate',
    name: '03-域名证书',
    title: titleOf('domain-certificate'),
    parts: places(['domain-certificate', 'services[0]']),
    ...column,
    window: { ...window, minBytes: 0 },
  },
]
function image(id: string, name: string, more: Partial<ImageView>): ImageView {
  return {
    id,
    filing: ids.filing,
    name,
    format: 'jpeg',
    page: null,
    bytes: 4_310_000,
    width: 4000,
    height: 3000,
    adjustments: [],
    place: null,
    position: 0,
    findings: [],
    ...{ nth: 1, reading: null, toRead: false, offers: [] },
    ...more,
  }
}

const idPlace = { material: 'subject-responsible-id', for: 'subject' } as const
export const images: ImageView[] = [
  image(ids.front, 'id-front.jpg', { place: idPlace }),
  image(ids.back, 'id-back.jpg', { place: idPlace, position: 1, findings: [blurred] }),
  image(ids.form, '核验单.jpg', {
    place: { material: 'verification-form', for: 'services[0]' },
    width: 3000,
    height: 4000,
  }),
  image(ids.loose, '微信图片_20261123.jpg', {}),
]
