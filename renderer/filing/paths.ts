/** Places inside a filing: `services[0].domains[0].name` in the rules' words, `services.0.domains.0.name` in a form's. */

export const dotted = (at: string): string => at.replace(/\[(\d+)\]/g, '.$1').replace(/^\./, '')

/** The element that holds the field of this place. */
export const fieldId = (at: string): string => `field-${dotted(at).replaceAll('.', '-')}`

type Box = Record<string, unknown>
const isBox = (value: unknown): value is Box => typeof value === 'object' && value !== null

export function readAt(whole: unknown, at: string): unknown {
  let here: unknown = whole
  for (const key of dotted(at).split('.')) here = isBox(here) ? here[key] : undefined
  return here
}

/** A copy with another value at this place; `undefined` takes it away (out of a list, the whole element). */
export function withAt<Whole>(whole: Whole, at: string, value: unknown): Whole {
  const [key = '', ...rest] = dotted(at).split('.')
  const copy = (Array.isArray(whole) ? [...whole] : { ...whole }) as Box
  const empty = /^\d+$/.test(rest[0] ?? '') ? [] : {}
  const inner = rest.length === 0 ? value : withAt(isBox(copy[key]) ? copy[key] : empty, rest.join('.'), value)
  if (inner !== undefined) copy[key] = inner
  else if (Array.isArray(copy)) copy.splice(Number(key), 1)
  else delete copy[key]
  return copy as Whole
}

/** Absent is absent: empty texts, empty objects and what is not known are left out, all the way down. */
export function pruned(value: unknown): unknown {
  if (Array.isArray(value)) {
    const kept = value.map((element) => pruned(element) ?? (isBox(element) ? {} : undefined))
    return kept.filter((element) => element !== undefined)
  }
  if (isBox(value)) {
    const entries = Object.entries(value).map(([key, inner]) => [key, pruned(inner)] as const)
    const kept = entries.filter(([, inner]) => inner !== undefined)
    return kept.length > 0 ? Object.fromEntries(kept) : undefined
  }
  return value === '' || value === null || Number.isNaN(value) ? undefined : value
}
