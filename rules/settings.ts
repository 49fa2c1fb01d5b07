/** Where the rules of each scope are applied in one filing. */

import { parseDomain } from './domain-name.ts'
import type { CertificateScope, DomainScope, FilingScope, PersonScope, ServiceScope } from './facts/reading.ts'
import { sameNumber } from './facts/same.ts'
import {
  type CertificateView,
  type PersonView,
  viewCertificate,
  viewPerson,
  viewSubject,
  writtenResponsible,
} from './facts/views.ts'
import type { ScopeName, Setting } from './facts.ts'
import type { Domain, Filing, IsoDate } from './schema.ts'
import type { Tables } from './tables.ts'

/** A filing without services is about one that nobody has described yet. */
function servicesOf(filing: FilingScope): ServiceScope[] {
  const services = filing.filing.services ?? []
  if (services.length === 0) return [{ filing, service: {}, at: 'services[0]', absent: 'services' }]
  return services.map((service, index) => ({ filing, service, at: `services[${index}]`, absent: null }))
}

function domainAt(service: ServiceScope, domain: Domain, index: number, absent: string | null): DomainScope {
  const parsed = parseDomain(domain.name, service.filing.tables.suffixes.secondLevel)
  return { service, domain, parsed, at: `${service.at}.domains[${index}]`, absent }
}

/** Only a website has to have a domain. */
function domainsOf(service: ServiceScope): DomainScope[] {
  const domains = service.service.domains ?? []
  if (domains.length > 0) {
    return domains.map((domain, index) => domainAt(service, domain, index, null))
  }
  const type = service.service.type ?? 'website'
  const absent = service.absent ?? `${service.at}.domains`
  return type === 'website' ? [domainAt(service, { name: '' }, 0, absent)] : []
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
  const { responsible, responsiblePlace: at } = filing.subject
  if (responsible) return personAt(filing, 'subject-responsible', responsible)
  return { ...personAt(filing, 'subject-responsible', viewPerson(undefined, at)), absent: at }
}

function personsOf(filing: FilingScope, services: readonly ServiceScope[]): PersonScope[] {
  const subject = subjectPerson(filing)
  const { kind, legal } = filing.subject
  const sites = services.flatMap((service) => {
    const person = service.service.responsiblePerson
    const view = typeof person === 'object' ? viewPerson(person, `${service.at}.responsiblePerson`) : null
    return view ? [personAt(filing, 'site-responsible', view, service)] : []
  })
  const apart =
    legal && kind === 'unit' && legal.at !== subject.at ? [personAt(filing, 'legal-representative', legal)] : []
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
  const individual = filing.subject.kind === 'individual'
  const second = individual ? secondCertificate(filing.filing) : null
  const ofPersons = persons
    .filter(({ role }) => !individual || role === 'site-responsible')
    .map(({ role, person, absent }) => certificateAt(filing, role, person.certificate, absent))
  return [
    certificateAt(filing, 'subject', filing.subject.certificate),
    ...(second ? [certificateAt(filing, 'subject-responsible', second)] : []),
    ...ofPersons,
    ...registrantCertificates(filing, domains),
  ]
}

/** Each number once: a holder with the subject's own certificate has been judged with the subject. */
function registrantCertificates(filing: FilingScope, domains: readonly DomainScope[]): CertificateScope[] {
  const seen = new Set([filing.subject.certificate.number.value])
  return domains.flatMap(({ domain: { registrantCertificate }, at }) => {
    if (registrantCertificate === undefined || seen.has(registrantCertificate.number)) return []
    seen.add(registrantCertificate.number)
    return [certificateAt(filing, 'registrant', viewCertificate(registrantCertificate, `${at}.registrantCertificate`))]
  })
}

/** Every place for every scope, each with its own memory of facts. Papers follow from the checklist: `papersOf`. */
export function settingsOf(filing: Filing, on: IsoDate, tables: Tables): Record<ScopeName, Setting[]> {
  const whole: FilingScope = { tables, filing, on, subject: viewSubject(filing, tables) }
  const services = servicesOf(whole)
  const domains = services.flatMap(domainsOf)
  const persons = personsOf(whole, services)
  const readOfFiling = new Map()
  const blank = () => ({ filing: whole, readOfFiling, read: new Map() })
  return {
    filing: [blank()],
    service: services.map((service) => ({ ...blank(), service })),
    domain: domains.map((domain) => ({ ...blank(), service: domain.service, domain })),
    person: persons.map((person) => ({ ...blank(), person })),
    certificate: certificatesOf(whole, persons, domains).map((certificate) => ({ ...blank(), certificate })),
    paper: [],
  }
}
