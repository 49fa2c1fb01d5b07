/** Facts of one service: its responsible person, topics and name. */
import type { Reading } from '../condition.ts'
import { plainNumber } from '../identity.ts'
import type { Tables } from '../tables.ts'
import { type Fact, type FilingScope, given, known, mapped, missing, type ServiceScope } from './reading.ts'
import { samePerson } from './same.ts'
import { viewPerson } from './views.ts'

function sitePerson({ service, at }: ServiceScope) {
  const person = service.responsiblePerson
  return typeof person === 'object' ? viewPerson(person, `${at}.responsiblePerson`) : null
}

function responsibleIsSubjects(scope: ServiceScope): Reading {
  const at = `${scope.at}.responsiblePerson`
  if (scope.service.responsiblePerson === undefined) return missing(at)
  const person = sitePerson(scope)
  if (person === null) return known(true, at)
  const { responsible, responsiblePlace } = scope.filing.subject
  return responsible === null ? missing(responsiblePlace) : samePerson(responsible, person)
}

function subjectIsLegal({ filing }: FilingScope): Reading | null {
  return filing.subject?.responsiblePerson === 'legal-representative' ? known(true, 'subject.responsiblePerson') : null
}

function responsibleIsLegal(scope: ServiceScope): Reading {
  const { responsible, responsiblePlace, legal } = scope.filing.subject
  const written = sitePerson(scope)
  if (written === null && scope.service.responsiblePerson === undefined) return missing(`${scope.at}.responsiblePerson`)
  const settled = written === null ? subjectIsLegal(scope.filing) : null
  if (settled) return settled
  const person = written ?? responsible
  if (person === null) return missing(responsiblePlace)
  return legal === null ? missing('subject.legalRepresentative') : samePerson(legal, person)
}

function topicsWhere(scope: ServiceScope, keep: (topic: string, scope: ServiceScope) => boolean): Reading {
  const at = `${scope.at}.topics`
  const { topics } = scope.service
  return topics === undefined
    ? missing(at)
    : known(
        topics.filter((topic) => keep(topic, scope)),
        at,
      )
}

function entryOf(topic: string, { topics }: Tables) {
  return topics.find(({ id }) => id === topic)
}

function inForce(topic: string, { filing }: ServiceScope): boolean {
  return entryOf(topic, filing.tables)?.preapproval?.status === 'in-force'
}

/** Cancelled elsewhere, but an older source still has it in this province. */
function keptHere(topic: string, { filing }: ServiceScope): boolean {
  const kept = entryOf(topic, filing.tables)?.preapproval?.keptIn ?? []
  return kept.some((code) => code === filing.filing.province)
}

function preapprovals(scope: ServiceScope, part: 'permit' | 'authority', language: 'zh' | 'en'): Reading {
  const reading = topicsWhere(scope, (topic) => inForce(topic, scope) || keptHere(topic, scope))
  if (!('value' in reading) || !Array.isArray(reading.value)) return reading
  const texts = scope.filing.tables.topics.filter(({ id }) => (reading.value as string[]).includes(id))
  return known(texts.map(({ preapproval }) => preapproval?.[part][language] ?? '').join('；'), reading.at)
}

/** Words of a class that needs approval and that the service does not own to, in the names and the scope as far as known. */
function preapprovalWords(scope: ServiceScope): Reading {
  const { filing, service, at } = scope
  const { topics: declared } = service
  const { province = '' } = filing.filing
  const words = filing.tables.topics
    .filter(({ id }) => !declared?.includes(id))
    .flatMap(({ preapproval }) => [
      ...(preapproval?.words ?? []),
      ...(Object.entries(preapproval?.provinceWords ?? {}).find(([code]) => code === province)?.[1] ?? []),
    ])
  const places = [
    { text: filing.subject.name.value, at: filing.subject.name.at },
    { text: service.name, at: `${at}.name` },
  ]
  const written = [...places.map(({ text }) => text), filing.filing.subject?.businessScope].join(' ')
  const found = words.filter((word) => written.includes(word))
  const open = places.find(({ text }) => text === undefined)
  return found.length === 0 && open ? missing(open.at) : known(found.join('、'), `${at}.topics`)
}

