/**
 * Several sources answer one question about one applicant. The newest that speaks decides; what agrees with it
 * lends its name, what differs stays visible as the earlier rule. Where the newest is looser than older ones, the
 * older ones warn (two or more) or are noted (one): silence is not permission.
 */
import type { Severity, SourceRef } from './answers.ts'
import type { Outcome } from './condition.ts'
import type { Precedence } from './fact.ts'
import type { Setting } from './facts.ts'
import type { FactRule } from './province-facts.ts'
import type { Rule } from './rule.ts'
import type { Text } from './schema.ts'

/** A rule that holds in one place, or that cannot be told yet. */
export interface Applied {
  rule: Rule
  setting: Setting
  outcome: Outcome
  /** Sources that say the same. */
  also: readonly SourceRef[]
  /** What says otherwise. */
  earlier: readonly Applied[]
}

export interface Judged extends Applied {
  rule: FactRule
}

const strengths: Record<Severity, number> = { blocker: 4, warning: 3, note: 2 }

/** How much it keeps an applicant from doing: what blocks is more than what asks for a paper. */
function strengthOf({ rule }: Judged): number {
  if (rule.finding) return strengths[rule.finding.severity]
  return rule.need ? 1 : 0
}

/** What follows, without how it is said: two sources with the same consequence agree. */
function consequence({ rule }: Judged): string {
  if (rule.finding) return `finding ${rule.finding.code}`
  return rule.need ? `need ${rule.need.material} ${rule.need.for}` : 'allow'
}

function strongest(judged: readonly Judged[]): number {
  return Math.max(0, ...judged.map(strengthOf))
}

function newest(judged: readonly Judged[]): string | undefined {
  return judged.reduce<Judged | undefined>(
    (best, one) => (best && best.rule.ends >= one.rule.ends ? best : one),
    undefined,
  )?.rule.source
}

/** The source that decides. */
function decider(holding: readonly Judged[], all: readonly Judged[], precedence: Precedence | undefined) {
  if (precedence?.decides !== 'strictest' || holding.length === 0) return newest(all)
  const most = strongest(holding)
  return newest(holding.filter((one) => strengthOf(one) === most))
}

function sourcesOf(judged: readonly Judged[]): SourceRef[] {
  return judged.flatMap(({ rule }) => rule.sources)
}

/** Each consequence once, said by the first, with all who say it. */
function merged(deciding: readonly Judged[], older: readonly Judged[]): Judged[] {
  const kinds = new Map<string, Judged[]>()
  const byStrength = [...deciding].sort((a, b) => strengthOf(b) - strengthOf(a))
  for (const one of byStrength) kinds.set(consequence(one), [...(kinds.get(consequence(one)) ?? []), one])
  return [...kinds].flatMap(([kind, [first, ...rest]]) =>
    first ? [{ ...first, also: sourcesOf([...rest, ...older.filter((one) => consequence(one) === kind)]) }] : [],
  )
}

/** "2019–2021" of the vintages' ends. */
function years(judged: readonly Judged[]): string {
  const ends = judged.map(({ rule }) => rule.ends.slice(0, 4)).sort()
  const [first, last] = [ends[0] ?? '', ends.at(-1) ?? '']
  return first === last ? first : `${first}–${last}`
}

/** The newer source's own words for why it is not so strict. */
function newerWords(holding: readonly Judged[], speaking: readonly Judged[]): Text {
  const [said] = [...holding, ...speaking]
  return said ? said.rule.said : { zh: '没有这样要求', en: 'does not ask for it' }
}

function unstopped(text: string): string {
  return text.replace(/[。.]$/, '')
}

/** What older sources want and the newest does not: it warns where two say so, and is noted where one does. */
function loosened(
  stricter: readonly Judged[],
  holding: readonly Judged[],
  speaking: readonly Judged[],
  warn: boolean,
): Applied[] {
  const [first] = [...stricter].sort((a, b) => strengthOf(b) - strengthOf(a) || (a.rule.ends < b.rule.ends ? 1 : -1))
  if (!first) return []
  const several = new Set(stricter.map(({ rule }) => rule.source)).size > 1
  const newer = newerWords(holding, speaking)
  const { lead, said, finding, need } = first.rule
  const rule: Rule = {
    ...first.rule,
    ...(finding && { finding: { ...finding, severity: several || warn ? 'warning' : 'note' } }),
    ...(need && { need: { ...need, need: 'optional' } }),
    zh: `${lead.zh}较早的来源（${years(stricter)}）：${unstopped(said.zh)}；较新的来源（${years(speaking)}）：${unstopped(newer.zh)}。请先向接入商确认。`,
    en: `${lead.en}Earlier (${years(stricter)}): ${unstopped(said.en)}; newer (${years(speaking)}): ${unstopped(newer.en)}. Ask the access provider first.`,
  }
  return [{ ...first, rule, also: sourcesOf(stricter.filter((one) => one !== first)), earlier: stricter }]
}

function withNote(applied: Applied, precedence: Precedence | undefined): Applied {
  const note = precedence?.note
  if (!note) return applied
  const { rule } = applied
  return { ...applied, rule: { ...rule, zh: `${rule.zh}${note.zh}`, en: `${rule.en} ${note.en}` } }
}

/**
 * What applies, of all records that answer one question in one place. Records whose condition is false are given as
 * well: a source that speaks and asks for nothing permits. While the deciding source cannot be told, only it asks.
 */
export function settle(judged: readonly Judged[], precedence: Precedence | undefined): Applied[] {
  const holding = judged.filter(({ outcome }) => outcome.truth === true)
  if (holding.length === 0 && judged.every(({ outcome }) => outcome.truth === false)) return []
  const source = decider(holding, judged, precedence)
  const speaking = judged.filter(({ rule }) => rule.source === source)
  const deciding = speaking.filter(({ outcome }) => outcome.truth === true)
  const open = speaking.filter(({ outcome }) => outcome.truth === 'unknown')
  const older = holding.filter(({ rule }) => rule.source !== source)
  if (deciding.length === 0 && open.length > 0) return merged(open, [])
  const kinds = new Set(deciding.map(consequence))
  const differing = older.filter((one) => !kinds.has(consequence(one)))
  const strength = strongest(deciding)
  const stricter = differing.filter((one) => strengthOf(one) > strength)
  const warned = open.length > 0 ? [] : loosened(stricter, deciding, speaking, precedence?.decides === 'warn')
  const rest = stricter.length > 0 && warned.length > 0 ? differing.filter((one) => !stricter.includes(one)) : differing
  const said = new Set(deciding.map(({ rule }) => rule.said.zh))
  const inOtherWords = older.filter(
    (one) => one.rule.need && kinds.has(consequence(one)) && !said.has(one.rule.said.zh),
  )
  const [first, ...others] = merged(deciding, older)
  const effective = [...(first ? [{ ...first, earlier: [...rest, ...inOtherWords] }] : []), ...others]
  return [...effective.map((one) => withNote(one, precedence)), ...merged(open, []), ...warned]
}
