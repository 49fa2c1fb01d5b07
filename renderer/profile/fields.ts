/** Every field of the facts, in the order of the page: its place, its kind, and for whom it matters. */
import type { Filing } from '../../rules/schema.ts'
import { readAt } from '../filing/paths.ts'
import type { Key } from '../text/language.ts'

export type ListName =
  | 'filingTypes'
  | 'provinces'
  | 'providers'
  | 'natures'
  | 'personCertificates'
  | 'unitCertificates'
  | 'certificates'
  | 'relations'
  | 'serviceTypes'
  | 'registrars'
  | 'topics'
  | 'products'
  | 'billing'
  | 'regions'

export type FieldKind =
  | 'text'
  | 'person'
  | 'certificate'
  | 'number-text'
  | 'email'
  | 'domain'
  | 'date'
  | 'end-date'
  | 'number'
  | 'choice'
  | 'free-choice'
  | 'many'
  | 'yes-no'

/** What decides whether a field matters. */
export interface Here {
  individual: boolean
  certificateType: unknown
}

export interface FieldSpec {
  /** Place inside its section. */
  name: string
  label: Key<'profile'>
  kind: FieldKind
  list?: ListName
  /** Asked of everybody: counted while it is open. */
  core?: boolean
  wide?: boolean
  hint?: Key<'profile'>
  shows?: (here: Here) => boolean
}

const one = ({ individual }: Here) => individual
const unit = ({ individual }: Here) => !individual
/** A passport does not tell where its holder is a resident. */
const regionUnknown = ({ certificateType }: Here) => certificateType === 'passport'
/** A resident ID holds the day of birth already. */
const birthUnknown = ({ certificateType }: Here) =>
  typeof certificateType === 'string' && !['resident-id', 'temporary-id'].includes(certificateType)

export const basics: FieldSpec[] = [
  { name: 'filingType', label: 'filingType', kind: 'choice', list: 'filingTypes', core: true },
  { name: 'subject.nature', label: 'nature', kind: 'choice', list: 'natures', core: true },
  { name: 'province', label: 'province', kind: 'choice', list: 'provinces', core: true },
  { name: 'provider', label: 'provider', kind: 'choice', list: 'providers', core: true },
  { name: 'paperForm', label: 'paperForm', kind: 'yes-no' },
  { name: 'firstReviewPassed', label: 'firstReviewPassed', kind: 'yes-no' },
]

export const subject: FieldSpec[] = [
  { name: 'name', label: 'personName', kind: 'person', core: true, shows: one },
  { name: 'name', label: 'name', kind: 'text', core: true, shows: unit },
  {
    name: 'certificate.type',
    label: 'certificateType',
    kind: 'choice',
    list: 'personCertificates',
    core: true,
    shows: one,
  },
  {
    name: 'certificate.type',
    label: 'certificateType',
    kind: 'choice',
    list: 'unitCertificates',
    core: true,
    shows: unit,
  },
  { name: 'certificate.number', label: 'certificateNumber', kind: 'certificate', core: true, wide: true },
  { name: 'certificate.validFrom', label: 'validFrom', kind: 'date' },
  { name: 'certificate.validUntil', label: 'validUntil', kind: 'end-date', core: true },
  { name: 'certificate.address', label: 'address', kind: 'text', wide: true },
  { name: 'contactAddress', label: 'contactAddress', kind: 'text', wide: true },
  { name: 'filedServiceCount', label: 'filedServiceCount', kind: 'number' },
  { name: 'filedDomainCount', label: 'filedDomainCount', kind: 'number' },
]

const fromPassport: FieldSpec[] = [
  { name: 'birthDate', label: 'birthDate', kind: 'date', shows: birthUnknown },
  { name: 'region', label: 'residentOf', kind: 'choice', list: 'regions', shows: regionUnknown },
]

const identity: FieldSpec[] = [
  { name: 'name', label: 'personName', kind: 'person', core: true },
  { name: 'certificate.type', label: 'certificateType', kind: 'choice', list: 'personCertificates', core: true },
  { name: 'certificate.number', label: 'certificateNumber', kind: 'certificate', core: true, wide: true },
  { name: 'certificate.validFrom', label: 'validFrom', kind: 'date' },
  { name: 'certificate.validUntil', label: 'validUntil', kind: 'end-date' },
  { name: 'certificate.address', label: 'address', kind: 'text', wide: true },
  ...fromPassport,
]

const contact: FieldSpec[] = [
  { name: 'mobile', label: 'mobile', kind: 'number-text', core: true },
  { name: 'emergencyMobile', label: 'emergencyMobile', kind: 'number-text' },
  { name: 'email', label: 'email', kind: 'email', core: true },
]

export const person: FieldSpec[] = [...identity, ...contact]
/** The applicant's own name and certificate stand under the subject already. */
export const applicant: FieldSpec[] = [...contact, ...fromPassport]
export const legal: FieldSpec[] = identity

export const service: FieldSpec[] = [
  { name: 'type', label: 'serviceType', kind: 'choice', list: 'serviceTypes', core: true },
  { name: 'name', label: 'serviceName', kind: 'text', core: true },
  { name: 'topics', label: 'topics', kind: 'many', list: 'topics', wide: true },
]

