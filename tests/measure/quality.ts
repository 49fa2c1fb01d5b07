/**
 * How well faults of a photo are found: recall and precision of each finding, through everything that an incoming
 * picture goes through (the document is searched too). Borderline strengths are not counted: whether they are found is
 * a matter of taste. Precision is over all pictures of the set, in which each fault is one of about sixteen: the share of
 * what is said that is true, also where another fault brings it along.
 */
import { examine } from '../../main/engine/imaging/examine.ts'
import { judgePicture } from '../../rules/pictures.ts'
import type { Fault, Faulty } from './faults/index.ts'
import { bandOfPrint } from './faults/print.ts'

/** What has to be found in a clearly bad picture: one of these. */
const expected: Record<Fault, readonly string[]> = {
  good: [],
  mild: [],
  large: [],
  defocus: ['image.blurred'],
  motion: ['image.blurred'],
  upscaled: ['image.blurred'],
  dark: ['image.dark'],
  overexposed: ['image.overexposed'],
  glare: ['image.glare'],
  'black-and-white': ['image.grayscale'],
  'grey-copy': ['image.copied'],
  'tinted-copy': ['image.copied'],
  screen: ['image.screen-photo'],
  'cut-off': ['image.cut-off'],
  'small-picture': ['image.small-print'],
  // Which of the two, `isAsked` tells.
  'small-in-frame': ['image.small-print', 'image.no-document'],
  finger: ['image.covered'],
}
/** What says the same, as severely, where a finger hides the document's outline. */
const instead: Partial<Record<Fault, readonly string[]>> = { finger: ['image.no-document'] }
/** What may be found as well, since the fault brings it along: a small picture has no crisp print. */
const allowed: Partial<Record<Fault, readonly string[]>> = {
  'small-picture': ['image.blurred'],
  'small-in-frame': ['image.blurred'],
  upscaled: ['image.small-print'],
  screen: ['image.blurred'],
  // No whole outline is seen there, which is true.
  'cut-off': ['image.no-document'],
  dark: ['image.no-document'],
  overexposed: ['image.no-document'],
}

export interface Judged {
  picture: Omit<Faulty, 'jpeg'>
  codes: string[]
  /** Whether the document was found: surely, or at least an outline that was taken for it and measured. */
  found: 'surely' | 'perhaps' | 'not'
}

export async function judged({ jpeg, ...picture }: Faulty): Promise<Judged> {
  const file = `${picture.seed}-${picture.fault}.jpg`
  const { info, measurements, corners } = await examine(jpeg, file)
  const use = { window: null, material: picture.material, file }
  const findings = judgePicture({ ...measurements, ...info }, use)
  const found = corners ? 'surely' : measurements.document ? 'perhaps' : 'not'
  return { picture, codes: findings.map(({ code }) => code), found }
}

export interface QualityLine {
  set: string
  code: string
  /** Clearly bad pictures, and of them the found ones; of each kind of fault as well. */
  bad: number
  found: number
  byFault: { fault: Fault; bad: number; found: number; borderline: number; borderlineFound: number }[]
  /** Clearly bad pictures of which it is said and true, of whatever fault; and those that have nothing of the sort. */
  right: number
  wrong: Judged[]
}

export function qualityLines(set: string, all: readonly Judged[]): QualityLine[] {
  const codes = [...new Set(Object.values(expected).flat())]
  return codes.map((code) => {
    const has = (one: Judged): boolean => one.codes.includes(code)
    const byFault = faultsOf(code).map((fault) => {
      const own = all.filter((one) => one.picture.fault === fault && isAsked(one, code))
      const [bad, borderline] = ['bad', 'borderline'].map((band) => own.filter(({ picture }) => picture.band === band))
      return {
        fault,
        bad: bad?.length ?? 0,
        found: bad?.filter(has).length ?? 0,
        borderline: borderline?.length ?? 0,
        borderlineFound: borderline?.filter(has).length ?? 0,
      }
    })
    const sum = (key: 'bad' | 'found'): number => byFault.reduce((total, line) => total + line[key], 0)
    return {
      set,
      code,
      bad: sum('bad'),
      found: sum('found'),
      byFault,
      right: all.filter((one) => has(one) && isRight(one, code)).length,
      wrong: all.filter((one) => has(one) && isWrong(one, code)),
    }
  })
}

function faultsOf(code: string): Fault[] {
  return (Object.keys(expected) as Fault[]).filter((fault) => expected[fault].includes(code))
}

/**
 * A document that is too small has small print where an outline was found, and cannot be seen where none was. What is
 * said instead, meaning the same, is not missed.
 */
function isAsked({ picture: { fault }, codes, found }: Judged, code: string): boolean {
  if (fault === 'small-in-frame') return code === (found === 'not' ? 'image.no-document' : 'image.small-print')
  return codes.includes(code) || !(instead[fault] ?? []).some((other) => codes.includes(other))
}

function isWrong({ picture }: Judged, code: string): boolean {
  const { fault, print } = picture
  if ([expected, instead, allowed].some((codes) => codes[fault]?.includes(code))) return false
  return !(code === 'image.small-print' && bandOfPrint(print) !== 'good')
}

function isRight(one: Judged, code: string): boolean {
  return one.picture.band === 'bad' && !isWrong(one, code)
}

/** Recall and precision as a table; with the faults that a finding is made of. */
export function qualityTable(lines: readonly QualityLine[]): string {
  const percent = (count: number, of: number): string => (of === 0 ? '–' : `${((100 * count) / of).toFixed(0)} %`)
  const rows = lines.map(({ set, code, bad, found, byFault, right, wrong }) => [
    set,
    code,
    `${percent(found, bad)} (${found}/${bad})`,
    `${percent(right, right + wrong.length)} (${right} right, ${wrongText(wrong)})`,
    byFault.length > 1 ? byFault.map((line) => `${line.fault} ${line.found}/${line.bad}`).join(', ') : '',
    byFault.map((line) => `${line.borderlineFound}/${line.borderline}`).join(', '),
  ])
  const head = ['set', 'finding', 'recall', 'precision', 'of these', 'borderline, not counted']
  return `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`
}

/** The pictures of one document share its table and its light: what goes wrong on one goes wrong on many. */
function wrongText(wrong: readonly Judged[]): string {
  const documents = new Set(wrong.map(({ picture }) => picture.seed)).size
  return documents === 0 ? '0 wrong' : `${wrong.length} wrong, of ${documents} documents`
}

/** The pictures behind the figures, for development only. */
export function qualityFailures(lines: readonly QualityLine[], all: readonly Judged[]): string {
  const name = ({ picture, found }: Judged): string =>
    `${picture.seed} ${picture.fault} (${picture.band}) ${picture.kind} ${picture.drawn}${found === 'surely' ? '' : `, found: ${found}`}`
  const rows = lines.flatMap(({ code, byFault, wrong }) => {
    const faults = byFault.map(({ fault }) => fault)
    const missed = all.filter((one) => {
      const { picture, codes } = one
      const isMissing = !codes.includes(code) && isAsked(one, code)
      return isMissing && faults.includes(picture.fault) && picture.band === 'bad'
    })
    return [...wrong.map((one) => `WRONG ${code} ${name(one)}`), ...missed.map((one) => `MISSED ${code} ${name(one)}`)]
  })
  return `${rows.join('\n')}\n`
}
