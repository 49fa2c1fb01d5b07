/** Whether two names, numbers or persons are the same, as registries and portals compare them. */

import type { CertificateType } from '../certificate-types.ts'
import type { Reading } from '../condition.ts'
import { plainNumber } from '../identity.ts'
import { known, missing } from './reading.ts'
import type { Field, PersonView } from './views.ts'

/** Width, case and spaces do not make another name: （）and () are the same here. */
export function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・]/g, '')
}

export function sameName(one: string, other: string): boolean {
  return plainName(one) === plainName(other)
}

/** A Mainland travel permit keeps its first nine characters when it is renewed; old cards print eleven. */
export function sameNumber(one: string, other: string, type: CertificateType | undefined): boolean {
  const [a, b] = [plainNumber(one), plainNumber(other)]
  if (type === 'hk-macao-permit' && a.length !== b.length) return a.slice(0, 9) === b.slice(0, 9)
  return a === b
}

function firstMissing(...fields: Field<unknown>[]): string | null {
  return fields.find(({ value }) => value === undefined)?.at ?? null
}

/**
 * Yes with the same number, no with another name or number. The same number under two names is a contradiction and
 * the same name without numbers may be a namesake: both stay unknown, and the place to settle it is named.
 */
export function samePerson(one: PersonView, other: PersonView): Reading {
  const numbers = sameNumbers(one, other)
  const names =
    firstMissing(other.name, one.name) === null ? sameName(one.name.value ?? '', other.name.value ?? '') : null
  if (numbers === true) return names === false ? missing(other.name.at) : known(true, other.at)
  if (names === false) return known(false, other.at)
  if (numbers === false)
    return names === null ? missing(firstMissing(other.name, one.name) ?? other.name.at) : known(false, other.at)
  const absent = [other.name, one.name, other.certificate.number, one.certificate.number]
  return missing(firstMissing(...absent) ?? other.certificate.number.at)
}

/** null: not both known, or of two kinds of certificate, which one person may well have. */
function sameNumbers(one: PersonView, other: PersonView): boolean | null {
  const [a, b] = [one.certificate, other.certificate]
  if (a.number.value === undefined || b.number.value === undefined) return null
  const same = sameNumber(a.number.value, b.number.value, a.type.value)
  const kindsDiffer = a.type.value !== undefined && b.type.value !== undefined && a.type.value !== b.type.value
  return !same && kindsDiffer ? null : same
}
