/** The papers of a checklist: each once for each owner, with all that asks for it. */
import type { ChecklistItem, Need } from './answers.ts'
import type { AppliedRules } from './apply.ts'
import { providerOf, type Rules } from './catalog.ts'
import type { Applied, Judged } from './conflict.ts'
import { distinct, isStale, reasonOf } from './lines.ts'
import { paperWindow } from './paper-window.ts'
import type { Rule } from './rule.ts'
import { type Filing, type IsoDate, type MaterialId, materialIds } from './schema.ts'
import type { Provider } from './tables-schema.ts'

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
function itemOf(wanted: readonly [Wanted, ...Wanted[]], on: IsoDate, rules: Rules): ChecklistItem {
  const { wants, for: owner } = wanted[0]
  const need = needOrder.find((one) => wanted.some((want) => want.need === one)) ?? 'unknown'
  const speaking = need === 'unknown' ? wanted : wanted.filter((want) => want.need !== 'unknown')
  const covers = new Set(speaking.flatMap((want) => (want.need === 'unknown' ? [] : (want.wants.covers ?? []))))
  const entry = rules.materials.get(wants.material)
  const because = distinct(
    speaking.map(({ applied }) => reasonOf(applied)),
    ({ rule, zh }) => `${rule} ${zh}`,
  )
  return {
    material: wants.material,
    for: owner,
    title: entry?.title ?? { zh: wants.material, en: wants.material },
    need,
    covers: [...covers],
    uploadWith: null,
    stitchWith: null,
    hints: entry?.hints ?? [],
    because,
    earlier: distinct(
      speaking.flatMap(({ applied }) => applied.earlier.map(reasonOf)),
      ({ rule, zh }) => `${rule} ${zh}`,
    ),
    verify: isStale(
      because.flatMap(({ sources }) => sources),
      on,
      rules,
    ),
  }
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

/** What the province does not take is no longer required; the reason that it gives stands first. */
function lessRefused(item: ChecklistItem, refused: readonly Judged[]): ChecklistItem {
  const [first, ...others] = refused.filter(({ rule }) => rule.refuses.includes(item.material))
  if (!first || item.for !== 'subject' || item.need !== 'required') return item
  const reason = reasonOf({ ...first, also: others.flatMap(({ rule }) => rule.sources) })
  return { ...item, need: 'optional', because: [reason, ...item.because] }
}

/** A paper of a filing that is refused whatever it says: it stays in the list, no longer required, with the reason. */
function lessMoot(item: ChecklistItem, applied: readonly Applied[], rules: Rules): ChecklistItem {
  const moot = rules.materials.get(item.material)?.moot
  if (!moot || item.for !== 'subject' || item.need !== 'required') return item
  const blocker = applied.find(
    ({ rule, outcome }) =>
      rule.finding?.code === moot.by && rule.finding.severity === 'blocker' && outcome.truth === true,
  )
  if (!blocker) return item
  const { zh, en } = moot
  return { ...item, need: 'optional', because: [{ ...reasonOf(blocker), zh, en }, ...item.because] }
}

type Name = Provider['names'][number]

function isName({ material, for: whose, provinces }: Name, item: ChecklistItem, { province }: Filing): boolean {
  const owner = item.for === 'subject' ? 'subject' : 'service'
  return (
    material === item.material &&
    (whose === undefined || whose === owner) &&
    (provinces === undefined || provinces.some((code) => code === province))
  )
}

/** Under the name that stands on the provider's page, and with what its app does with it. */
function asThere(item: ChecklistItem, filing: Filing, on: IsoDate, rules: Rules): ChecklistItem {
  const { names, liveCapture, title } = providerOf(filing.provider, rules)
  const name = names.find((one) => isName(one, item, filing))
  const isLive = liveCapture !== undefined && liveCapture.from <= on && liveCapture.materials.includes(item.material)
  const called = name && {
    zh: `${title.zh}把“${item.title.zh}”叫作“${name.zh}”。`,
    en: `${title.en} calls “${item.title.en}” “${name.en}”.`,
  }
  return {
    ...item,
    title: name ? { zh: name.zh, en: name.en } : item.title,
    hints: [...item.hints, ...(called ? [called] : []), ...(isLive ? [liveCapture.hint] : [])],
  }
}

/** How recent it has to be, where that is known. */
function dated(item: ChecklistItem, filing: Filing, rules: Rules): ChecklistItem {
  const window = paperWindow(filing, item.material, undefined, rules)
  return window ? { ...item, hints: [...item.hints, { zh: window.zh, en: window.en }] } : item
}

export function itemsOf(
  { applied, refused }: AppliedRules,
  filing: Filing,
  on: IsoDate,
  rules: Rules,
): ChecklistItem[] {
  const groups = new Map<string, [Wanted, ...Wanted[]]>()
  for (const wanted of applied.flatMap(wantedBy)) {
    const key = `${wanted.wants.material}@${wanted.for}`
    const group = groups.get(key)
    if (group) group.push(wanted)
    else groups.set(key, [wanted])
  }
  const items = [...groups.values()].map((group) =>
    lessMoot(lessRefused(itemOf(group, on, rules), refused), applied, rules),
  )
  const inOrder = items.sort((a, b) => materialIds.indexOf(a.material) - materialIds.indexOf(b.material))
  return inOrder
    .map((item) => dated(joined(item, inOrder, filing.provider, rules), filing, rules))
    .map((item) => asThere(item, filing, on, rules))
}
