/** From letters to values: days, periods, numbers, domain names. null: it has not the form of one. */
import type { CertificateType } from '../certificate-types.ts'
import { addMonths, dateFromDigits, nextDay } from '../dates.ts'
import { parseDomain } from '../domain-name.ts'
import { numberProblem, residentBirthDate } from '../identity.ts'
import type { IsoDate } from '../schema.ts'
import type { Tables } from '../tables.ts'
import type { Standing } from './schema.ts'

const DAY = /(\d{4})\s*[年./\-\s]\s*(\d{1,2})\s*[月./\-\s]\s*(\d{1,2})\s*日?/g

/** Papers in use are of these years. */
const [EARLIEST, LATEST] = ['1900-01-01', '2150-12-31']

/** Every day that is named in the text, in order. */
export function datesIn(text: string): IsoDate[] {
  return [...text.normalize('NFKC').matchAll(DAY)].flatMap(([, year = '', month = '', day = '']) => {
    const date = dateFromDigits(year + month.padStart(2, '0') + day.padStart(2, '0'))
    return date !== null && date >= EARLIEST && date <= LATEST ? [date] : []
  })
}

export interface Period {
  from: IsoDate | null
  until: IsoDate | 'long-term'
}

/** "2022.06.01-2042.06.01", "2024.08.15-长期", "至 2030.02.28". */
export function periodIn(text: string): Period | null {
  const dates = datesIn(text)
  if (/长\s*期|永\s*久/.test(text)) return { from: dates[0] ?? null, until: 'long-term' }
  const [first, second] = dates
  if (first === undefined || dates.length > 2) return null
  if (second === undefined) return /[至到]/.test(text) ? { from: null, until: first } : null
  return first < second ? { from: first, until: second } : null
}

/** Years for which cards are issued. Their last day is the same day of the year, or the one before it. */
const terms = [1, 2, 3, 5, 10, 15, 20]

/** Whether such a certificate is issued for such a time. A misread figure of either day seldom leaves one that is. */
export function isUsualTerm({ from, until }: Period, certificate: CertificateType): boolean {
  if (from === null) return false
  if (until === 'long-term') return certificate === 'resident-id' || certificate === 'business-licence'
  const years = certificate === 'resident-id' ? [5, 10, 20] : terms
  return years.some((count) => {
    const end = addMonths(from, count * 12)
    return end === until || end === nextDay(until)
  })
}

export interface ReadNumber {
  number: string
  certificate: CertificateType
  standing: Standing
}

/** Letters that a number of figures cannot have, and the figures that look like them. */
const likeFigures: Record<string, string> = { O: '0', D: '0', Q: '0', I: '1', L: '1', '|': '1', Z: '2', S: '5', B: '8' }
/** The credit code has letters, but none that could be taken for a figure: I, O, S, V, Z. */
const likeInCodes: Record<string, string> = { O: '0', I: '1', Z: '2', S: '5' }

function withLikes(text: string, likes: Record<string, string>): string {
  return [
    ...text
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s.·-]/g, ''),
  ]
    .map((letter) => likes[letter] ?? letter)
    .join('')
}

/** Every stretch of `length` signs of `signs`, of this text and its neighbours. */
function stretches(text: string, signs: RegExp, length: number): string[] {
  const runs = text.match(signs) ?? []
  return runs.flatMap((run) =>
    Array.from({ length: Math.max(0, run.length - length + 1) }, (_, at) => run.slice(at, at + length)),
  )
}

const residentTypes: readonly CertificateType[] = ['resident-id', 'hk-macao-residence', 'taiwan-residence']

/** Every 18-figure number of a person in the text whose check digit is right. */
export function residentNumbersIn(text: string): ReadNumber[] {
  const likely = withLikes(text, likeFigures)
  return stretches(likely, /\d{17,}[\dX]/g, 18).flatMap((number) => {
    const certificate = residentTypes.find((type) => numberProblem(type, number) === null)
    return certificate && residentBirthDate(number) ? [{ number, certificate, standing: 'confirmed' as const }] : []
  })
}

/** Every credit code in the text. Its inner code has a check digit too: confirmed where both are right. */
export function creditCodesIn(text: string): ReadNumber[] {
  const likely = withLikes(text, likeInCodes)
  return stretches(likely, /[0-9A-HJ-NPQRTUWXY]{18,}/g, 18).flatMap((number) => {
    if (numberProblem('business-licence', number) !== null || /^\d{17}X$/.test(number)) return []
    const isInnerRight = numberProblem('organization-code', number.slice(8, 17)) === null
    const standing = isInnerRight ? ('confirmed' as const) : ('plausible' as const)
    return [{ number, certificate: 'business-licence' as const, standing }]
  })
}

const permitForms: Partial<Record<CertificateType, RegExp>> = {
  'hk-macao-permit': /[HM]\d{8}(?:\d{2})?(?!\d)/,
  'taiwan-permit': /(?<!\d)(?:\d{10}[A-Z]?|\d{8})(?!\d)/,
  passport: /(?:[EGDSP][A-Z]?\d{7,8})(?!\d)/,
}

/** A number without check digits, by its form alone. */
export function permitNumberIn(text: string, certificate: CertificateType): ReadNumber | null {
  const form = permitForms[certificate]
  const number = form && plain(text).match(form)?.[0]
  if (!number || numberProblem(certificate, number) !== null) return null
  return { number, certificate, standing: 'plausible' }
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.·-]/g, '')
}

const DOMAIN = /[\p{L}\p{N}](?:[\p{L}\p{N}-]*\.)+[\p{L}]{2,}/gu

/** The first domain name in the text whose end is a known suffix, in lower case; also one that blanks were read into. */
export function domainIn(text: string, { suffixes }: Pick<Tables, 'suffixes'>): string | null {
  const known = new Set(suffixes.editions.flatMap((edition) => edition.suffixes))
  const plain = text.normalize('NFKC').toLowerCase()
  const names = [plain, plain.replace(/\s/g, '')].flatMap((one) => one.match(DOMAIN) ?? [])
  return names.find((name) => isDomain(name, known, suffixes.secondLevel)) ?? null
}

function isDomain(name: string, known: ReadonlySet<string>, secondLevel: Tables['suffixes']['secondLevel']): boolean {
  const parsed = parseDomain(name, secondLevel)
  return parsed !== null && parsed.label !== '' && known.has(parsed.tld)
}
