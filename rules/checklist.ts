/** The checklist: every rule applied in every place, and what came of it put into one order. */
import type { Ask, Checklist, ChecklistItem, Finding, Need, Reason, Severity } from './answers.ts'
import { providerOf, type Rules, shippedRules } from './catalog.ts'
import { evaluate, type Outcome } from './condition.ts'
import { fillFacts, readFact, readFilingFact, type Setting } from './facts.ts'
import type { Rule } from './rule.ts'
import { type Filing, type IsoDate, type MaterialId, materialIds, type Text } from './schema.ts'
import { settingsOf } from './settings.ts'

interface Applied {
  rule: Rule
  setting: Setting
  outcome: Outcome
}

function isInForce({ from, until }: Rule, on: IsoDate): boolean {
  return (from === undefined || from <= on) && (until === undefined || on <= until)
}

/** Every rule that holds, or that cannot be told yet; what does not apply is not kept. */
function applyRules(filing: Filing, on: IsoDate, rules: Rules): Applied[] {
  const settings = settingsOf(filing, on, rules.tables)
  const applied: Applied[] = []
  for (const rule of rules.rules) {
    if (!isInForce(rule, on)) continue
    const places = settings[rule.scope]
    if (places.length > 1 && isOutOfQuestion(rule, places)) continue
    for (const setting of places) {
      const outcome = evaluate(rule.when, (name) => readFact(setting, name))
      if (outcome.truth !== false) applied.push({ rule, setting, outcome })
    }
  }
  return applied
}

/** False by the filing as a whole (another province, another kind of applicant), so in none of its places. */
function isOutOfQuestion(rule: Rule, [first]: readonly Setting[]): boolean {
  return first !== undefined && evaluate(rule.when, (name) => readFilingFact(first, name)).truth === false
}

function textOf({ rule, setting }: Applied, text: Text = rule): Text {
  return { zh: fillFacts(text.zh, setting, 'zh'), en: fillFacts(text.en, setting, 'en') }
}

/** As long as a rule cannot be told, its text is no statement but a possibility. */
function supposed({ zh, en }: Text, missing: string): Text {
  return {
    zh: `还不能确定（缺少 ${missing}）。若适用：${zh}`,
    en: `Not certain yet (${missing} is missing). If it applies: ${en}`,
  }
}

function reasonOf(applied: Applied): Reason {
  const { rule, outcome } = applied
  const facts = outcome.truth === true ? outcome.facts : []
  const text = textOf(applied)
  return {
    rule: rule.id,
    ...(outcome.truth === 'unknown' ? supposed(text, outcome.missing.at) : text),
    facts: facts.map(({ name, at, value }) => ({ name, at, value })),
    sources: rule.sources,
  }
}

type NeedOf = NonNullable<Rule['need']>

interface Wanted {
  applied: Applied
  wants: NeedOf
  for: string
  need: Need
}

/** Whose paper it is: the service's that the rule was applied in, where it is a service's. */
function ownerOf({ setting }: Applied, wants: NeedOf): string {
  const service = setting.domain?.service ?? setting.service ?? setting.person?.service
  return wants.for === 'service' && service ? service.at : 'subject'
}

function wantedBy(applied: Applied): Wanted[] {
  const wants = applied.rule.need
  if (!wants) return []
  const need = applied.outcome.truth === true ? wants.need : 'unknown'
  return [{ applied, wants, for: ownerOf(applied, wants), need }]
}

const needOrder: readonly Need[] = ['required', 'later', 'optional', 'unknown']

