/** Persons and certificates with the path of each field, so that an answer and a question name the same place. */
import type { CertificateType } from '../certificate-types.ts'
import type { Certificate, Filing, IsoDate, Nature, Person } from '../schema.ts'
import type { Tables } from '../tables.ts'

export interface Field<T> {
  value: T | undefined
  at: string
}

export interface CertificateView {
  at: string
  type: Field<CertificateType>
  number: Field<string>
  validFrom: Field<IsoDate>
  validUntil: Field<IsoDate | 'long-term'>
  address: Field<string>
}

export interface PersonView {
  at: string
  name: Field<string>
  region: Field<NonNullable<Person['region']>>
  mobile: Field<string>
  emergencyMobile: Field<string>
  email: Field<string>
  birthDate: Field<IsoDate>
  mobileProvince: Field<string>
  residencePermitUntil: Field<IsoDate>
  certificate: CertificateView
}

export function viewCertificate(certificate: Certificate | undefined, at: string): CertificateView {
  return {
    at,
    type: { value: certificate?.type, at: `${at}.type` },
    number: { value: certificate?.number, at: `${at}.number` },
    validFrom: { value: certificate?.validFrom, at: `${at}.validFrom` },
    validUntil: { value: certificate?.validUntil, at: `${at}.validUntil` },
    address: { value: certificate?.address, at: `${at}.address` },
  }
}

export function viewPerson(person: Person | undefined, at: string): PersonView {
  return {
    at,
    name: { value: person?.name, at: `${at}.name` },
    region: { value: person?.region, at: `${at}.region` },
    mobile: { value: person?.mobile, at: `${at}.mobile` },
    emergencyMobile: { value: person?.emergencyMobile, at: `${at}.emergencyMobile` },
    email: { value: person?.email, at: `${at}.email` },
    birthDate: { value: person?.birthDate, at: `${at}.birthDate` },
    mobileProvince: { value: person?.mobileProvince, at: `${at}.mobileProvince` },
    residencePermitUntil: { value: person?.residencePermitUntil, at: `${at}.residencePermitUntil` },
    certificate: viewCertificate(person?.certificate, `${at}.certificate`),
  }
}

function first<T>(one: Field<T>, other: Field<T>): Field<T> {
  return one.value === undefined && other.value !== undefined ? other : one
}

/** Field by field the first view's value, else the second's. What both lack is asked for in the first. */
export function firstCertificate(one: CertificateView, other: CertificateView): CertificateView {
  return {
    at: one.at,
    type: first(one.type, other.type),
    number: first(one.number, other.number),
    validFrom: first(one.validFrom, other.validFrom),
    validUntil: first(one.validUntil, other.validUntil),
    address: first(one.address, other.address),
  }
}

export type SubjectKind = 'individual' | 'unit'

function kindOfCertificate(type: CertificateType | undefined, tables: Tables): 'person' | 'unit' | null {
  return tables.certificates.types.find(({ id }) => id === type)?.kind ?? null
}

/** The nature and the subject's certificate exclude each other, so neither can be believed. */
export function natureContradicts(
  nature: Nature | undefined,
  certificate: CertificateType | undefined,
  tables: Tables,
): boolean {
  const kind = kindOfCertificate(certificate, tables)
  return nature !== undefined && kind !== null && (nature === 'individual') !== (kind === 'person')
}

/** null: not known, or contradictory. */
function subjectKind({ subject }: Filing, tables: Tables): SubjectKind | null {
  const nature = subject?.nature
  if (nature === undefined || natureContradicts(nature, subject?.certificate?.type, tables)) return null
  return nature === 'individual' ? 'individual' : 'unit'
}

/** The responsible person of the subject as far as he is written down himself, without the subject's own fields. */
export function writtenResponsible({ subject }: Filing): Person | undefined {
  const person = subject?.responsiblePerson
  return typeof person === 'object' ? person : undefined
}

/** The subject and its persons, put together once for all facts. */
export interface SubjectView {
  kind: SubjectKind | null
  name: Field<string>
  certificate: CertificateView
  /** null: nothing is known of him; he is asked for at `responsiblePlace`. */
  responsible: PersonView | null
  responsiblePlace: string
  legal: PersonView | null
}

/** An individual is his own responsible person: what one of the two places lacks, the other gives. */
function viewIndividual(filing: Filing, name: Field<string>, certificate: CertificateView): SubjectView {
  const person = viewPerson(writtenResponsible(filing), 'subject.responsiblePerson')
  const both = { name: first(name, person.name), certificate: firstCertificate(certificate, person.certificate) }
  const responsible = { ...person, ...both }
  return { kind: 'individual', ...both, responsible, responsiblePlace: 'subject.responsiblePerson', legal: null }
}

/** An individual has one certificate, a unit and its person have two: what is lacking is asked for once that is known. */
function openCertificate(certificate: CertificateView): CertificateView {
  const open = <T>(field: Field<T>): Field<T> => (field.value === undefined ? { ...field, at: natureAt } : field)
  const { at, type, number, validFrom, validUntil, address } = certificate
  return {
    at,
    type: open(type),
    number: open(number),
    validFrom: open(validFrom),
    validUntil: open(validUntil),
    address: open(address),
  }
}

const natureAt = 'subject.nature'

export function viewSubject(filing: Filing, tables: Tables): SubjectView {
  const { subject } = filing
  const kind = subjectKind(filing, tables)
  const name = { value: subject?.name, at: 'subject.name' }
  const certificate = viewCertificate(subject?.certificate, 'subject.certificate')
  if (kind === 'individual') return viewIndividual(filing, name, certificate)
  const legal = subject?.legalRepresentative && viewPerson(subject.legalRepresentative, 'subject.legalRepresentative')
  const isLegal = subject?.responsiblePerson === 'legal-representative'
  const written = writtenResponsible(filing)
  const apart = written ? viewPerson(written, 'subject.responsiblePerson') : null
  const person = isLegal ? (legal ?? null) : apart
  const place = isLegal ? 'subject.legalRepresentative' : 'subject.responsiblePerson'
  const isOpen = kind === null
  return {
    kind,
    name,
    certificate: isOpen ? openCertificate(certificate) : certificate,
    legal: legal ?? null,
    responsible: isOpen && person ? { ...person, certificate: openCertificate(person.certificate) } : person,
    responsiblePlace: isOpen ? natureAt : place,
  }
}
