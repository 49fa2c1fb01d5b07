/** What is wrong with a paper that came back signed: page by page, and as a whole. Pure. */
import type { SourceRef } from './answers.ts'
import { type Rules, shippedRules } from './catalog.ts'
import { addDays, addMonths } from './dates.ts'
import type { IsoDate, Text } from './schema.ts'
import type { SignedMeasures } from './signed-measures.ts'
import { type HandOnPage, judgePlaces, sealsOf } from './signed-places.ts'
import type { PlaceState, PlaceVerdict, SignedFinding, SignedLimits } from './signed-schema.ts'
import { type SignedCode, type SignedText, signedTexts } from './signed-texts.ts'
import type { PaperWindow } from './tables-schema.ts'

export interface SignedPage {
  /** The picture, for the findings. */
  file: string
  hands: readonly HandOnPage[]
  measures: SignedMeasures
  /** Lines are left for text that the applicant writes himself: writing beside the places is no fault. */
  open: boolean
  /** The sheet that only says what to write. */
  isPreparation: boolean
  /** The title of the paper, when it is not the one that was asked for. */
  otherPaper: Text | null
}

export interface JudgedPage {
  places: PlaceVerdict[]
  findings: SignedFinding[]
}

type Filled = Readonly<Record<string, string | number | Text>>

function finding(code: SignedCode, file: string, filled: Filled, sources: SourceRef[], field?: string): SignedFinding {
  const { severity, cause, fix }: SignedText = signedTexts[code]
  const fill = (text: string, language: keyof Text): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = filled[name] ?? ''
      return typeof value === 'object' ? value[language] : String(value)
    })
  return {
    code: `signed.${code}`,
    severity,
    at: file,
    zh: fill(cause.zh, 'zh'),
    en: fill(cause.en, 'en'),
    fix,
    rule: `signed.${code}`,
    sources,
    earlier: [],
    verify: false,
    field: field ?? null,
  }
}

/** A page that fits none of the papers. */
export function judgeUnrecognised(file: string, rules: Rules = shippedRules): SignedFinding {
  return finding('unrecognised', file, {}, rules.tables.signedLimits.sources)
}

/** Share of a place that may lie outside the picture. */
const MOST_LOST = 0.3

/** Of another edition or another paper nothing else is said: its places are not those of this one. */
export function judgeSignedPage(page: SignedPage, rules: Rules = shippedRules): JudgedPage {
  const limits = rules.tables.signedLimits
  const { file, measures } = page
  const say = (code: SignedCode, filled: Filled = {}, field?: string) =>
    finding(code, file, filled, limits.sources, field)
  if (page.otherPaper) return { places: [], findings: [say('other-paper', { paper: page.otherPaper })] }
  const readable = measures.likeness >= limits.print.readableFrom && measures.resolution >= limits.page.resolutionFrom
  if (isOtherEdition(measures, limits)) return { places: [], findings: [say('other-edition')] }
  const places = judgePlaces(page.hands, measures, limits)
  const noStamp = new Set(page.hands.flatMap(({ hand }) => (hand.noStamp ? [hand.field] : [])))
  const ofPlaces = places.flatMap((place) => {
    // What is not in the picture is said once, of the page.
    if ((measures.places[place.field]?.lost ?? 0) > MOST_LOST) return []
    const code = codeOf(place, noStamp.has(place.field))
    return code ? [say(code, { title: place.title }, place.field)] : []
  })
  const findings = [
    page.isPreparation ? say('preparation-sheet') : null,
    ...ofEdges(measures, limits).map((code) => say(code)),
    ...ofPlaces,
    readable ? null : say('unreadable'),
    readable && measures.changes.length > 0 ? say('text-altered', { count: measures.changes.length }) : null,
    !page.open && measures.additions.length > 0 ? say('writing-added', { count: measures.additions.length }) : null,
    hasUnexpectedSeal(page, limits) ? say('seal-unexpected') : null,
  ]
  return { places, findings: findings.filter((one) => one !== null) }
}

export function isOtherEdition({ changed, compared, changes }: SignedMeasures, { print }: SignedLimits): boolean {
  return changed / Math.max(1, compared) >= print.otherEditionFrom || changes.length >= print.otherEditionSpots
}

function ofEdges(measures: SignedMeasures, { print, page }: SignedLimits): SignedCode[] {
  const lost =
    measures.lostPrint >= print.lostFrom || Object.values(measures.places).some((place) => place.lost > MOST_LOST)
  return [
    ...(lost ? ['cut-off' as const] : measures.outside >= page.outsideFrom ? ['margin-cut' as const] : []),
    ...(measures.hiddenCorners > 0 ? ['corner-hidden' as const] : []),
  ]
}

const missing = {
  signature: 'signature-missing',
  seal: 'seal-missing',
  date: 'date-missing',
  fingerprint: 'fingerprint-missing',
  handwritten: 'handwritten-missing',
} as const

function codeOf({ state, why }: { state: PlaceState; why: PlaceVerdict['why'] }, noStamp: boolean): SignedCode | null {
  switch (state) {
    case 'ok':
      return null
    case 'missing':
      return missing[why]
    case 'unclear':
      return 'place-unclear'
    case 'misplaced':
      return 'seal-misplaced'
    case 'stamped':
      return noStamp ? 'stamp-refused' : 'signature-stamped'
  }
}

function hasUnexpectedSeal({ hands, measures }: SignedPage, limits: SignedLimits): boolean {
  return hands.every(({ hand }) => hand.why !== 'seal') && sealsOf(measures.redMarks, limits).length > 0
}

export interface SignedPaper {
  /** For the findings: the form. */
  at: string
  /** Which of its pages came back, the first being 0, in the order of the pictures. */
  came: readonly { page: number; file: string }[]
  pages: number
  /** Whether a date belongs on it, the date that the person reads on it, and for how long it is good. */
  hasDate: boolean
  dated: IsoDate | null
  window: PaperWindow | null
  on: IsoDate
}

/** What concerns the paper and not one page of it. */
export function judgeSignedPaper(paper: SignedPaper, rules: Rules = shippedRules): SignedFinding[] {
  const { sources } = rules.tables.signedLimits
  const { at, came, pages } = paper
  const all = Array.from({ length: pages }, (_, page) => page)
  const absent = all.filter((page) => came.length > 0 && came.every((one) => one.page !== page))
  const twice = came.filter(({ page }, index) => came.findIndex((one) => one.page === page) !== index)
  return [
    ...absent.map((page) => finding('page-missing', at, { page: page + 1, pages }, sources)),
    ...twice.map(({ page, file }) => finding('page-twice', file, { page: page + 1 }, sources)),
    ...(paper.hasDate && came.length > 0 ? ofDate(paper, sources) : []),
  ]
}

function ofDate({ at, dated, window, on }: SignedPaper, sources: SourceRef[]): SignedFinding[] {
  if (dated === null) return [finding('date-untyped', at, {}, sources)]
  if (dated > on) return [finding('date-ahead', at, { dated, on }, window?.sources ?? sources)]
  if (!window || lastDay(dated, window.within) >= on) return []
  const found = finding('too-old', at, { dated, window: { zh: window.zh, en: window.en } }, window.sources)
  return [{ ...found, severity: window.strict ? 'blocker' : 'warning', fix: window.fix }]
}

function lastDay(dated: IsoDate, within: PaperWindow['within']): IsoDate {
  return 'months' in within ? addMonths(dated, within.months) : addDays(dated, within.days)
}
