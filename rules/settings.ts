/** Where the rules of each scope are applied in one filing. */
import type { CertificateScope, DomainScope, FilingScope, PersonScope, ServiceScope } from './facts/reading.ts'
import { sameNumber } from './facts/same.ts'
import {
  type CertificateView,
  legalRepresentative,
  type PersonView,
  responsiblePlace,
  subjectCertificate,
  subjectKind,
  subjectResponsible,
  viewCertificate,
  viewPerson,
  writtenResponsible,
} from './facts/views.ts'
import type { ScopeName, Setting } from './facts.ts'
import type { Filing, IsoDate } from './schema.ts'

/** A filing without services is about one that nobody has described yet. */
function servicesOf(filing: FilingScope): ServiceScope[] {
  const services = filing.filing.services ?? []
  if (services.length === 0) return [{ filing, service: {}, at: 'services[0]', absent: 'services' }]
  return services.map((service, index) => ({ filing, service, at: `services[${index}]`, absent: null }))
}

/** Only a website has to have a domain. */
function domainsOf(service: ServiceScope): DomainScope[] {
  const domains = service.service.domains ?? []
  if (domains.length > 0) {
    return domains.map((domain, index) => ({ service, domain, at: `${service.at}.domains[${index}]`, absent: null }))
  }
  const type = service.service.type ?? 'website'
  const absent = service.absent ?? `${service.at}.domains`
  return type === 'website' ? [{ service, domain: { name: '' }, at: `${service.at}.domains[0]`, absent }] : []
}

function personAt(
  filing: FilingScope,
  role: PersonScope['role'],
  person: PersonView,
  service: ServiceScope | null = null,
): PersonScope {
  return { filing, role, person, service, at: person.at, absent: null }
}

function subjectPerson(filing: FilingScope): PersonScope {
  const person = subjectResponsible(filing.filing)
  if (person) return personAt(filing, 'subject-responsible', person)
  const at = responsiblePlace(filing.filing)
  return { ...personAt(filing, 'subject-responsible', viewPerson(undefined, at)), absent: at }
}

function personsOf(filing: FilingScope, services: readonly ServiceScope[]): PersonScope[] {
  const subject = subjectPerson(filing)
  const legal = subjectKind(filing.filing) === 'unit' ? legalRepresentative(filing.filing) : null
  const sites = services.flatMap((service) => {
    const person = service.service.responsiblePerson
    const view = typeof person === 'object' ? viewPerson(person, `${service.at}.responsiblePerson`) : null
    return view ? [personAt(filing, 'site-responsible', view, service)] : []
  })
  const apart = legal && legal.at !== subject.at ? [personAt(filing, 'legal-representative', legal)] : []
  return [subject, ...apart, ...sites]
}

function certificateAt(
  filing: FilingScope,
  holder: CertificateScope['holder'],
  certificate: CertificateView,
  absent: string | null = null,
): CertificateScope {
  return { filing, holder, certificate, at: certificate.at, absent }
}

/** An individual's second certificate, when it is another one than the subject's. */
function secondCertificate(filing: Filing): CertificateView | null {
  const [own, other] = [filing.subject?.certificate, writtenResponsible(filing)?.certificate]
  if (own?.number === undefined || other?.number === undefined) return null
  if (sameNumber(own.number, other.number, own.type)) return null
  return viewCertificate(other, 'subject.responsiblePerson.certificate')
}

function certificatesOf(
  filing: FilingScope,
  persons: readonly PersonScope[],
  domains: readonly DomainScope[],
): CertificateScope[] {
  const individual = subjectKind(filing.filing) === 'individual'
  const second = individual ? secondCertificate(filing.filing) : null
  const ofPersons = persons
    .filter(({ role }) => !individual || role === 'site-responsible')
    .map(({ role, person, absent }) => certificateAt(filing, role, person.certificate, absent))
  const ofRegistrants = domains
    .filter(({ domain }) => domain.registrantCertificate !== undefined)
    .map(({ domain, at }) =>
      certificateAt(filing, 'registrant', viewCertificate(domain.registrantCertificate, `${at}.registrantCertificate`)),
    )
  return [
    certificateAt(filing, 'subject', subjectCertificate(filing.filing)),
    ...(second ? [certificateAt(filing, 'subject-responsible', second)] : []),
    ...ofPersons,
    ...ofRegistrants,
  ]
}

/** Every place for every scope, each with its own memory of facts. */
export function settingsOf(filing: Filing, on: IsoDate): Record<ScopeName, Setting[]> {
  const whole: FilingScope = { filing, on }
  const services = servicesOf(whole)
  const domains = services.flatMap(domainsOf)
  const persons = personsOf(whole, services)
  const blank = () => ({ filing: whole, read: new Map() })
  return {
    filing: [blank()],
    service: services.map((service) => ({ ...blank(), service })),
    domain: domains.map((domain) => ({ ...blank(), service: domain.service, domain })),
    person: persons.map((person) => ({ ...blank(), person })),
    certificate: certificatesOf(whole, persons, domains).map((certificate) => ({ ...blank(), certificate })),
  }
}
