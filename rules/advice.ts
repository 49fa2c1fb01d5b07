/** What the province says that no program can check: one line for each subject, the newest source first. */
import type { Advice, Reason } from './answers.ts'
import { isInForce } from './apply.ts'
import type { Rules } from './catalog.ts'
import { evaluate } from './condition.ts'
import { everywhere, type FactRecord } from './fact.ts'
import { readFact, type Setting } from './facts.ts'
import { distinct, distinctSources, isStale } from './lines.ts'
import { appliesOf } from './province-facts.ts'
import type { Filing, IsoDate } from './schema.ts'

/** Advice for whom it is said; as long as that is not known, it is not given. */
function isFor(record: FactRecord, setting: Setting, on: IsoDate): boolean {
  if (record.status !== 'advice' || !isInForce(record, on)) return false
  return evaluate(appliesOf(record), (name) => readFact(setting, name)).truth === true
}

function endsOf({ sources }: FactRecord, { tables }: Rules): string {
  return tables.sources[sources[0]?.id ?? '']?.ends ?? ''
}

/** Sources in the same words are one; the newest source speaks, what older ones add stays as the earlier rule. */
function lineOf(records: readonly FactRecord[], topic: Rules['topics'][number], on: IsoDate, rules: Rules): Advice[] {
  const own = records.filter(({ fact }) => !fact.startsWith(everywhere))
  const near = own.length > 0 ? own : records
  const ends = near.map((record) => endsOf(record, rules)).sort()
  const isNewest = (record: FactRecord) => endsOf(record, rules) === ends.at(-1)
  const newest = distinct(near.filter(isNewest), ({ zh }) => zh)
  const same = records.filter(({ zh }) => newest.some((one) => one.zh === zh))
  const sources = distinctSources(same.flatMap((record) => record.sources))
  const earlier = records
    .filter((record) => !same.includes(record))
    .map(({ fact, zh, en, sources: said }): Reason => ({ rule: fact, zh, en, facts: [], sources: said }))
  const line = {
    topic: topic.id,
    title: topic.title,
    zh: newest.map(({ zh }) => zh).join(''),
    en: newest.map(({ en }) => en).join(' '),
    sources,
    earlier,
    verify: isStale(sources, on, rules),
  }
  return newest.length > 0 ? [line] : []
}

/** In the order of the subjects. Where the province speaks of one, what holds everywhere stands behind it. */
export function adviceOf(filing: Filing, settings: { filing: Setting[] }, on: IsoDate, rules: Rules): Advice[] {
  const [setting] = settings.filing
  if (!setting) return []
  const records = [filing.province ?? '', everywhere]
    .flatMap((code) => rules.provinces.get(code)?.records ?? [])
    .filter((record) => isFor(record, setting, on))
  const byTopic = new Map<string, FactRecord[]>()
  for (const record of records) byTopic.set(record.topic, [...(byTopic.get(record.topic) ?? []), record])
  return rules.topics.flatMap((topic) => {
    const own = byTopic.get(topic.id)
    return own ? lineOf(own, topic, on, rules) : []
  })
}
