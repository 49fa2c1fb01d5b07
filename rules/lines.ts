/** What a rule that applies says: its text with the places filled, its reason, its sources and how old they are. */
import type { Reason, SourceRef } from './answers.ts'
import type { Rules } from './catalog.ts'
import type { Applied } from './conflict.ts'
import { addMonths } from './dates.ts'
import { fillFacts } from './facts.ts'
import type { IsoDate, Text } from './schema.ts'

export function textOf({ rule, setting }: Applied, text: Text = rule): Text {
  return { zh: fillFacts(text.zh, setting, 'zh'), en: fillFacts(text.en, setting, 'en') }
}

/** As long as a rule cannot be told, its text is no statement but a possibility. */
function supposed({ zh, en }: Text): Text {
  return { zh: `还不能确定。若适用：${zh}`, en: `Not certain yet. If it applies: ${en}` }
}

export function distinct<T>(list: readonly T[], key: (entry: T) => string): T[] {
  return [...new Map(list.map((entry) => [key(entry), entry])).values()]
}

export function distinctSources(sources: readonly SourceRef[]): SourceRef[] {
  return distinct(sources, ({ id, vintage, place }) => `${id} ${vintage} ${place ?? ''}`)
}

export function sourcesOf({ rule, also }: Applied): SourceRef[] {
  return distinctSources([...rule.sources, ...also])
}

export function reasonOf(applied: Applied): Reason {
  const { rule, outcome } = applied
  const facts = outcome.truth === true ? outcome.facts : []
  const text = textOf(applied)
  return {
    rule: rule.id,
    ...(outcome.truth === 'unknown' ? supposed(text) : text),
    facts: facts.map(({ name, at, value }) => ({ name, at, value })),
    sources: sourcesOf(applied),
    ...(outcome.truth === 'unknown' && { missing: outcome.missing.at }),
  }
}

/** All of these are past their shelf life on that day. What never ages (a law, a standard) is fresh. */
export function isStale(sources: readonly SourceRef[], on: IsoDate, { tables }: Rules): boolean {
  return sources.every(({ id }) => {
    const source = tables.sources[id]
    return (
      source !== undefined && source.shelfLifeMonths !== null && addMonths(source.ends, source.shelfLifeMonths) < on
    )
  })
}
