/** What stands in the form, read as a filing; what cannot be read is named and does not stop the rest. */
import type { z } from 'zod'
import { Filing, filingFormat } from '../../rules/schema.ts'
import { pruned, readAt, withAt } from '../filing/paths.ts'

export type Reading = { ok: true; filing: Filing } | { ok: false; places: string[] }

/** The form's values as a filing, or the places (`services.0.domains.0.name`) that cannot be read. */
export function readValues(values: unknown): Reading {
  const result = Filing.safeParse({ ...(pruned(values) as object | undefined), format: filingFormat })
  if (result.success) return { ok: true, filing: result.data }
  const places = result.error.issues.flatMap((issue) => placesOf(issue))
  return { ok: false, places: [...new Set(places.map((place) => place.join('.')))] }
}

/** A union says only that no branch fits; the branch that came furthest says where. */
function placesOf(issue: z.core.$ZodIssue): PropertyKey[][] {
  if (issue.code !== 'invalid_union') return [issue.path]
  const branches = issue.errors.map((branch) => branch.flatMap((inner) => placesOf(inner)))
  const depth = (branch: PropertyKey[][]) => Math.max(0, ...branch.map((place) => place.length))
  const furthest = branches.toSorted((a, b) => depth(b) - depth(a))[0] ?? [[]]
  return furthest.map((place) => [...issue.path, ...place])
}

/**
 * The readable part of the form, with the saved value in each place that cannot be read.
 * Null when even that is not a filing (then nothing is saved and nothing is lost).
 */
export function savable(values: unknown, saved: Filing): { filing: Filing; leftOut: string[] } | null {
  let draft = values
  const leftOut: string[] = []
  for (let round = 0; round < 8; round++) {
    const reading = readValues(draft)
    if (reading.ok) return { filing: reading.filing, leftOut }
    // The last place first: taking an element out of a list must not move the others before they are named.
    for (const place of reading.places.toReversed()) draft = replaced(draft, place, saved, leftOut.includes(place))
    leftOut.push(...reading.places.filter((place) => !leftOut.includes(place)))
  }
  return null
}

/** The saved value in this place; where that did not help either, what holds the place is taken out. */
function replaced(draft: unknown, place: string, saved: Filing, again: boolean): unknown {
  const holder = place.slice(0, Math.max(0, place.lastIndexOf('.')))
  if (!again || holder === '') return withAt(draft, place, again ? undefined : readAt(saved, place))
  return withAt(draft, holder, undefined)
}
