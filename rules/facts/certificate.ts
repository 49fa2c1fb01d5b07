/** Facts of one certificate: its number, kind and term. */

import { type CertificateType, personCertificateTypes, unitCertificateTypes } from '../certificate-types.ts'
import type { Reading } from '../condition.ts'
import { daysBetween } from '../dates.ts'
import { numberProblem, numberProblems } from '../identity.ts'
import type { Nature, Text } from '../schema.ts'
import type { Tables } from '../tables.ts'
import { type CertificateScope, certificateHolders, type Fact, given, known, mapped, missing } from './reading.ts'

export const personCertificates: readonly string[] = personCertificateTypes

export function certificateTypeTitle(type: string, tables: Tables): Text | undefined {
  return tables.certificates.types.find(({ id }) => id === type)?.title
}

/** The holders whose certificates go into the package; others are only judged by what is written of them. */
function isHandedIn({ holder }: CertificateScope): boolean {
  return holder === 'subject' || holder === 'subject-responsible' || holder === 'site-responsible'
}

function problem(scope: CertificateScope): Reading {
  const { type, number } = scope.certificate
  if (number.value === undefined) return isHandedIn(scope) ? missing(number.at) : known('none', number.at)
  if (type.value === undefined) return isHandedIn(scope) ? missing(type.at) : known('none', number.at)
  return known(numberProblem(type.value, number.value) ?? 'none', number.at)
}

/** Longer than any rule asks for. */
const forever = 1_000_000

function daysLeft({ certificate: { validUntil }, filing }: CertificateScope): Reading {
  const left = mapped(validUntil.value, (end) => (end === 'long-term' ? forever : daysBetween(filing.on, end)))
  return given(left, validUntil.at)
}

function acceptedByNature({ filing: { filing, subject, tables }, certificate: { type } }: CertificateScope): Reading {
  const nature: Nature | undefined = subject.kind === null ? undefined : filing.subject?.nature
  if (nature === undefined) return missing('subject.nature')
  const accepts: readonly CertificateType[] = tables.certificates.natures.find(({ id }) => id === nature)?.accepts ?? []
  return given(
    mapped(type.value, (value) => accepts.includes(value)),
    type.at,
  )
}

export const certificateFacts: Record<string, Fact<CertificateScope>> = {
  'certificate.holder': { kind: 'word', values: certificateHolders, read: ({ holder, at }) => known(holder, at) },
  'certificate.type': {
    kind: 'word',
    values: [...personCertificateTypes, ...unitCertificateTypes],
    title: certificateTypeTitle,
    read: ({ certificate: { type } }) => given(type.value, type.at),
  },
  'certificate.number': { kind: 'text', read: ({ certificate: { number } }) => given(number.value, number.at) },
  'certificate.numberProblem': { kind: 'word', values: ['none', ...numberProblems], read: problem },
  'certificate.acceptedByNature': { kind: 'yes-no', read: acceptedByNature },
  'certificate.validUntil': {
    kind: 'text',
    title: (text) => (text === 'long-term' ? { zh: '长期', en: 'no end' } : undefined),
    read: ({ certificate: { validUntil } }) => given(validUntil.value, validUntil.at),
  },
  'certificate.daysLeft': { kind: 'number', read: daysLeft },
  'certificate.startsLater': {
    kind: 'yes-no',
    read: ({ certificate: { validFrom }, filing }) =>
      known(validFrom.value !== undefined && daysBetween(filing.on, validFrom.value) > 0, validFrom.at),
  },
  'certificate.endsBeforeStart': {
    kind: 'yes-no',
    read: ({ certificate: { validFrom, validUntil } }) => {
      const [start, end] = [validFrom.value, validUntil.value]
      const reversed = start !== undefined && end !== undefined && end !== 'long-term' && daysBetween(start, end) < 0
      return known(reversed, validUntil.at)
    },
  },
}
