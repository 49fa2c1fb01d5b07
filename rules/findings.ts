/** The findings of a checklist: each once, however many rules and provinces find it. */
import type { Finding, Severity } from './answers.ts'
import type { Rules } from './catalog.ts'
import type { Applied } from './conflict.ts'
import { readFact } from './facts.ts'
import { distinct, distinctSources, isStale, reasonOf, sourcesOf, textOf } from './lines.ts'
import type { IsoDate, Text } from './schema.ts'

const severityOrder: readonly Severity[] = ['blocker', 'warning', 'note']

interface Found {
  finding: Finding
  /** Said by a fact of a province. */
  isFact: boolean
}

/** An old source is no last word. */
function askingFirst({ zh, en }: Text): Text {
  return {
    zh: zh.includes('接入商') ? zh : `${zh}来源较旧，请先向接入商确认。`,
    en: zh.includes('接入商') ? en : `${en} The source is old: ask the access provider first.`,
  }
}

function findingOf(applied: Applied, on: IsoDate, rules: Rules): Found[] {
  const { rule, setting, outcome, earlier } = applied
  if (!rule.finding || outcome.truth !== true || !rule.fix) return []
  const { code, severity, at } = rule.finding
  const place = readFact(setting, at)
  const sources = sourcesOf(applied)
  const verify = isStale(sources, on, rules)
  const isFact = 'about' in rule
  const fix = textOf(applied, rule.fix)
  const finding = {
    code,
    severity,
    at: 'value' in place ? place.at : place.missing,
    ...textOf(applied),
    fix: verify && isFact ? askingFirst(fix) : fix,
    rule: rule.id,
    sources,
    earlier: earlier.map(reasonOf),
    verify,
  }
  return [{ finding, isFact }]
}

/** What the general rule and the province find in one place is one finding: the stronger, else the general one speaks. */
function joined(found: readonly Found[]): Finding[] {
  const order = (one: Found) => severityOrder.indexOf(one.finding.severity) * 2 + (one.isFact ? 1 : 0)
  const [first, ...others] = [...found].sort((a, b) => order(a) - order(b))
  if (!first) return []
  if (!found.some(({ isFact }) => isFact)) return found.map(({ finding }) => finding)
  const all = [first, ...others].map(({ finding }) => finding)
  return [
    {
      ...first.finding,
      sources: distinctSources(all.flatMap(({ sources }) => sources)),
      earlier: distinct(
        all.flatMap(({ earlier }) => earlier),
        ({ rule, zh }) => `${rule} ${zh}`,
      ),
      verify: all.every(({ verify }) => verify),
    },
  ]
}

/** Blockers first, otherwise in the order of the rules. */
export function findingsOf(applied: readonly Applied[], on: IsoDate, rules: Rules): Finding[] {
  const places = new Map<string, Found[]>()
  for (const found of applied.flatMap((one) => findingOf(one, on, rules))) {
    const key = `${found.finding.code} ${found.finding.at}`
    places.set(key, [...(places.get(key) ?? []), found])
  }
  const list = distinct([...places.values()].flatMap(joined), ({ code, at, zh }) => `${code} ${at} ${zh}`)
  return list.sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity))
}
