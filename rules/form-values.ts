/** What a filing says, as the words that are printed on paper. */
import { parseDomain } from './domain-name.ts'
import { registrarName } from './facts/domain.ts'
import { relationTitles } from './facts/holder.ts'
import {
  type CertificateView,
  type PersonView,
  type SubjectKind,
  type SubjectView,
  viewPerson,
  viewSubject,
} from './facts/views.ts'
import { plainNumber } from './identity.ts'
import type { Domain, Filing, Service, Subject } from './schema.ts'
import type { Tables } from './tables.ts'

type Values = Record<string, string | undefined>

const beijing = '11'

/** Without www: the registered name, or the name below it that is filed. */
function plainDomain({ name }: Domain, tables: Tables): string {
  return parseDomain(name, tables.suffixes.secondLevel)?.isSubdomain ? name.replace(/^www\./, '') : name
}

/** In Beijing with its registrar's short Chinese name (京 核验单). */
function domainLine(domain: Domain, province: string | undefined, tables: Tables): string {
  const short = province === beijing ? registrarName(domain.registrar, tables) : undefined
  return [plainDomain(domain, tables), short].filter((part) => part !== undefined).join(' ')
}

function typeTitle({ type }: CertificateView, tables: Tables): string | undefined {
  return tables.certificates.types.find(({ id }) => id === type.value)?.title.zh
}

function numberText({ number }: CertificateView): string | undefined {
  return number.value === undefined ? undefined : plainNumber(number.value)
}

/** "居民身份证 110…", as far as it is known. */
function typeAndNumber(certificate: CertificateView, tables: Tables): string | undefined {
  return (
    [typeTitle(certificate, tables), numberText(certificate)].filter((part) => part !== undefined).join(' ') ||
    undefined
  )
}

/** A number or an address typed with full-width letters is printed with the usual ones. */
function halfWidth(text: string | undefined): string | undefined {
  return text?.normalize('NFKC').replace(/\s/g, '') || undefined
}

/** An individual looks after the site himself, whether that is written or not. */
function sitePerson(service: Service | undefined, { kind, responsible }: SubjectView) {
  const person = service?.responsiblePerson
  if (typeof person === 'object') return viewPerson(person, '')
  return person === 'subject' || kind === 'individual' ? responsible : null
}

function topicsText(service: Service | undefined, tables: Tables): string | undefined {
  const titles = (service?.topics ?? []).map((topic) => tables.topics.find(({ id }) => id === topic)?.title.zh ?? topic)
  return titles.join('、') || undefined
}

/** Name, document and its number under the ids of one person. */
function personValues(id: string, person: PersonView | null, tables: Tables): Values {
  if (!person) return {}
  return {
    [`${id}-name`]: person.name.value,
    [`${id}-certificate`]: typeAndNumber(person.certificate, tables),
    [`${id}-certificate-type`]: typeTitle(person.certificate, tables),
    [`${id}-certificate-number`]: numberText(person.certificate),
  }
}

function organizerValues(filing: Filing, { kind, name, certificate }: SubjectView, tables: Tables): Values {
  return {
    we: kind === null ? undefined : kind === 'individual' ? '本人' : '本单位',
    'organizer-name': name.value,
    'organizer-nature': tables.certificates.natures.find(({ id }) => id === filing.subject?.nature)?.title.zh,
    'certificate-type': typeTitle(certificate, tables),
    'certificate-number': numberText(certificate),
    'certificate-address': certificate.address.value,
    'contact-address': filing.subject?.contactAddress,
    'business-scope': filing.subject?.businessScope,
    'province-name': tables.provinces.find(({ code }) => code === filing.province)?.title.zh,
    'provider-name': tables.providers.find(({ id }) => id === filing.provider)?.formName ?? undefined,
  }
}

function siteValues(filing: Filing, service: Service | undefined, tables: Tables): Values {
  const domains = service?.domains ?? []
  const own = filing.subject?.name
  const others = new Set(domains.flatMap(({ registrantName }) => registrantName ?? []).filter((name) => name !== own))
  return {
    'site-name': service?.name,
    domains: domains.map((domain) => domainLine(domain, filing.province, tables)).join('；') || undefined,
    'domain-count': domains.length > 0 ? String(domains.length) : undefined,
    'registrant-names': [...others].join('、') || undefined,
    'service-content': topicsText(service, tables),
  }
}

const changeTitles: Record<string, string> = {
  'unit-rename': '单位名称变更',
  'unit-to-unit': '备案主体由一个单位变更为另一个单位',
  'unit-to-individual': '备案主体由单位变更为个人',
  'individual-to-individual': '备案主体由一人变更为另一人',
  'individual-to-unit': '备案主体由个人变更为单位',
  'credit-code-changed': '证件号码变更为统一社会信用代码',
  other: '其他',
}

/** What the authorised person becomes: the subject's person often looks after the sites as well. */
function rolesText({ services }: Filing): string {
  const both = (services ?? []).some(({ responsiblePerson }) => responsiblePerson === 'subject')
  return both ? '主体负责人和互联网信息服务负责人（网站负责人）' : '主体负责人'
}

function otherValues(filing: Filing, { responsible }: SubjectView, subject: Subject | undefined): Values {
  return {
    roles: subject?.responsiblePerson === undefined ? undefined : rolesText(filing),
    'permit-until': responsible?.residencePermitUntil.value,
    'change-kinds': filing.change?.kinds?.map((kind) => changeTitles[kind] ?? kind).join('、') || undefined,
  }
}

/** Every value that any form prints, by field id; what is not known is absent. */
export function formValuesOf(filing: Filing, service: number, tables: Tables): Record<string, string> {
  const subject = viewSubject(filing, tables)
  const about = filing.services?.[service]
  const site = sitePerson(about, subject)
  const values: Values = {
    ...organizerValues(filing, subject, tables),
    ...siteValues(filing, about, tables),
    ...personValues('subject-responsible', subject.responsible, tables),
    ...personValues('site-responsible', site, tables),
    ...personValues('legal', subject.legal, tables),
    'legal-mobile': halfWidth(subject.legal?.mobile.value),
    mobile: halfWidth(site?.mobile.value),
    'emergency-mobile': halfWidth(site?.emergencyMobile.value),
    email: halfWidth(site?.email.value),
    ...otherValues(filing, subject, filing.subject),
  }
  return Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1])))
}

/** null: not known, or contradictory. */
export function applicantKind(filing: Filing, tables: Tables): SubjectKind | null {
  return viewSubject(filing, tables).kind
}

/** One row for each domain of a service, by column id. */
export function domainRows(filing: Filing, service: number, tables: Tables): Record<string, string>[] {
  return (filing.services?.[service]?.domains ?? []).map((domain) => {
    const { registrar, registrantName, registrantRelation, registrantCertificate, expires } = domain
    const row: Values = {
      name: plainDomain(domain, tables),
      registrar: registrarName(registrar, tables) ?? registrar,
      registrant: registrantName,
      relation: registrantRelation && relationTitles[registrantRelation].zh,
      certificate: registrantCertificate?.number && plainNumber(registrantCertificate.number),
      expires,
    }
    return Object.fromEntries(Object.entries(row).filter((entry): entry is [string, string] => Boolean(entry[1])))
  })
}
