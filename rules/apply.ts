/** Every rule applied in every place of a filing: the general ones, and the facts of its province. */
import type { Rules } from './catalog.ts'
import { evaluate, type Outcome } from './condition.ts'
import { type Applied, type Judged, settle } from './conflict.ts'
import { everywhere, type Precedence } from './fact.ts'
import type { SubjectKind } from './facts/views.ts'
import { readFact, readFilingFact, type Setting } from './facts.ts'
import type { FactRule, Province } from './province-facts.ts'
import type { Rule } from './rule.ts'
import type { Filing, IsoDate } from './schema.ts'
import { settingsOf } from './settings.ts'

type Settings = ReturnType<typeof settingsOf>

export function isInForce({ from, until }: Pick<Rule, 'from' | 'until'>, on: IsoDate): boolean {
  return (from === undefined || from <= on) && (until === undefined || on <= until)
}

/** False by the filing as a whole (another kind of applicant, another provider), so in none of its places. */
function isOutOfQuestion({ when }: Rule, [first]: readonly Setting[]): boolean {
  return first !== undefined && evaluate(when, (name) => readFilingFact(first, name)).truth === false
}

/** As long as the province is not known, what a province may rule otherwise is not certain, and not worth a question. */
function outcomeOf(rule: Rule, setting: Setting): Outcome {
  const outcome = evaluate(rule.when, (name) => readFact(setting, name))
  const isOpen = rule.yieldsTo !== undefined && setting.filing.filing.province === undefined
  return isOpen && outcome.truth !== false
    ? { truth: 'unknown', missing: { name: 'province', at: 'province' } }
    : outcome
}

/** The rules of the papers: they come last, since which papers there are follows from all the others. */
export function applyPaperRules(papers: readonly Setting[], on: IsoDate, { rules }: Rules): Applied[] {
  if (papers.length === 0) return []
  return rules.flatMap((rule) => (rule.scope === 'paper' && isInForce(rule, on) ? applyRule(rule, papers) : []))
}

function applyRule(rule: Rule, places: readonly Setting[]): Applied[] {
  if (places.length > 1 && isOutOfQuestion(rule, places)) return []
  return places.flatMap((setting) => {
    const outcome = outcomeOf(rule, setting)
    return outcome.truth === false ? [] : [{ rule, setting, outcome, also: [], earlier: [] }]
  })
}

/** The entity that a rule is applied to, by its path; only answers about one entity can contradict each other. */
function placeOf({ certificate, person, domain, service }: Setting): string {
  const entity = certificate ?? person ?? domain ?? service
  return entity ? `${entity.at} ${person?.role ?? ''}` : ''
}

/** A source that does not speak of this kind of applicant or filing is silent, and silence is no permission. */
function judge(rule: FactRule, setting: Setting): Judged | null {
  const read = (name: string) => readFact(setting, name)
  const outcome = evaluate(rule.when, read)
  if (outcome.truth === false && evaluate(rule.applies, read).truth === false) return null
  return { rule, setting, outcome, also: [], earlier: [] }
}

function precedenceFor(about: string, kind: string | null, list: readonly Precedence[]): Precedence | undefined {
  return list.find((one) => one.about === about && (one.appliesTo === 'both' || one.appliesTo === kind))
}

function rulesFor(province: Province | undefined, kind: SubjectKind | null, on: IsoDate): FactRule[] {
  return (province?.rules ?? []).filter(
    (rule) => (kind === null || rule.appliesTo === 'both' || rule.appliesTo === kind) && isInForce(rule, on),
  )
}

interface ProvinceApplied {
  applied: Applied[]
  /** The questions that the province's sources answer, whatever the answer. */
  answered: Set<string>
  refused: Judged[]
}

/** What a province's facts come to, question by question and place by place. */
function applyProvince(province: Province | undefined, settings: Settings, on: IsoDate): ProvinceApplied {
  const groups = new Map<string, Judged[]>()
  const answered = new Set<string>()
  const kind = settings.filing[0]?.filing.subject.kind ?? null
  for (const rule of rulesFor(province, kind, on)) {
    for (const setting of settings[rule.scope]) {
      const judged = judge(rule, setting)
      if (!judged) break
      answered.add(rule.about)
      const key = `${rule.about} ${placeOf(setting)}`
      const group = groups.get(key)
      if (group) group.push(judged)
      else groups.set(key, [judged])
    }
  }
  const all = [...groups.values()]
  const applied = all.flatMap((group) =>
    settle(group, precedenceFor(group[0]?.rule.about ?? '', kind, province?.precedence ?? [])),
  )
  const refused = all.flat().filter(({ rule, outcome }) => rule.refuses.length > 0 && outcome.truth === true)
  return { applied, answered, refused }
}

export interface AppliedRules {
  applied: Applied[]
  /** Materials that the province does not take. */
  refused: Judged[]
  settings: Settings
}

/** All that holds in a filing on a day, and all that cannot be told yet. */
export function applyRules(filing: Filing, on: IsoDate, rules: Rules): AppliedRules {
  const settings = settingsOf(filing, on, rules.tables)
  const own = applyProvince(rules.provinces.get(filing.province ?? ''), settings, on)
  const national = applyProvince(rules.provinces.get(everywhere), settings, on)
  const general = rules.rules
    .filter((rule) => isInForce(rule, on) && !(rule.yieldsTo !== undefined && own.answered.has(rule.yieldsTo)))
    .flatMap((rule) => applyRule(rule, settings[rule.scope]))
  return { applied: [...general, ...own.applied, ...national.applied], refused: own.refused, settings }
}
