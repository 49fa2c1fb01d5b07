/** Facts of a domain's holder, compared with the person or unit that he should be. */
import type { Reading } from '../condition.ts'
import { registrantRelations, type Text } from '../schema.ts'
import { type DomainScope, type Fact, given, known, missing } from './reading.ts'
import { sameName, sameNumber } from './same.ts'
import type { CertificateView, Field } from './views.ts'

type Relation = (typeof registrantRelations)[number]

export const relationTitles: Record<Relation, Text> = {
  applicant: { zh: '本人', en: 'the applicant' },
  unit: { zh: '主办单位', en: 'the unit' },
  shareholder: { zh: '股东', en: 'a shareholder' },
  'legal-representative': { zh: '法定代表人', en: 'the legal representative' },
  'responsible-person': { zh: '主要负责人', en: 'the principal' },
  executive: { zh: '高级管理人员', en: 'a senior manager' },
  other: { zh: '其他人', en: 'somebody else' },
}

interface Party {
  name: Field<string>
  certificate: CertificateView
}

function nameIsSubjects(scope: DomainScope): boolean | undefined {
  const subject = scope.service.filing.subject.name.value
  const { registrantName } = scope.domain
  return subject === undefined || registrantName === undefined ? undefined : sameName(subject, registrantName)
}

/** For an individual the applicant is his own responsible person; for a unit the applicant is the unit. */
function written(scope: DomainScope): Relation | undefined {
  const relation = scope.domain.registrantRelation
  const { kind } = scope.service.filing.subject
  if (kind === 'individual' && relation === 'responsible-person') return 'applicant'
  return kind === 'unit' && relation === 'applicant' ? 'unit' : relation
}

const subjectRelations: readonly Relation[] = ['applicant', 'unit']

/** A holder of the subject's own name who is said to be somebody else. */
function contradicts(scope: DomainScope): boolean {
  const relation = written(scope)
  return relation !== undefined && !subjectRelations.includes(relation) && nameIsSubjects(scope) === true
}

function relation(scope: DomainScope): Reading {
  const at = `${scope.at}.registrantRelation`
  if (contradicts(scope)) return missing(at)
  const stated = written(scope)
  if (stated !== undefined) return known(stated, at)
  const isSubjects = nameIsSubjects(scope)
  const { kind } = scope.service.filing.subject
  if (isSubjects && kind) return known(kind === 'unit' ? 'unit' : 'applicant', `${scope.at}.registrantName`)
  if (scope.domain.registrantName === undefined) return missing(`${scope.at}.registrantName`)
  const { name } = scope.service.filing.subject
  return missing(name.value === undefined ? name.at : at)
}

/** Whom the holder's data must equal: the subject, a named person, or nobody that the filing knows (null). */
function expected(scope: DomainScope): Party | null | { missing: string } {
  const reading = relation(scope)
  if (!('value' in reading)) return { missing: reading.missing }
  const { subject } = scope.service.filing
  if (subjectRelations.includes(reading.value as Relation)) return subject
  if (reading.value === 'legal-representative') return subject.legal ?? { missing: 'subject.legalRepresentative' }
  if (reading.value === 'responsible-person') return subject.responsible ?? { missing: subject.responsiblePlace }
  return null
}

function compare<T>(
  scope: DomainScope,
  own: (scope: DomainScope) => Field<T>,
  theirs: (party: Party) => Field<T>,
  same: (a: T, b: T, party: Party) => boolean,
): Reading {
  const party = expected(scope)
  const mine = own(scope)
  if (party === null) return known(true, mine.at)
  if ('missing' in party) return missing(party.missing)
  if (mine.value === undefined) return missing(mine.at)
  const other = theirs(party)
  return other.value === undefined ? missing(other.at) : known(same(mine.value, other.value, party), mine.at)
}

const nameField = ({ domain, at }: DomainScope) => ({ value: domain.registrantName, at: `${at}.registrantName` })

/** A field of the holder's certificate; the certificate itself, while there is none. */
function certificateField<Key extends 'type' | 'number'>(key: Key) {
  return ({ domain, at }: DomainScope) => ({
    value: domain.registrantCertificate?.[key],
    at:
      domain.registrantCertificate === undefined ? `${at}.registrantCertificate` : `${at}.registrantCertificate.${key}`,
  })
}

function isEligible(scope: DomainScope): Reading {
  const { kind } = scope.service.filing.subject
  if (kind === null) return missing('subject.nature')
  const reading = relation(scope)
  if (!('value' in reading)) return reading
  return known(kind === 'individual' ? reading.value === 'applicant' : reading.value !== 'other', reading.at)
}

/** Equal but for the width of brackets, letters or spaces. */
function differsInWidthOnly(scope: DomainScope): Reading {
  const reading = compare(
    scope,
    nameField,
    ({ name }) => name,
    (a, b) => a !== b && sameName(a, b),
  )
  return 'value' in reading && expected(scope) === null ? known(false, reading.at) : reading
}

export const holderFacts: Record<string, Fact<DomainScope>> = {
  'domain.registrantName': {
    kind: 'text',
    read: ({ domain, at }) => given(domain.registrantName, `${at}.registrantName`),
  },
  'domain.registrantRelation': {
    kind: 'word',
    values: registrantRelations,
    title: (word) => relationTitles[word as Relation],
    read: relation,
  },
  'domain.relationContradicts': {
    kind: 'yes-no',
    read: (scope) => known(contradicts(scope), `${scope.at}.registrantRelation`),
  },
  'domain.registrantForeignParent': {
    kind: 'yes-no',
    read: ({ domain, at }) => given(domain.registrantForeignParent, `${at}.registrantForeignParent`),
  },
  'domain.registrantEligible': { kind: 'yes-no', read: isEligible },
  'domain.registrantNameMatches': {
    kind: 'yes-no',
    read: (scope) => compare(scope, nameField, ({ name }) => name, sameName),
  },
  'domain.registrantWidthDiffers': { kind: 'yes-no', read: differsInWidthOnly },
  'domain.registrantTypeMatches': {
    kind: 'yes-no',
    read: (scope) =>
      compare(
        scope,
        certificateField('type'),
        ({ certificate }) => certificate.type,
        (a, b) => a === b,
      ),
  },
  'domain.registrantNumberMatches': {
    kind: 'yes-no',
    read: (scope) =>
      compare(
        scope,
        certificateField('number'),
        ({ certificate }) => certificate.number,
        (a, b, { certificate }) => sameNumber(a, b, certificate.type.value),
      ),
  },
  'domain.expectedHolder': {
    kind: 'text',
    read: (scope) => {
      const party = expected(scope)
      if (party === null) return known('', `${scope.at}.registrantName`)
      return 'missing' in party ? missing(party.missing) : given(party.name.value, party.name.at)
    },
  },
}
