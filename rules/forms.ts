/** What is printed into a form for a filing, and what the hand does. */
import type { FormId, HandPlace } from './answers.ts'
import { type Rules, shippedRules } from './catalog.ts'
import { evaluate } from './condition.ts'
import { parseDomain } from './domain-name.ts'
import { registrarName } from './facts/domain.ts'
import { type CertificateView, type SubjectView, viewPerson, viewSubject } from './facts/views.ts'
import { fillFacts, readFact } from './facts.ts'
import { plainNumber } from './identity.ts'
import type { Domain, Filing, IsoDate, Service } from './schema.ts'
import { settingsOf } from './settings.ts'
import type { Tables } from './tables.ts'

const beijing = '11'

/** The registered name without www; in Beijing with its registrar's short Chinese name (京 核验单). */
function domainLine({ name, registrar }: Domain, province: string | undefined, tables: Tables): string {
  const parsed = parseDomain(name, tables.suffixes.secondLevel)
  const plain = parsed?.isSubdomain ? name.replace(/^www\./, '') : name
  const short = province === beijing ? registrarName(registrar, tables) : undefined
  return short === undefined ? plain : `${plain} ${short}`
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

function verificationValues(
  filing: Filing,
  service: Service | undefined,
  tables: Tables,
): Record<string, string | undefined> {
  const subject = viewSubject(filing, tables)
  const { certificate, responsible } = subject
  const site = sitePerson(service, subject)
  const domains = (service?.domains ?? []).map((domain) => domainLine(domain, filing.province, tables))
  return {
    'organizer-name': subject.name.value,
    'organizer-nature': tables.certificates.natures.find(({ id }) => id === filing.subject?.nature)?.title.zh,
    'certificate-type': typeTitle(certificate, tables),
    'certificate-number': numberText(certificate),
    'certificate-address': certificate.address.value,
    'subject-responsible-name': responsible?.name.value,
    'subject-responsible-certificate': responsible ? typeAndNumber(responsible.certificate, tables) : undefined,
    mobile: site?.mobile.value,
    'emergency-mobile': site?.emergencyMobile.value,
    email: site?.email.value,
    'contact-address': filing.subject?.contactAddress,
    'site-name': service?.name,
    domains: domains.join('；') || undefined,
    'service-content': topicsText(service, tables),
    'site-responsible-name': site?.name.value,
    'site-responsible-certificate-type': site ? typeTitle(site.certificate, tables) : undefined,
    'site-responsible-certificate-number': site ? numberText(site.certificate) : undefined,
    'provider-name': tables.providers.find(({ id }) => id === filing.provider)?.formName ?? undefined,
  }
}

const values: Record<FormId, typeof verificationValues> = { 'verification-form': verificationValues }

/**
 * The text of each field that can be printed, by field id; what is not known is absent. Signatures, seals and dates
 * are never among them. A form belongs to one service: `service` is its position in `filing.services`.
 */
export function formValues(
  form: FormId,
  filing: Filing,
  _on: IsoDate,
  service = 0,
  rules: Rules = shippedRules,
): Record<string, string> {
  const entries = Object.entries(values[form](filing, filing.services?.[service], rules.tables))
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** Where the date does not matter; places depend on the province and the kind of applicant only. */
const anyDay = '2000-01-01' as IsoDate

/**
 * The places that stay empty for this province and kind of applicant, and what the hand does there. Where the filing
 * does not tell yet whether a place is needed, it is listed.
 */
export function formHandPlaces(form: FormId, filing: Filing, rules: Rules = shippedRules): HandPlace[] {
  const [setting] = settingsOf(filing, anyDay, rules.tables).filing
  if (!setting) return []
  return rules.forms[form]
    .filter(({ when }) => evaluate(when, (name) => readFact(setting, name)).truth !== false)
    .map(({ field, title, why, hint, sources }) => ({
      field,
      title,
      why,
      hint: { zh: fillFacts(hint.zh, setting, 'zh'), en: fillFacts(hint.en, setting, 'en') },
      sources,
    }))
}
