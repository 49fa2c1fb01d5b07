/** The checklist: what applies, put into one order, and what is still to be asked. */
import { adviceOf } from './advice.ts'
import type { Ask, Checklist } from './answers.ts'
import { applyPaperRules, applyRules } from './apply.ts'
import { type Rules, shippedRules } from './catalog.ts'
import type { Applied } from './conflict.ts'
import { findingsOf } from './findings.ts'
import { itemsOf } from './items.ts'
import { distinct } from './lines.ts'
import { papersOf } from './papers.ts'
import type { Filing, IsoDate, Text } from './schema.ts'

function whyAsked({ rule }: Applied, { materials }: Rules): Text {
  if (rule.check || !rule.need) return rule.check ?? rule
  const title = materials.get(rule.need.material)?.title
  return { zh: `是否需要“${title?.zh}”`, en: `whether “${title?.en}” is needed` }
}

/** One question for each place, with everything that its answer would settle. */
function asksOf(applied: readonly Applied[], rules: Rules): Ask[] {
  const asks = new Map<string, Ask>()
  for (const one of applied) {
    if (one.outcome.truth !== 'unknown') continue
    const { name, at } = one.outcome.missing
    const ask = asks.get(at) ?? { at, fact: name, why: [] }
    asks.set(at, { ...ask, why: distinct([...ask.why, whyAsked(one, rules)], ({ zh }) => zh) })
  }
  return [...asks.values()]
}

/** What a province may want is not known before the province is. */
const provinceAsk: Ask = {
  at: 'province',
  fact: 'province',
  why: [{ zh: '各省管局的要求', en: 'what the administration of the province wants' }],
}

function withProvince(asks: readonly Ask[]): Ask[] {
  const why = asks.filter(({ at }) => at === provinceAsk.at).flatMap((ask) => ask.why)
  return [{ ...provinceAsk, why: [...provinceAsk.why, ...why] }, ...asks.filter(({ at }) => at !== provinceAsk.at)]
}

/**
 * What this filing needs on that day, with reasons, findings and what is still to be asked.
 * Pure: the same filing and day give the same answer. Never throws on a parsed filing, however partial.
 */
export function checklist(filing: Filing, on: IsoDate, rules: Rules = shippedRules): Checklist {
  const result = applyRules(filing, on, rules)
  const items = itemsOf(result, filing, on, rules)
  const [whole] = result.settings.filing
  const ofPapers = whole ? applyPaperRules(papersOf(whole, items), on, rules) : []
  const applied = [...result.applied, ...ofPapers]
  const asks = asksOf(applied, rules)
  return {
    format: 'beiqi-checklist/1',
    rulesVersion: rules.version,
    asOf: on,
    items,
    findings: findingsOf(applied, on, rules),
    asks: filing.province === undefined ? withProvince(asks) : asks,
    advice: adviceOf(filing, result.settings, on, rules),
  }
}
