/**
 * What is printed on a paper may step harder from it than the paper from the table, so an outline may stop there: at a
 * band along an edge (the head of a letter), or at a frame all around (a licence). And a shadow may step harder from the
 * table than the paper from the shadow. So each side is looked at again further out and further in.
 */
import type { Corners } from '../../../rules/schema.ts'
import { type LabPlanes, median } from './lab-planes.ts'
import { distance, meet, type Point } from './polygon.ts'
import { type LineStep, stepsAcross } from './strip.ts'

/** Pixels by which a side moves at least; how far at most, as a share of its neighbours' length, alone and with all. */
const LEAST = 4
const MOST_ALONE = 0.45
const MOST_INWARDS = 0.08
const MOST_TOGETHER = 0.14
/** Edges taken for each side, the clearest first. */
const EDGES = 2
/** Step (8-bit Lab, the whole side added up) of an edge at least, and how much more than usual beside the side. */
const LEAST_STEP = 2.5
const CLEARER = 2

/** Pixels within which one edge is told from the next. */
const NEARBY = 3

/** Lightness gained at the paper's edge, at least, as a share of what is lost at the shadow's. */
const LIGHTER = 0.4

interface Edge {
  offset: number
  step: number
  /** How much lighter it is inside than outside. */
  rise: number
}

/** Outlines with one side moved to another edge, all of them moved outwards, or all of them moved out of the shadow. */
export function moved(planes: LabPlanes, corners: Corners): Corners[] {
  const edges = [0, 1, 2, 3].map((side) => edgesBeside(planes, corners, side))
  const alone = edges.flatMap((some, side) =>
    some.slice(0, EDGES).map(({ offset }) =>
      withOffsets(
        corners,
        [0, 1, 2, 3].map((at) => (at === side ? offset : 0)),
      ),
    ),
  )
  const out = [...alone, ...together(corners, edges), outOfShadow(planes, corners, edges)]
  return out.filter((made) => made !== null)
}

/** All sides at their nearest, and at their clearest edge further out; where there is none, a side stays. */
function together(corners: Corners, edges: readonly Edge[][]): (Corners | null)[] {
  const outer = edges.map((some, side) => {
    const most = neighbours(corners, side) * MOST_TOGETHER
    return some.filter(({ offset }) => offset > 0 && offset <= most)
  })
  if (outer.filter((some) => some.length > 0).length < 2) return []
  const nearest = outer.map((some) => Math.min(...some.map(({ offset }) => offset)))
  const clearest = outer.map(([first]) => first?.offset ?? 0)
  const made = [nearest.map((offset) => (Number.isFinite(offset) ? offset : 0)), clearest]
  return made.map((offsets) => withOffsets(corners, offsets))
}

/** A paper is lighter than the shadow it throws: a side that is darker inside moves in, to where it becomes lighter. */
function outOfShadow(planes: LabPlanes, corners: Corners, edges: readonly Edge[][]): Corners | null {
  const offsets = edges.map((some, side) => {
    const line = [corners[side], corners[(side + 1) % 4]] as [Point, Point]
    const [own] = stepsAcross(planes, line, 0, 0)
    if (!own || own.rise > 0) return 0
    return some.find(({ offset, rise }) => offset < 0 && rise > -own.rise * LIGHTER)?.offset ?? 0
  })
  return offsets.every((offset) => offset === 0) ? null : withOffsets(corners, offsets)
}

/** Places beside a side where the colour steps along its whole length, the clearest first. */
function edgesBeside(planes: LabPlanes, corners: Corners, side: number): Edge[] {
  const line = [corners[side], corners[(side + 1) % 4]] as [Point, Point]
  const length = neighbours(corners, side)
  const [first, last] = [-Math.round(length * MOST_INWARDS), Math.round(length * MOST_ALONE)]
  const steps = stepsAcross(planes, line, first, last)
  const sizes: number[] = []
  for (const { size } of steps) if (size > 0) sizes.push(size)
  const least = Math.max(LEAST_STEP, median(sizes) * CLEARER)
  const edges: Edge[] = []
  for (const [at, { size, rise }] of steps.entries()) {
    const offset = first + at
    if (Math.abs(offset) >= LEAST && size >= least && isPeak(steps, at)) edges.push({ offset, step: size, rise })
  }
  return edges.sort((one, other) => other.step - one.step)
}

/** No place nearby has a larger step. */
function isPeak(steps: readonly LineStep[], at: number): boolean {
  for (let near = at - NEARBY; near <= at + NEARBY; near += 1) {
    if ((steps[near]?.size ?? 0) > (steps[at]?.size ?? 0)) return false
  }
  return true
}

function neighbours(corners: Corners, side: number): number {
  const [before, from, to, after] = [3, 0, 1, 2].map((at) => corners[(side + at) % 4]) as unknown as Corners
  return (distance(before, from) + distance(to, after)) / 2
}

/** Each side moved outwards in parallel by its number of pixels. */
function withOffsets(corners: Corners, offsets: readonly number[]): Corners | null {
  const lines = corners.map((from, at) => {
    const to = corners[(at + 1) % 4] ?? from
    const length = Math.max(1e-6, distance(from, to))
    const direction: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
    const by = offsets[at] ?? 0
    return { at: [from[0] + direction[1] * by, from[1] - direction[0] * by] as Point, direction }
  })
  const met = lines.map((line, at) => meet(lines[(at + 3) % 4] ?? line, line))
  return met.some((point) => point === null) ? null : (met as unknown as Corners)
}