export const domain: FieldSpec[] = [
  { name: 'name', label: 'domainName', kind: 'domain', core: true },
  { name: 'expires', label: 'expires', kind: 'date', core: true },
  { name: 'registrar', label: 'registrar', kind: 'free-choice', list: 'registrars', core: true },
  { name: 'registrantName', label: 'registrantName', kind: 'text', core: true },
  { name: 'registrantRelation', label: 'registrantRelation', kind: 'choice', list: 'relations', core: true },
  { name: 'registrantCertificate.type', label: 'registrantType', kind: 'choice', list: 'certificates' },
  { name: 'registrantCertificate.number', label: 'registrantNumber', kind: 'certificate' },
  { name: 'realNameVerified', label: 'realNameVerified', kind: 'yes-no' },
  { name: 'realNameVerifiedOn', label: 'realNameVerifiedOn', kind: 'date' },
  { name: 'registrarApproved', label: 'registrarApproved', kind: 'yes-no' },
  { name: 'registrarInternational', label: 'registrarInternational', kind: 'yes-no' },
]

export const server: FieldSpec[] = [
  { name: 'product', label: 'product', kind: 'choice', list: 'products', core: true },
  { name: 'region', label: 'region', kind: 'text', hint: 'regionHint' },
  { name: 'billing', label: 'billing', kind: 'choice', list: 'billing', core: true },
  { name: 'periodMonths', label: 'periodMonths', kind: 'number' },
  { name: 'remainingMonths', label: 'remainingMonths', kind: 'number' },
  { name: 'orderAmountCny', label: 'orderAmountCny', kind: 'number' },
  { name: 'filingCodesUsed', label: 'filingCodesUsed', kind: 'number' },
  { name: 'publicBandwidth', label: 'publicBandwidth', kind: 'yes-no' },
  { name: 'renewed', label: 'renewed', kind: 'yes-no' },
]

/** Fields that do not fit into a section's own list: answered in the task list, or beside the form. */
const loose: FieldSpec[] = [{ name: 'domainsFitOnForm', label: 'domainsFitOnForm', kind: 'yes-no' }]

const sections: { place: RegExp; specs: FieldSpec[] }[] = [
  { place: /^services\[\d+\]\.domains\[\d+\]\./, specs: domain },
  { place: /^services\[\d+\]\.server\./, specs: server },
  { place: /^services\[\d+\]\.responsiblePerson\./, specs: person },
  { place: /^services\[\d+\]\./, specs: service },
  { place: /^subject\.responsiblePerson\./, specs: person },
  { place: /^subject\.legalRepresentative\./, specs: legal },
  { place: /^subject\.(?!nature)/, specs: subject },
  { place: /^/, specs: [...basics, ...loose] },
]

export function hereOf(filing: Filing, prefix: string): Here {
  const individual = filing.subject?.nature === 'individual'
  return {
    individual,
    certificateType:
      readAt(filing, `${prefix}certificate.type`) ??
      (individual && prefix === 'subject.responsiblePerson.' ? filing.subject?.certificate?.type : undefined),
  }
}

export function shownSpecs(specs: readonly FieldSpec[], here: Here): FieldSpec[] {
  return specs.filter((spec) => spec.shows?.(here) ?? true)
}

/** The field that holds this place of a filing; null: the place is a whole section. */
export function specAt(filing: Filing, at: string): FieldSpec | null {
  for (const { place, specs } of sections) {
    const prefix = place.exec(at)?.[0]
    if (prefix === undefined) continue
    const name = at.slice(prefix.length)
    return shownSpecs(specs, hereOf(filing, prefix)).find((spec) => spec.name === name) ?? null
  }
  return null
}

/** The sections of this filing with their places, in the order of the page. */
export function sectionsOf(filing: Filing): { prefix: string; specs: FieldSpec[] }[] {
  const individual = filing.subject?.nature === 'individual'
  const parts = [
    { prefix: '', specs: basics },
    { prefix: 'subject.', specs: subject },
  ]
  if (individual) parts.push({ prefix: 'subject.responsiblePerson.', specs: applicant })
  else {
    parts.push({ prefix: 'subject.legalRepresentative.', specs: legal })
    if (filing.subject?.responsiblePerson !== 'legal-representative')
      parts.push({ prefix: 'subject.responsiblePerson.', specs: person })
  }
  const services = filing.services?.length ? filing.services : [{}]
  services.forEach((each, index) => {
    const prefix = `services[${index}].`
    parts.push({ prefix, specs: service })
    const domains = each.domains?.length ? each.domains : [null]
    domains.forEach((_, nth) => {
      parts.push({ prefix: `${prefix}domains[${nth}].`, specs: domain })
    })
    parts.push({ prefix: `${prefix}server.`, specs: server })
  })
  return parts
}

/** Places that everybody has to fill and that are still open. */
export function openPlaces(filing: Filing): string[] {
  return sectionsOf(filing).flatMap(({ prefix, specs }) =>
    shownSpecs(specs, hereOf(filing, prefix))
      .filter((spec) => spec.core && readAt(filing, prefix + spec.name) === undefined)
      .map((spec) => prefix + spec.name),
  )
}

const sectionLabels: { place: RegExp; label: Key<'profile'> }[] = [
  { place: /^services\[\d+\]\.responsiblePerson$/, label: 'sitePerson' },
  { place: /^services\[\d+\]\.server$/, label: 'server' },
  { place: /^services\[\d+\]\.domains(\[\d+\])?$/, label: 'domain' },
  { place: /^services(\[\d+\])?$/, label: 'service' },
  { place: /^subject\.responsiblePerson$/, label: 'responsible' },
  { place: /^subject\.legalRepresentative$/, label: 'legal' },
  { place: /^subject(\.certificate)?$/, label: 'subject' },
]

/** What a place is called, be it a field or a whole section; null: it is no place of the facts. */
export function labelAt(filing: Filing, at: string): Key<'profile'> | null {
  return specAt(filing, at)?.label ?? sectionLabels.find(({ place }) => place.test(at))?.label ?? null
}
