/**
 * What a certificate's number tells by itself: whether it can exist, and the birthday in it.
 * GB 11643 (resident ID), GB 32100-2015 (unified social credit code), GS15-2006 (licence number, ISO 7064 MOD 11,10),
 * GB 11714 (organization code), and the published shapes of permits and passports.
 */

import type { CertificateType } from './certificate-types.ts'
import { dateFromDigits } from './dates.ts'
import type { IsoDate } from './schema.ts'

/** `format`: not the shape of such a number; `date`: a birthday that does not exist; `region`: issued for another kind. */
export const numberProblems = ['format', 'date', 'region', 'checksum'] as const
export type NumberProblem = (typeof numberProblems)[number]

/** The number as it is compared and checked: full-width as half-width, upper case, without spaces. */
export function plainNumber(number: string): string {
  return number.normalize('NFKC').toUpperCase().replace(/\s/g, '')
}

const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * (values[index] ?? 0), 0)
}

function digitsOf(text: string): number[] {
  return [...text].map(Number)
}

/** Regions whose residents hold a residence permit (居住证) with a number like a resident ID's. */
const permitRegions = { 'hk-macao-residence': ['81', '82'], 'taiwan-residence': ['83'] } as const

function residentProblem(number: string, regions: readonly string[] | null): NumberProblem | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return 'format'
  const isPermit = /^8[123]/.test(number)
  if (regions === null ? isPermit : !regions.includes(number.slice(0, 2))) return 'region'
  if (residentBirthDate(number) === null) return 'date'
  const check = '10X98765432'[weightedSum(digitsOf(number), residentWeights) % 11]
  return number.endsWith(check ?? '') ? null : 'checksum'
}

/** The birthday inside an 18-digit number; null when the number has none or it does not exist. */
export function residentBirthDate(number: string): IsoDate | null {
  return /^\d{6}(18|19|20)\d{9}[\dX]$/.test(number) ? dateFromDigits(number.slice(6, 14)) : null
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

function creditProblem(number: string): NumberProblem | null {
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(number)) return 'format'
  const values = [...number].map((letter) => creditAlphabet.indexOf(letter))
  const check = (31 - (weightedSum(values, creditWeights) % 31)) % 31
  return values[17] === check ? null : 'checksum'
}

/** ISO 7064 MOD 11,10 over 15 digits. */
function licenceProblem(number: string): NumberProblem | null {
  const remainder = digitsOf(number).reduce((carry, digit, index) => {
    const sum = (carry + digit) % 10
    return index === 14 ? sum : ((sum === 0 ? 10 : sum) * 2) % 11
  }, 10)
  return remainder === 1 ? null : 'checksum'
}

function organizationProblem(number: string): NumberProblem | null {
  const plain = number.replace('-', '')
  if (!/^[0-9A-Z]{8}[0-9X]$/.test(plain)) return 'format'
  const values = [...plain.slice(0, 8)].map((letter) => Number.parseInt(letter, 36))
  const check = '0123456789X'[(11 - (weightedSum(values, [3, 7, 9, 10, 5, 8, 4, 2]) % 11)) % 11]
  return plain.endsWith(check ?? '') ? null : 'checksum'
}

/** Units' certificates since 2015 carry the 18-character credit code; older ones have numbers of their own. */
function unitProblem(number: string, older: (number: string) => NumberProblem | null): NumberProblem | null {
  return number.length === 18 ? creditProblem(number) : older(number)
}

function shape(number: string, expression: RegExp): NumberProblem | null {
  return expression.test(number) ? null : 'format'
}

const checks: Partial<Record<CertificateType, (number: string) => NumberProblem | null>> = {
  'resident-id': (number) => residentProblem(number, null),
  'temporary-id': (number) => residentProblem(number, null),
  'hk-macao-residence': (number) => residentProblem(number, permitRegions['hk-macao-residence']),
  'taiwan-residence': (number) => residentProblem(number, permitRegions['taiwan-residence']),
  'hk-macao-permit': (number) => shape(number, /^[HM](\d{8}|\d{10})$/),
  'taiwan-permit': (number) => shape(number, /^(\d{8}|\d{10}\(?[A-Z]?\)?)$/),
  passport: (number) => shape(number, /^[A-Z0-9]{5,15}$/),
  'business-licence': (number) =>
    unitProblem(number, (older) => (/^\d{15}$/.test(older) ? licenceProblem(older) : 'format')),
  'unified-code-certificate': (number) => creditProblem(number),
  'organization-code': (number) => unitProblem(number, organizationProblem),
  'institution-certificate': (number) => unitProblem(number, () => null),
  'social-group-certificate': (number) => unitProblem(number, () => null),
  'private-non-enterprise-certificate': (number) => unitProblem(number, () => null),
  'foundation-certificate': (number) => unitProblem(number, () => null),
  'law-firm-licence': (number) => unitProblem(number, () => null),
}

/** What is wrong with a certificate's number, or null. A kind whose numbers follow no known rule is never wrong. */
export function numberProblem(type: CertificateType, number: string): NumberProblem | null {
  return checks[type]?.(plainNumber(number)) ?? null
}

/** Kinds whose number holds a birthday. */
export const datedTypes: readonly CertificateType[] = [
  'resident-id',
  'temporary-id',
  'hk-macao-residence',
  'taiwan-residence',
]
