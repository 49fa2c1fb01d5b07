/** Which facts of the filing a document in a place speaks of. */
import { viewCertificate, viewPerson, viewSubject } from '../facts/views.ts'
import type { Filing, MaterialId } from '../schema.ts'
import type { Tables } from '../tables.ts'
import type { DocumentReading, ReadFieldName } from './schema.ts'

/** Where a picture lies: a material of the subject, or of one service ("services[0]"). */
export interface ReadingPlace {
  material: MaterialId
  for: string
}

/** A fact of the filing, and the field of a document that tells it. */
export interface FactPlace {
  field: ReadFieldName | 'certificate'
  at: string
  /** As the filing has it; undefined: not yet known. */
  value: string | undefined
}

const cards: readonly MaterialId[] = ['subject-responsible-id', 'site-responsible-id', 'legal-representative-id']
const holding: readonly MaterialId[] = ['handheld-person', 'residence-permit']

/** The facts that this document can tell where it lies. Empty: it tells none of the filing's. */
export function factsAt(reading: DocumentReading, place: ReadingPlace, filing: Filing, tables: Tables): FactPlace[] {
  const { material } = place
  if (material === 'domain-certificate') return reading.document === material ? domainFacts(reading, place, filing) : []
  if (material === 'organizer-certificate' || material === 'handheld-organizer') {
    return isPerson(reading) ? personFacts(place, filing, tables) : unitFacts(filing)
  }
  if (cards.includes(material)) return isPerson(reading) ? personFacts(place, filing, tables) : []
  if (!holding.includes(material)) return []
  // Held up or beside the ID card: the number has to be the holder's, the rest is on the card itself.
  return personFacts(place, filing, tables).filter(({ field }) => field === 'number' || field === 'name')
}

const unitCertificates = [
  'business-licence',
  'organization-code',
  'institution-certificate',
  'unified-code-certificate',
]

function isPerson({ certificate, document }: DocumentReading): boolean {
  return (
    document !== null &&
    !(certificate && (unitCertificates.includes(certificate) || /-certificate$|licence$/.test(certificate)))
  )
}

/** The person whose card belongs there. */
function personFacts({ material, for: owner }: ReadingPlace, filing: Filing, tables: Tables): FactPlace[] {
  const subject = viewSubject(filing, tables)
  const index = Number(/^services\[(\d+)\]$/.exec(owner)?.[1] ?? 0)
  const site = filing.services?.[index]?.responsiblePerson
  const isOwn = material === 'site-responsible-id' && typeof site === 'object'
  const legal = subject.legal ?? viewPerson(undefined, 'subject.legalRepresentative')
  const responsible = subject.responsible ?? viewPerson(undefined, subject.responsiblePlace)
  const ofSubject = material === 'legal-representative-id' ? legal : responsible
  const { name, birthDate, certificate } = isOwn ? viewPerson(site, `services[${index}].responsiblePerson`) : ofSubject
  return [
    { field: 'name', at: name.at, value: name.value },
    { field: 'certificate', at: certificate.type.at, value: certificate.type.value },
    { field: 'number', at: certificate.number.at, value: certificate.number.value },
    { field: 'birthDate', at: birthDate.at, value: birthDate.value },
    { field: 'address', at: certificate.address.at, value: certificate.address.value },
    { field: 'validFrom', at: certificate.validFrom.at, value: certificate.validFrom.value },
    { field: 'validUntil', at: certificate.validUntil.at, value: certificate.validUntil.value },
  ]
}

function unitFacts({ subject }: Filing): FactPlace[] {
  const certificate = viewCertificate(subject?.certificate, 'subject.certificate')
  return [
    { field: 'name', at: 'subject.name', value: subject?.name },
    { field: 'certificate', at: certificate.type.at, value: certificate.type.value },
    { field: 'number', at: certificate.number.at, value: certificate.number.value },
    { field: 'address', at: certificate.address.at, value: certificate.address.value },
    { field: 'validFrom', at: certificate.validFrom.at, value: certificate.validFrom.value },
    { field: 'validUntil', at: certificate.validUntil.at, value: certificate.validUntil.value },
    {
      field: 'legalRepresentative',
      at: 'subject.legalRepresentative.name',
      value: subject?.legalRepresentative?.name,
    },
    { field: 'businessScope', at: 'subject.businessScope', value: subject?.businessScope },
  ]
}

/** Of the domain that is named on it; where the filing does not have it, of the first domain without a name. */
function domainFacts(reading: DocumentReading, { for: owner }: ReadingPlace, { services = [] }: Filing): FactPlace[] {
  const read = reading.fields.find(({ field }) => field === 'domain')?.value
  const asked = /^services\[(\d+)\]$/.exec(owner)?.[1]
  const all = services.flatMap(({ domains = [] }, service) =>
    asked !== undefined && Number(asked) !== service
      ? []
      : domains.map((domain, index) => ({ domain, at: `services[${service}].domains[${index}]` })),
  )
  const own = all.find(({ domain }) => domain.name === read)
  if (own) {
    return [
      { field: 'domain', at: `${own.at}.name`, value: own.domain.name },
      { field: 'registrant', at: `${own.at}.registrantName`, value: own.domain.registrantName },
      { field: 'expires', at: `${own.at}.expires`, value: own.domain.expires },
    ]
  }
  const [first] = all
  if (first) return [{ field: 'domain', at: `${first.at}.name`, value: all.map(({ domain }) => domain.name).join(' ') }]
  return services.length === 0
    ? []
    : [{ field: 'domain', at: `services[${asked ?? 0}].domains[0].name`, value: undefined }]
}

/** Numbers of everybody in the filing, and whose each is. */
export function holdersIn(filing: Filing, tables: Tables): { at: string; number: string; name: string | undefined }[] {
  const { responsible, legal, certificate, name } = viewSubject(filing, tables)
  const sites = (filing.services ?? []).flatMap(({ responsiblePerson }, index) =>
    typeof responsiblePerson === 'object'
      ? [viewPerson(responsiblePerson, `services[${index}].responsiblePerson`)]
      : [],
  )
  const views = [{ name, certificate }, ...(responsible ? [responsible] : []), ...(legal ? [legal] : []), ...sites]
  return views.flatMap((view) =>
    view.certificate.number.value === undefined
      ? []
      : [{ at: view.certificate.number.at, number: view.certificate.number.value, name: view.name.value }],
  )
}
