/** What the province says that no program can check: one line for each subject, the newest source first. */
import type { Advice, Reason, SourceRef } from './answers.ts'
import { isInForce } from './apply.ts'
import type { Rules } from './catalog.ts'
import { evaluate } from './condition.ts'
import { everywhere, type FactRecord } from './fact.ts'
import { readFact, type Setting } from './facts.ts'
import { distinct, distinctSources, isStale } from './lines.ts'
import { appliesOf } from './province-facts.ts'
import type { Filing, IsoDate, Text } from './schema.ts'

/** Advice for whom it is said; as long as that is not known, it is not given. */
function isFor(record: FactRecord, setting: Setting, on: IsoDate): boolean {
  if (record.status !== 'advice' || !isInForce(record, on)) return false
  return evaluate(appliesOf(record), (name) => readFact(setting, name)).truth === true
}

function endsOf({ sources }: FactRecord, { tables }: Rules): string {
  return tables.sources[sources[0]?.id ?? '']?.ends ?? ''
}

/** What one level (the province, or the whole country) says: its newest words, and who says the same. */
interface Voice {
  ends: string
  code: string
  newest: FactRecord[]
  sources: SourceRef[]
}

function voiceOf(code: string, records: readonly FactRecord[], rules: Rules): Voice[] {
  const ends = records
    .map((record) => endsOf(record, rules))
    .sort()
    .at(-1)
  if (ends === undefined) return []
  const newest = distinct(
    records.filter((record) => endsOf(record, rules) === ends),
    ({ zh }) => zh,
  )
  const same = records.filter(({ zh }) => newest.some((one) => one.zh === zh))
  return [{ ends, code, newest, sources: distinctSources(same.flatMap((record) => record.sources)) }]
}

/** With the level named where both speak: a province's line takes nothing away from what holds everywhere. */
function wordsOf(voices: readonly Voice[], language: keyof Text, rules: Rules): string {
  const parts = voices.map(({ code, newest }) => {
    const title = rules.provinces.get(code)?.title[language] ?? code
    const said = newest.map((record) => record[language]).join(language === 'zh' ? '' : ' ')
    if (voices.length === 1) return said
    return language === 'zh' ? `${title}：${said}` : `${title}: ${said}`
  })
  return parts.join(language === 'zh' ? '' : ' ')
}

/** Sources in the same words are one; at each level the newest source speaks, what older ones add stays as earlier. */
function lineOf(records: readonly FactRecord[], topic: Rules['topics'][number], on: IsoDate, rules: Rules): Advice {
  const isNational = ({ fact }: FactRecord) => fact.startsWith(everywhere)
  const own = records.filter((record) => !isNational(record))
  const voices = [
    ...voiceOf(own[0]?.fact.slice(0, 2) ?? '', own, rules),
    ...voiceOf(everywhere, records.filter(isNational), rules),
  ].sort((a, b) => (a.ends < b.ends ? 1 : -1))
  const said = new Set(voices.flatMap(({ newest }) => newest.map(({ zh }) => zh)))
  return {
    topic: topic.id,
    title: topic.title,
    zh: wordsOf(voices, 'zh', rules),
    en: wordsOf(voices, 'en', rules),
    sources: distinctSources(voices.flatMap(({ sources }) => sources)),
    earlier: records
      .filter(({ zh }) => !said.has(zh))
      .map(({ fact, zh, en, sources }): Reason => ({ rule: fact, zh, en, facts: [], sources })),
    verify: voices.some(({ sources }) => isStale(sources, on, rules)),
  }
}

/** In the order of the subjects. */
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
    return own ? [lineOf(own, topic, on, rules)] : []
  })
}
