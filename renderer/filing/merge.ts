/** Two changes of the same filing, brought together. */

const isBox = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * What `mine` changed against `base`, put onto `theirs`. Where both changed the same place differently, mine stays
 * (it is what the person is looking at) and is counted.
 */
export function merged<Whole>(base: Whole, mine: Whole, theirs: Whole): { whole: Whole; conflicts: number } {
  let conflicts = 0
  const join = (was: unknown, here: unknown, there: unknown): unknown => {
    if (same(here, was) || same(here, there)) return there
    if (same(there, was)) return here
    if (isBox(here) && isBox(there)) return joinBoxes(isBox(was) ? was : {}, here, there, join)
    if (isList(here) && isList(there) && here.length === there.length) return joinLists(was, here, there, join)
    conflicts += 1
    return here
  }
  return { whole: join(base, mine, theirs) as Whole, conflicts }
}

const isList = (value: unknown): value is unknown[] => Array.isArray(value)

function joinLists(was: unknown, here: unknown[], there: unknown[], join: Join): unknown[] {
  const before = isList(was) ? was : []
  return here.map((element, index) => join(before[index], element, there[index]))
}

type Box = Record<string, unknown>
type Join = (was: unknown, here: unknown, there: unknown) => unknown

function joinBoxes(was: Box, here: Box, there: Box, join: Join): Box {
  const keys = new Set([...Object.keys(here), ...Object.keys(there)])
  const joined = [...keys].map((key) => [key, join(was[key], here[key], there[key])] as const)
  return Object.fromEntries(joined.filter(([, value]) => value !== undefined))
}