/** One paper, wanted by one rule or several: the strongest need speaks, and only rules that hold give reasons. */
function itemOf(wanted: readonly [Wanted, ...Wanted[]], { materials }: Rules): ChecklistItem {
  const { wants, for: owner } = wanted[0]
  const need = needOrder.find((one) => wanted.some((want) => want.need === one)) ?? 'unknown'
  const speaking = need === 'unknown' ? wanted : wanted.filter((want) => want.need !== 'unknown')
  const covers = new Set(speaking.flatMap((want) => (want.need === 'unknown' ? [] : (want.wants.covers ?? []))))
  const entry = materials.get(wants.material)
  return {
    material: wants.material,
    for: owner,
    title: entry?.title ?? { zh: wants.material, en: wants.material },
    need,
    covers: [...covers],
    uploadWith: null,
    stitchWith: null,
    hints: entry?.hints ?? [],
    because: distinct(
      speaking.map(({ applied }) => reasonOf(applied)),
      ({ rule, zh }) => `${rule} ${zh}`,
    ),
  }
}

function distinct<T>(list: readonly T[], key: (entry: T) => string): T[] {
  return [...new Map(list.map((entry) => [key(entry), entry])).values()]
}

/** The item that carries a material: its own, or one that covers it; first of the same owner. */
export function carrierOf(items: readonly ChecklistItem[], material: MaterialId, owner: string): ChecklistItem | null {
  const owners = [owner, 'subject']
  const own = (item: ChecklistItem) => item.material === material
  const covering = (item: ChecklistItem) => item.covers.includes(material)
  for (const carries of [own, covering]) {
    const found = owners.map((one) => items.find((item) => item.for === one && carries(item))).find((item) => item)
    if (found) return found
  }
  return null
}

/** Where the portal has no place of its own, an auxiliary paper goes into the picture of another one. */
function joined(
  item: ChecklistItem,
  items: readonly ChecklistItem[],
  provider: string | undefined,
  rules: Rules,
): ChecklistItem {
  const { auxiliary } = providerOf(provider, rules)
  const target = rules.materials.get(item.material)?.joinWith[item.for === 'subject' ? 'subject' : 'service'] ?? null
  if (auxiliary.policy === 'separate' || target === null) return item
  const carrier = carrierOf(items, target, item.for)?.material ?? null
  return { ...item, uploadWith: carrier, stitchWith: carrier }
}

function itemsOf(applied: readonly Applied[], filing: Filing, rules: Rules): ChecklistItem[] {
  const groups = new Map<string, [Wanted, ...Wanted[]]>()
  for (const wanted of applied.flatMap(wantedBy)) {
    const key = `${wanted.wants.material}@${wanted.for}`
    const group = groups.get(key)
    if (group) group.push(wanted)
    else groups.set(key, [wanted])
  }
  const items = [...groups.values()].map((group) => itemOf(group, rules))
  const inOrder = items.sort((a, b) => materialIds.indexOf(a.material) - materialIds.indexOf(b.material))
  return inOrder.map((item) => joined(item, inOrder, filing.provider, rules))
}

const severityOrder: readonly Severity[] = ['blocker', 'warning', 'note']

function findingOf(applied: Applied): Finding[] {
  const { rule, setting, outcome } = applied
  if (!rule.finding || outcome.truth !== true || !rule.fix) return []
  const { code, severity, at } = rule.finding
  const place = readFact(setting, at)
  return [
    {
      code,
      severity,
      at: 'value' in place ? place.at : place.missing,
      ...textOf(applied),
      fix: textOf(applied, rule.fix),
      rule: rule.id,
      sources: rule.sources,
    },
  ]
}

function findingsOf(applied: readonly Applied[]): Finding[] {
  const found = distinct(applied.flatMap(findingOf), ({ code, at, zh }) => `${code} ${at} ${zh}`)
  return found.sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity))
}

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

/**
 * What this filing needs on that day, with reasons, findings and what is still to be asked.
 * Pure: the same filing and day give the same answer. Never throws on a parsed filing, however partial.
 */
export function checklist(filing: Filing, on: IsoDate, rules: Rules = shippedRules): Checklist {
  const applied = applyRules(filing, on, rules)
  return {
    format: 'beiqi-checklist/1',
    rulesVersion: rules.version,
    asOf: on,
    items: itemsOf(applied, filing, rules),
    findings: findingsOf(applied),
    asks: asksOf(applied, rules),
  }
}
