/** Facts of the filing as a whole and of its subject. */
import type { Reading } from '../condition.ts'
import { parseDomain } from '../domain-name.ts'
import { type Filing, filingTypes, natures, provinceCodes } from '../schema.ts'
import type { Tables } from '../tables.ts'
import { type Fact, type FilingScope, given, known, mapped, missing, oneOf } from './reading.ts'
import { sameName, sameNumber, samePerson } from './same.ts'
import { natureContradicts, writtenResponsible } from './views.ts'

function providerIds({ providers }: Tables): string[] {
  return providers.map(({ id }) => id)
}

/** What was filed before this filing: nothing, when it is the first. */
function filedBefore(filing: Filing, count: number | undefined): number | undefined {
  return count ?? (filing.filingType === 'first' ? 0 : undefined)
}

/** Filed before plus in this filing; while one of them is unknown, at least the other. */
function total(before: number | undefined, beforeAt: string, order: Reading): Reading {
  if (!('value' in order)) return missing(order.missing, (order.atLeast ?? 0) + (before ?? 0))
  if (before === undefined) return missing(beforeAt, Number(order.value))
  return known(before + Number(order.value), beforeAt)
}

function orderedServices({ services }: Filing): Reading {
  return services === undefined || services.length === 0 ? missing('services', 0) : known(services.length, 'services')
}

/** Counts something of every domain of the filing; unknown while a website lists none. */
function orderedDomains(filing: Filing, count: (names: string[]) => number): Reading {
  const services = filing.services ?? []
  const names = services.flatMap(({ domains }) => (domains ?? []).map(({ name }) => name))
  const open = services.findIndex(({ domains }) => domains === undefined || domains.length === 0)
  if (services.length === 0) return missing('services', 0)
  return open < 0 ? known(count(names), 'services') : missing(`services[${open}].domains`, count(names))
}

/** abc.com and abc.cn share a prefix; abc.com and 123.com do not. */
function differentPrefixes(names: string[], tables: Tables): number {
  const prefixes = names.map((name) => parseDomain(name, tables.suffixes.secondLevel)?.label ?? name)
  return new Set(prefixes).size
}

function responsibleIsLegal({ filing, subject: { responsible, legal } }: FilingScope): Reading {
  const at = 'subject.responsiblePerson'
  if (filing.subject?.responsiblePerson === 'legal-representative') return known(true, at)
  if (responsible === null) return missing(at)
  return legal === null ? missing('subject.legalRepresentative') : samePerson(legal, responsible)
}

/** An individual is his own responsible person; what contradicts that, by the name of the field. */
function selfContradictions({ filing, subject: { kind } }: FilingScope): Reading {
  const [subject, person] = [filing.subject, writtenResponsible(filing)]
  const at = 'subject.responsiblePerson'
  if (!subject || !person || kind !== 'individual') return known([], at)
  const [own, other] = [subject.certificate, person.certificate]
  const differ = <T>(a: T | undefined, b: T | undefined, same: (a: T, b: T) => boolean) =>
    a !== undefined && b !== undefined && !same(a, b)
  const found = [
    differ(subject.name, person.name, sameName) ? 'name' : '',
    differ(own?.number, other?.number, (a, b) => sameNumber(a, b, own?.type)) ? 'number' : '',
    differ(own?.type, other?.type, (a, b) => a === b) ? 'type' : '',
    differ(own?.validUntil, other?.validUntil, (a, b) => a === b) ? 'validUntil' : '',
  ]
  return known(
    found.filter((field) => field !== ''),
    at,
  )
}

type TitledList = readonly { id: string; title: { zh: string; en: string } }[]
const titleOf = (list: (tables: Tables) => TitledList) => (word: string, tables: Tables) =>
  list(tables).find(({ id }) => id === word)?.title

function yesNo(read: (filing: Filing) => boolean | undefined, at: string): Fact<FilingScope> {
  return { kind: 'yes-no', read: ({ filing }) => given(read(filing), at) }
}

