/** Numbers and addresses that filings of different subjects share. Who else uses them is known to the caller only. */
import { z } from 'zod'
import { type Finding, Severity, SourceRef } from './answers.ts'
import data from './data/shared-contacts.json' with { type: 'json' }
import { FindingCode } from './overruled-schema.ts'
import { type Filing, type Person, provinceCodes, Text } from './schema.ts'

const said = { severity: Severity, fix: Text, sources: z.array(SourceRef).min(1) }
const Line = Text.extend({
  ...said,
  code: FindingCode,
  /** What these provinces say instead. */
  strictIn: z.array(Text.extend({ ...said, provinces: z.array(z.enum(provinceCodes)).min(1) })).default([]),
})
const lines = z.strictObject({ phone: Line, email: Line, certificate: Line }).parse(data)

/** The findings that are made here. */
export const sharedCodes: readonly string[] = Object.values(lines).map(({ code }) => code)

export interface Contact {
  kind: keyof typeof lines
  /** As it is compared: digits, lower-case address, upper-case number. */
  value: string
  /** Path in the filing. */
  at: string
}

/** Who files, as far as it is known: by what two filings are told to be of one subject. */
export interface SubjectIdentity {
  number: string | null
  name: string | null
}

export function identityOf({ subject }: Filing): SubjectIdentity {
  return { number: plain(subject?.certificate?.number), name: subject?.name ?? null }
}

/** null: it cannot be told. */
export function isSameSubject(one: SubjectIdentity, other: SubjectIdentity): boolean | null {
  if (one.number !== null && other.number !== null) return one.number === other.number
  return one.name !== null && other.name !== null ? one.name === other.name : null
}

/** Every mobile number, e-mail address and personal certificate of a filing, each value of a kind once. */
export function contactsOf(filing: Filing): Contact[] {
  const { subject, services = [] } = filing
  const own: Contact[] =
    subject?.nature === 'individual'
      ? contact('certificate', plain(subject.certificate?.number), 'subject.certificate.number')
      : []
  const persons = [
    ...contactsOfPerson(subject?.responsiblePerson, 'subject.responsiblePerson'),
    ...contactsOfPerson(subject?.legalRepresentative, 'subject.legalRepresentative'),
    ...services.flatMap(({ responsiblePerson }, index) =>
      contactsOfPerson(responsiblePerson, `services[${index}].responsiblePerson`),
    ),
  ]
  const all = [...own, ...persons]
  return [...new Map(all.toReversed().map((each) => [`${each.kind} ${each.value}`, each])).values()].toReversed()
}

function contactsOfPerson(person: Person | string | undefined, at: string): Contact[] {
  if (typeof person !== 'object') return []
  return [
    ...contact('phone', digits(person.mobile), `${at}.mobile`),
    ...contact('phone', digits(person.emergencyMobile), `${at}.emergencyMobile`),
    ...contact('email', person.email?.toLowerCase() ?? null, `${at}.email`),
    ...contact('certificate', plain(person.certificate?.number), `${at}.certificate.number`),
  ]
}

function contact(kind: Contact['kind'], value: string | null, at: string): Contact[] {
  return value ? [{ kind, value, at }] : []
}

function plain(number: string | undefined): string | null {
  return number === undefined ? null : number.replace(/[\s-]/g, '').toUpperCase()
}

/** Without the country's code; what is no mobile number is no number to compare. */
function digits(phone: string | undefined): string | null {
  const number = phone?.replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '') ?? ''
  return /^1\d{10}$/.test(number) ? number : null
}

/** @param clients the names of the other clients in whose filings it stands */
export function sharedFinding(
  { kind, value, at }: Contact,
  clients: readonly string[],
  province: { code: string; title: Text } | undefined,
): Finding {
  const { code, strictIn, ...general } = lines[kind]
  const { severity, zh, en, fix, sources } =
    strictIn.find(({ provinces }) => province !== undefined && provinces.includes(province.code)) ?? general
  const places = (language: keyof Text, between: string) => ({
    value,
    clients: clients.join(between),
    province: province?.title[language] ?? '',
  })
  return {
    code,
    severity,
    at,
    zh: filled(zh, places('zh', '、')),
    en: filled(en, places('en', ', ')),
    fix,
    rule: code,
    sources,
    earlier: [],
    verify: false,
  }
}

function filled(template: string, places: Readonly<Record<string, string>>): string {
  return template.replace(/\{(value|clients|province)\}/g, (_, place: string) => places[place] ?? '')
}