const topicTitle = (topic: string, tables: Tables) => entryOf(topic, tables)?.title

function unknownTopics({ service, filing }: ServiceScope): string[] {
  return (service.topics ?? []).filter((topic) => entryOf(topic, filing.tables) === undefined)
}

/** Two different persons with one number; whether they differ is another fact. */
function sharesPhone(scope: ServiceScope): Reading {
  const mobile = sitePerson(scope)?.mobile
  const subject = scope.filing.subject.responsible?.mobile
  const both = mobile?.value !== undefined && subject?.value !== undefined
  return known(both && plainNumber(mobile.value ?? '') === plainNumber(subject.value ?? ''), mobile?.at ?? scope.at)
}

/** How many different numbers the subject's and the site's responsible person give, mobile and emergency together. */
function distinctPhones(scope: ServiceScope): Reading {
  const { responsible, responsiblePlace } = scope.filing.subject
  if (responsible === null) return missing(responsiblePlace)
  const site = sitePerson(scope)
  const fields = [responsible, ...(site ? [site] : [])].flatMap(({ mobile, emergencyMobile }) => [
    mobile,
    emergencyMobile,
  ])
  const absent = fields.find(({ value }) => value === undefined)
  const numbers = new Set(fields.flatMap(({ value }) => (value === undefined ? [] : [plainNumber(value)])))
  return absent ? missing(absent.at, numbers.size) : known(numbers.size, responsible.mobile.at)
}

export const serviceFacts: Record<string, Fact<ServiceScope>> = {
  'service.type': {
    kind: 'word',
    values: ['website', 'app', 'mini-program'],
    // Everything here is about websites, so that is what a service is as long as nobody calls it something else.
    read: ({ service, at }) => known(service.type ?? 'website', `${at}.type`),
  },
  'service.responsibleIsSubjects': { kind: 'yes-no', read: responsibleIsSubjects },
  'service.responsibleIsLegalRepresentative': { kind: 'yes-no', read: responsibleIsLegal },
  'service.sharesPhone': { kind: 'yes-no', read: sharesPhone },
  'service.distinctPhones': { kind: 'number', read: distinctPhones },
  'service.remarkLength': {
    kind: 'number',
    read: ({ service, at }) =>
      given(
        mapped(service.remark, (remark) => [...remark].length),
        `${at}.remark`,
      ),
  },
  'service.topics': { kind: 'words', title: topicTitle, read: (scope) => topicsWhere(scope, () => true) },
  'service.unknownTopics': {
    kind: 'words',
    read: (scope) => known(unknownTopics(scope), `${scope.at}.topics`),
  },
  'service.hasUnknownTopics': {
    kind: 'yes-no',
    read: (scope) => known(unknownTopics(scope).length > 0, `${scope.at}.topics`),
  },
  'service.preapprovalTopics': { kind: 'words', title: topicTitle, read: (scope) => topicsWhere(scope, inForce) },
  'service.preapprovalWords': { kind: 'text', read: preapprovalWords },
  'service.needsPreapproval': {
    kind: 'yes-no',
    read: (scope) =>
      given(
        scope.service.topics?.some((topic) => inForce(topic, scope)),
        `${scope.at}.topics`,
      ),
  },
  'service.olderPreapproval': {
    kind: 'yes-no',
    read: (scope) =>
      given(
        scope.service.topics?.some((topic) => keptHere(topic, scope)),
        `${scope.at}.topics`,
      ),
  },
  'service.permitsZh': { kind: 'text', read: (scope) => preapprovals(scope, 'permit', 'zh') },
  'service.permitsEn': { kind: 'text', read: (scope) => preapprovals(scope, 'permit', 'en') },
  'service.authoritiesZh': { kind: 'text', read: (scope) => preapprovals(scope, 'authority', 'zh') },
  'service.authoritiesEn': { kind: 'text', read: (scope) => preapprovals(scope, 'authority', 'en') },
  'service.domainCount': {
    kind: 'number',
    read: ({ service, at }) => known(service.domains?.length ?? 0, `${at}.domains`),
  },
}