function count(read: (filing: Filing, tables: Tables) => Reading): Fact<FilingScope> {
  return { kind: 'number', read: ({ filing, tables }) => read(filing, tables) }
}

export const filingFacts: Record<string, Fact<FilingScope>> = {
  provider: {
    kind: 'word',
    values: providerIds,
    title: titleOf(({ providers }) => providers),
    read: ({ filing, tables }) => oneOf(filing.provider, providerIds(tables), 'provider'),
  },
  'provider.known': {
    kind: 'yes-no',
    read: ({ filing, tables }) =>
      given(
        mapped(filing.provider, (id) => providerIds(tables).includes(id)),
        'provider',
      ),
  },
  /** What it calls the code that ties a server to a filing. */
  'provider.filingCode': {
    kind: 'text',
    read: ({ filing, tables }) =>
      given(tables.providers.find(({ id }) => id === filing.provider)?.filingCode?.zh, 'provider'),
  },
  'provider.id': { kind: 'text', read: ({ filing }) => given(filing.provider, 'provider') },
  province: {
    kind: 'word',
    values: provinceCodes,
    title: (code, tables) => tables.provinces.find((province) => province.code === code)?.title,
    read: ({ filing }) => given(filing.province, 'province'),
  },
  filingType: { kind: 'word', values: filingTypes, read: ({ filing }) => given(filing.filingType, 'filingType') },
  paperForm: yesNo(({ paperForm }) => paperForm, 'paperForm'),
  // A state of the procedure and not of the applicant: as long as nobody says that it is reached, it is not.
  firstReviewPassed: yesNo(({ firstReviewPassed }) => firstReviewPassed ?? false, 'firstReviewPassed'),
  domainsFitOnForm: yesNo(({ domainsFitOnForm }) => domainsFitOnForm, 'domainsFitOnForm'),
  'filing.serviceCount': count(orderedServices),
  'filing.domainCount': count((filing) => orderedDomains(filing, (names) => names.length)),
  'subject.kind': {
    kind: 'word',
    values: ['individual', 'unit'],
    read: ({ subject }) => given(subject.kind ?? undefined, 'subject.nature'),
  },
  'subject.nature': {
    kind: 'word',
    values: natures,
    title: titleOf(({ certificates }) => certificates.natures),
    read: ({ filing, subject }) => given(subject.kind === null ? undefined : filing.subject?.nature, 'subject.nature'),
  },
  'subject.natureContradicts': {
    kind: 'yes-no',
    read: ({ filing: { subject }, tables }) =>
      known(natureContradicts(subject?.nature, subject?.certificate?.type, tables), 'subject.nature'),
  },
  'subject.name': { kind: 'text', read: ({ subject: { name } }) => given(name.value, name.at) },
  'subject.responsibleIsLegalRepresentative': { kind: 'yes-no', read: responsibleIsLegal },
  'subject.selfContradictions': {
    kind: 'words',
    values: ['name', 'number', 'type', 'validUntil'],
    read: selfContradictions,
  },
  'subject.filedBeforeFirst': {
    kind: 'yes-no',
    read: ({ filing: { filingType, subject } }) => {
      const filed = Math.max(subject?.filedServiceCount ?? 0, subject?.filedDomainCount ?? 0)
      return known(filingType === 'first' && filed > 0, 'filingType')
    },
  },
  'subject.serviceCount': count((filing) =>
    total(filedBefore(filing, filing.subject?.filedServiceCount), 'subject.filedServiceCount', orderedServices(filing)),
  ),
  'subject.domainCount': count((filing) =>
    total(
      filedBefore(filing, filing.subject?.filedDomainCount),
      'subject.filedDomainCount',
      orderedDomains(filing, (names) => names.length),
    ),
  ),
  'subject.domainPrefixCount': count((filing, tables) =>
    total(
      filedBefore(filing, filing.subject?.filedDomainCount),
      'subject.filedDomainCount',
      orderedDomains(filing, (names) => differentPrefixes(names, tables)),
    ),
  ),
}
