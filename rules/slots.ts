/** The upload places of a provider, and which papers go into each. */
import type { Checklist, ChecklistItem, ImageWindow, Slot } from './answers.ts'
import { providerOf, type Rules, shippedRules, windowFor } from './catalog.ts'
import { carrierOf } from './items.ts'
import type { Filing, Text } from './schema.ts'

/** What fits the carrier's window and is not too small for what is joined into it. */
function narrowed(own: ImageWindow, other: ImageWindow): ImageWindow {
  const minBytes = Math.max(own.minBytes, other.minBytes)
  const maxBytes = Math.min(own.maxBytes, other.maxBytes)
  return minBytes < maxBytes ? { ...own, minBytes, maxBytes } : own
}

/** "services[1]" → 2. */
function serviceNumber(owner: string): number | null {
  const index = /^services\[(\d+)\]$/.exec(owner)?.[1]
  return index === undefined ? null : Number(index) + 1
}

/** With several services, whose slot it is. */
function titleOf({ title, for: owner }: ChecklistItem, several: boolean): Text {
  const number = several ? serviceNumber(owner) : null
  return number === null ? title : { zh: `${title.zh}-网站${number}`, en: `${title.en}, site ${number}` }
}

/** Characters that no file system takes, and what would end or hide a name, become a hyphen. */
function fileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\s.]+/g, '-').replace(/^-+|-+$/g, '')
}

function place({ material, for: owner }: ChecklistItem) {
  return { material, for: owner }
}

function slotId({ material, for: owner }: ChecklistItem): string {
  const number = serviceNumber(owner)
  return number === null ? material : `${material}-${number}`
}

/**
 * The upload places of the filing's provider, in order, and what goes into each: its own paper first, then what is
 * joined. Whatever the need, each paper has a place, so that a picture already at hand can be put there; only what is
 * done in the provider's own app has none. Names are safe as file names and unique.
 */
export function slots(checklist: Checklist, filing: Filing, rules: Rules = shippedRules): Slot[] {
  const { inApp } = providerOf(filing.provider, rules)
  const items = checklist.items.filter(({ material }) => !inApp.includes(material))
  const carriers = new Map(items.map((item) => [item, carrierIn(items, item)]))
  const several = (filing.services ?? []).length > 1
  return items
    .filter((item) => carriers.get(item) === item)
    .map((item, index) => {
      const joined = items.filter((other) => other !== item && carriers.get(other) === item)
      const title = titleOf(item, several)
      const id = slotId(item)
      const { layout = 'column', gap = null, captions = false } = filing.joining?.[id] ?? {}
      return {
        id,
        name: `${String(index + 1).padStart(2, '0')}-${fileName(title.zh)}`,
        title,
        parts: [item, ...joined].map(place),
        window: [item, ...joined].map(({ material }) => windowFor(filing.provider, material, rules)).reduce(narrowed),
        layout,
        gap,
        captions,
      }
    })
}

/** The item into whose picture this one goes; itself, when it has a place of its own. */
function carrierIn(items: readonly ChecklistItem[], item: ChecklistItem): ChecklistItem {
  if (item.stitchWith === null) return item
  const carrier = carrierOf(items, item.stitchWith, item.for)
  return carrier === null || carrier.stitchWith !== null ? item : carrier
}
