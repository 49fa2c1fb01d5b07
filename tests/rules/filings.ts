/** Complete filings of plainly fictitious applicants that nothing is wrong with, and how a test changes them. */
import { checklist } from '../../rules/checklist.ts'
import { Filing, type IsoDate } from '../../rules/schema.ts'

export const today = '2026-11-24' as IsoDate

const residentId = {
  type: 'resident-id',
  number: '11010519491231002X',
  validFrom: '2015-03-01',
  validUntil: '2035-03-01',
}
const otherId = { type: 'resident-id', number: '360426199101010071', validFrom: '2018-03-01', validUntil: '2038-03-01' }
const licence = {
  type: 'business-licence',
  number: '91110000600037341L',
  validFrom: '2010-01-01',
  validUntil: 'long-term',
  address: '江苏省示例市示例路 2 号',
}

const server = {
  product: 'ecs',
  region: 'cn-hangzhou',
  billing: 'subscription',
  periodMonths: 12,
  remainingMonths: 5,
  publicBandwidth: true,
  orderAmountCny: 199,
  filingCodesUsed: 0,
}

function domain(holder: { name: string; certificate: Record<string, unknown>; relation: string }) {
  return {
    name: 'example.cn',
    registrar: 'aliyun',
    registrantName: holder.name,
    registrantRelation: holder.relation,
    registrantCertificate: { type: holder.certificate['type'], number: holder.certificate['number'] },
    realNameVerified: true,
    expires: '2028-08-01',
  }
}

/** 张三 files a site of his own in Beijing with Aliyun, on paper. */
export const individual = {
  format: 'beiqi-filing/1',
  provider: 'aliyun',
  province: '11',
  filingType: 'first',
  paperForm: true,
  domainsFitOnForm: true,
  subject: {
    nature: 'individual',
    name: '张三',
    certificate: { ...residentId, address: '北京市朝阳区示例路 1 号' },
    contactAddress: '北京市朝阳区示例路 1 号',
    responsiblePerson: {
      name: '张三',
      certificate: residentId,
      mobile: '13800138000',
      emergencyMobile: '13900139000',
      email: 'zhangsan@example.cn',
    },
  },
  services: [
    {
      type: 'website',
      name: '张三的摄影笔记',
      domains: [domain({ name: '张三', certificate: residentId, relation: 'applicant' })],
      responsiblePerson: 'subject',
      topics: ['personal-blog'],
      server,
    },
  ],
} as const

const legal = {
  name: '李四',
  certificate: residentId,
  mobile: '13700137000',
  emergencyMobile: '13600136000',
  mobileProvince: '32',
}

/** 示例科技 files in Jiangsu (free site person, letters taken); its legal representative answers for all of it. */
export const unit = {
  format: 'beiqi-filing/1',
  provider: 'aliyun',
  province: '32',
  filingType: 'first',
  paperForm: false,
  domainsFitOnForm: true,
  subject: {
    nature: 'enterprise',
    name: '示例科技（北京）有限公司',
    certificate: licence,
    legalRepresentative: legal,
    responsiblePerson: 'legal-representative',
  },
  services: [
    {
      type: 'website',
      name: '示例科技官方网站',
      domains: [domain({ name: '示例科技（北京）有限公司', certificate: licence, relation: 'unit' })],
      responsiblePerson: 'subject',
      topics: ['company-introduction'],
      server,
    },
  ],
} as const

/** Another person than the legal representative. */
export const employee = {
  name: '王五',
  certificate: otherId,
  mobile: '13500135000',
  emergencyMobile: '13400134000',
  mobileProvince: '32',
}

/** What is changed, by path ("services[0].domains[0].expires"); undefined takes the place away. */
export type Changes = Readonly<Record<string, unknown>>

export function partsOf(path: string): (string | number)[] {
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

function change(value: unknown, [part, ...rest]: (string | number)[], next: unknown): unknown {
  if (part === undefined) return next
  const copy: Record<string | number, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) }
  const inner = change(copy[part], rest, next)
  if (inner !== undefined) copy[part] = inner
  else if (Array.isArray(copy)) copy.splice(Number(part), 1)
  else delete copy[part]
  return copy
}

export function changed(base: unknown, changes: Changes): Filing {
  return Filing.parse(
    Object.entries(changes).reduce((filing, [path, next]) => change(filing, partsOf(path), next), base),
  )
}

export function checked(base: unknown, changes: Changes = {}, on: string = today) {
  return checklist(changed(base, changes), on as IsoDate)
}

/** As many domains with prefixes of their own. */
export function domains(count: number): unknown[] {
  return Array.from({ length: count }, (_, index) => ({ name: `example${index}.cn` }))
}

export function services(count: number): unknown[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `示例网站${index}`,
    domains: [{ name: `example${index}.cn` }],
    responsiblePerson: 'subject',
  }))
}
