/**
 * Outlines of which two or three sides lie on the same lines: a card, and the same card with one side on the rim of its
 * sleeve or on the shadow beside it. Which of them is right shows only when they are held against each other.
 */
import type { Corners } from '../../../rules/schema.ts'
import { areaOf, distance, farApart, offsetFrom, type Point } from './polygon.ts'
import type { Outline } from './traits.ts'

export const variantNames = ['wider', 'slimmer', 'strangeBy', 'seenBy', 'lineBy'] as const
/**
 * `wider`, `slimmer`: how likely the likeliest variant is that goes further out, or less far; 0: none.
 * The others: by how much this outline has more of a trait (`strange`, `leastSeen`, `leastLine`) than its likeliest variant.
 */
export type Variants = Record<(typeof variantNames)[number], number>

/** `likely`: how likely each outline is by itself. */
export function variantsOf(outlines: readonly Outline[], likely: readonly number[]): Variants[] {
  const sizes = outlines.map(({ corners }) => Math.sqrt(areaOf(corners)))
  const middles = outlines.map(({ corners }) => middleOf(corners))
  return outlines.map((own, at) => {
    const found = { wider: 0, slimmer: 0 }
    let best: { likely: number; outline: Outline } | null = null
    outlines.forEach((outline, other) => {
      const size = sizes[at] as number
      // The middles are no farther apart than the corners: most pairs need no closer look.
      if (other === at || distance(middles[at] as Point, middles[other] as Point) > FARTHEST * size) return
      const kind = kindOf(own.corners, outline.corners, size)
      if (kind === null) return
      const likelihood = likely[other] as number
      found[kind] = Math.max(found[kind], likelihood)
      if (likelihood > (best?.likely ?? 0)) best = { likely: likelihood, outline }
    })
    return { ...found, ...differences(own, best) }
  })
}

function differences(own: Outline, best: { outline: Outline } | null): Omit<Variants, 'wider' | 'slimmer'> {
  if (!best) return { strangeBy: 0, seenBy: 0, lineBy: 0 }
  const [one, other] = [own.traits, best.outline.traits]
  return {
    strangeBy: one.strange - other.strange,
    seenBy: one.leastSeen - other.leastSeen,
    lineBy: one.leastLine - other.leastLine,
  }
}

/** Of the outline's size: a corner of a variant is at most so far away, and a side nearer than this is the same side. */
const FARTHEST = 0.25
const SAME_SIDE = 0.015

/** null: no variant, since too few or all sides are the same, or one goes out and another in. */
function kindOf(one: Corners, other: Corners, size: number): 'wider' | 'slimmer' | null {
  const turned = nearestTurn(one, other)
  if (farApart(one, turned) > FARTHEST * size) return null
  let [wider, slimmer] = [0, 0]
  for (let at = 0; at < 4; at += 1) {
    const [from, to] = [one[at] as Point, one[(at + 1) % 4] as Point]
    const first = offsetFrom(turned[at] as Point, from, to) / size
    const second = offsetFrom(turned[(at + 1) % 4] as Point, from, to) / size
    if (Math.abs(first) < SAME_SIDE && Math.abs(second) < SAME_SIDE) continue
    if (first + second > 0) slimmer += 1
    else wider += 1
  }
  const moved = wider + slimmer
  if (moved === 0 || moved > 2 || (wider > 0 && slimmer > 0)) return null
  return slimmer > 0 ? 'slimmer' : 'wider'
}

/** The other's corners, beginning with the one that answers to the first corner of `one`. */
function nearestTurn(one: Corners, other: Corners): Corners {
  const turns = [0, 1, 2, 3].map((by) => other.map((_, at) => other[(at + by) % 4]) as unknown as Corners)
  return turns.reduce((best, turn) => (farApart(one, turn) < farApart(one, best) ? turn : best))
}

function middleOf([a, b, c, d]: Corners): Point {
  return [(a[0] + b[0] + c[0] + d[0]) / 4, (a[1] + b[1] + c[1] + d[1]) / 4]
}
