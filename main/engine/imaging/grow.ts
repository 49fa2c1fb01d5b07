/**
 * What is printed on a paper may step harder from it than the paper from the table, so the outline found may stop there.
 * A band along an edge (the head of a letter): one side is pushed outwards, between its neighbours made longer, to
 * look for one more edge that is seen all along; the neighbours must be seen over the new part too.
 * A frame all around (a licence): all four sides are pushed outwards, each to its best edge.
 */
import type { Corners } from '../../../rules/schema.ts'
import { type LabPlanes, meet, settle, sideSeen } from './sides.ts'

type Point = Corners[0]

/** Pixels by which a side is pushed at a time, and how far at least; at most a share of the neighbours' length. */
const PUSH = 2
const LEAST_PUSH = 6
const MOST_PUSH = 0.5
/** The margin around a printed frame: wider than a shadow, and its edge is clearer than that of a shadow. */
const LEAST_FRAME = 12
const MOST_FRAME = 0.2
const CLEARER = 0.7
/** Shares of a side, and of the new part of its neighbours, that must be seen. */
const SIDE_SEEN = 0.8
const NEIGHBOUR_SEEN = 0.6

/** Outlines with one side, or all of them, pushed out to another edge; none where there is no such edge. */
export function grown(planes: LabPlanes, corners: Corners): Corners[] {
  const one = [0, 1, 2, 3].map((side) => pushedOut(planes, corners, side))
  return [...one, allPushedOut(planes, corners)].filter((pushed) => pushed !== null)
}

/** Every side at its clearest edge further out; a side without one stays. Null when none has. */
function allPushedOut(planes: LabPlanes, corners: Corners): Corners | null {
  const sides = [0, 1, 2, 3].map((side) => {
    const [behindLeft, left, right, behindRight] = turned(corners, side - 1)
    const length = (distance(behindLeft, left) + distance(right, behindRight)) / 2
    let found = { line: [left, right] as [Point, Point], step: 0 }
    const own = sideSeen(planes, left, right).step
    for (let pixels = LEAST_FRAME; pixels <= length * MOST_FRAME; pixels += PUSH) {
      const line: [Point, Point] = [
        beyond(behindLeft, left, pixels / length),
        beyond(behindRight, right, pixels / length),
      ]
      const { seen, step } = sideSeen(planes, ...line)
      if (seen >= SIDE_SEEN && step > Math.max(found.step, own * CLEARER)) found = { line, step }
    }
    return found
  })
  if (sides.every(({ step }) => step === 0)) return null
  const met = sides.map(({ line }, at) => meetingPoint(sides[(at + 3) % 4]?.line ?? line, line))
  return met.some((point) => point === null) ? null : settle(planes, met as unknown as Corners, 3)
}

function meetingPoint([a, b]: [Point, Point], [c, d]: [Point, Point]): Point | null {
  return meet({ at: a, direction: [b[0] - a[0], b[1] - a[1]] }, { at: c, direction: [d[0] - c[0], d[1] - c[1]] })
}

function pushedOut(planes: LabPlanes, corners: Corners, side: number): Corners | null {
  const [behindLeft, left, right, behindRight] = turned(corners, side - 1)
  const length = (distance(behindLeft, left) + distance(right, behindRight)) / 2
  let best: { corners: Corners; step: number } | null = null
  for (let pixels = LEAST_PUSH; pixels <= length * MOST_PUSH; pixels += PUSH) {
    const [newLeft, newRight] = [beyond(behindLeft, left, pixels / length), beyond(behindRight, right, pixels / length)]
    const { seen, step } = sideSeen(planes, newLeft, newRight)
    if (seen < SIDE_SEEN || (best && step <= best.step)) continue
    const neighbours = Math.min(sideSeen(planes, left, newLeft).seen, sideSeen(planes, newRight, right).seen)
    if (neighbours >= NEIGHBOUR_SEEN)
      best = { corners: turned([behindLeft, newLeft, newRight, behindRight], 1 - side), step }
  }
  return best && settle(planes, best.corners, 3)
}

/** The same corners, beginning at another one. */
function turned(corners: Corners, by: number): Corners {
  return corners.map((_, at) => corners[(at + by + 4) % 4]) as unknown as Corners
}

function beyond([fx, fy]: Point, [x, y]: Point, share: number): Point {
  return [x + (x - fx) * share, y + (y - fy) * share]
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}
