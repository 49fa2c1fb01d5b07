/** Facts of one letter, proof or commitment: what it is, how old it is, and which window it has to keep. */
import { needs } from '../answers.ts'
import type { Reading } from '../condition.ts'
import { daysBetween, monthsBetween, monthsSince, nextDay } from '../dates.ts'
import { type IsoDate, materialIds, paperKinds } from '../schema.ts'
import { windowOf } from './paper-window.ts'
import { type Fact, given, known, mapped, missing, type PaperScope } from './reading.ts'

/** Longer than any rule asks for. */
const forever = 1_000_000

function window({ filing: { filing, tables }, material, paper, at }: PaperScope): Reading {
  const found = windowOf(filing, material, paper.kind, tables)
  if ('missing' in found) return missing(found.missing === 'kind' ? `${at}.kind` : found.missing)
  return known(found.window?.id ?? 'none', at)
}

function sinceIssued(measure: (from: IsoDate, to: IsoDate) => number): Fact<PaperScope> {
  return {
    kind: 'number',
    read: ({ filing, paper, at }) =>
      given(
        mapped(paper.issuedOn, (day) => measure(day, filing.on)),
        `${at}.issuedOn`,
      ),
  }
}

/** Whole months of a term whose last day counts. */
function term({ paper: { issuedOn, validUntil }, at }: PaperScope): Reading {
  if (validUntil === undefined) return missing(`${at}.validUntil`)
  if (validUntil === 'long-term') return known(forever, `${at}.validUntil`)
  if (issuedOn === undefined) return missing(`${at}.issuedOn`)
  return known(monthsBetween(issuedOn, nextDay(validUntil)), `${at}.validUntil`)
}

export const paperFacts: Record<string, Fact<PaperScope>> = {
  'paper.material': {
    kind: 'word',
    values: materialIds,
    title: (word, { materials }) => materials.find(({ id }) => id === word)?.title,
    read: ({ material, at }) => known(material, at),
  },
  'paper.need': { kind: 'word', values: [...needs, 'none'], read: ({ need, at }) => known(need, at) },
  'paper.kind': {
    kind: 'word',
    values: paperKinds,
    title: (word, { papers }) => papers.kinds.find(({ id }) => id === word)?.title,
    read: ({ paper, at }) => given(paper.kind, `${at}.kind`),
  },
  'paper.window': {
    kind: 'word',
    values: ({ papers }) => papers.windows.map(({ id }) => id),
    read: window,
  },
  'paper.issuedOn': { kind: 'text', read: ({ paper, at }) => given(paper.issuedOn, `${at}.issuedOn`) },
  'paper.validUntil': { kind: 'text', read: ({ paper, at }) => given(paper.validUntil, `${at}.validUntil`) },
  'paper.monthsSinceIssued': sinceIssued(monthsSince),
  'paper.daysSinceIssued': sinceIssued(daysBetween),
  /** A date that nobody has written is not later than today, nor is an end that nobody has written near. */
  'paper.startsLater': {
    kind: 'yes-no',
    read: ({ filing, paper: { issuedOn }, at }) =>
      known(issuedOn !== undefined && daysBetween(filing.on, issuedOn) > 0, `${at}.issuedOn`),
  },
  'paper.daysLeft': {
    kind: 'number',
    read: ({ filing, paper: { validUntil }, at }) => {
      const ends = validUntil !== undefined && validUntil !== 'long-term'
      return known(ends ? daysBetween(filing.on, validUntil) : forever, `${at}.validUntil`)
    },
  },
  'paper.endsBeforeIssue': {
    kind: 'yes-no',
    read: ({ paper: { issuedOn, validUntil }, at }) => {
      const ends = issuedOn !== undefined && validUntil !== undefined && validUntil !== 'long-term'
      return known(ends && daysBetween(issuedOn, validUntil) < 0, `${at}.validUntil`)
    },
  },
  'paper.termMonths': { kind: 'number', read: term },
}
