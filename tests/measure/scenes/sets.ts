/**
 * The two ranges of seeds. Limits and weights of the detector and of the findings are tuned on the development seeds
 * ONLY. The held-out seeds are for the figures that are reported: never look at one of their scenes to change the
 * program, never tune on them; if that ever happened, move the range.
 */
export const sets = {
  development: { first: 1, most: 100_000 },
  'held-out': { first: 1_000_001, most: 100_000 },
} as const
export type SetName = keyof typeof sets

/** `count` seeds of a set, behind the first `skipped` ones. */
export function seedsOf(set: SetName, count: number, skipped = 0): number[] {
  const { first, most } = sets[set]
  if (skipped + count > most) throw new Error(`${set} has ${most} seeds`)
  return Array.from({ length: count }, (_, at) => first + skipped + at)
}
