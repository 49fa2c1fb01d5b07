/** Sizes and common parts of convex outlines. */
import type { Corners } from '../../../rules/schema.ts'

export type Point = Corners[0]

export function areaOf(points: readonly Point[]): number {
  const twice = points.reduce((sum, [x, y], at) => {
    const [nx, ny] = points[(at + 1) % points.length] ?? [0, 0]
    return sum + x * ny - nx * y
  }, 0)
  return Math.abs(twice) / 2
}

/** The part of a polygon on the inner side of an edge of another one, whose corners run clockwise. */
function cut(points: readonly Point[], [ax, ay]: Point, [bx, by]: Point): Point[] {
  const depth = ([x, y]: Point): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return points.flatMap((point, at) => {
    const next = points[(at + 1) % points.length] ?? point
    const [own, other] = [depth(point), depth(next)]
    const share = own / (own - other)
    const crossing: Point = [point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share]
    if (own >= 0) return other >= 0 ? [point] : [point, crossing]
    return other >= 0 ? [crossing] : []
  })
}

/** Area that two outlines share, both convex and clockwise. */
export function sharedArea(one: Corners, other: Corners): number {
  return areaOf(other.reduce<readonly Point[]>((left, from, at) => cut(left, from, other[(at + 1) % 4] ?? from), one))
}

export function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

/** The largest distance between corners of the same number. */
export function farApart(one: Corners, other: Corners): number {
  return Math.max(...one.map((corner, at) => distance(corner, other[at] ?? corner)))
}

/** The same corners, beginning so that the first side runs to the right more than any other. */
export function fromTopLeft(corners: Corners): Corners {
  const rightward = (at: number): number => {
    const [x1, y1] = corners[at] ?? [0, 0]
    const [x2, y2] = corners[(at + 1) % 4] ?? [0, 0]
    return (x2 - x1) / Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1))
  }
  const first = [0, 1, 2, 3].reduce((best, at) => (rightward(at) > rightward(best) ? at : best), 0)
  return [0, 1, 2, 3].map((at) => corners[(first + at) % 4]) as unknown as Corners
}

export interface Line {
  at: Point
  direction: Point
}

/** Where two lines meet; null when they run nearly the same way. */
export function meet(one: Line, other: Line): Point | null {
  const cross = one.direction[0] * other.direction[1] - one.direction[1] * other.direction[0]
  const lengths = Math.hypot(...one.direction) * Math.hypot(...other.direction)
  if (Math.abs(cross) < 0.2 * lengths) return null
  const [dx, dy] = [other.at[0] - one.at[0], other.at[1] - one.at[1]]
  const t = (dx * other.direction[1] - dy * other.direction[0]) / cross
  return [one.at[0] + one.direction[0] * t, one.at[1] + one.direction[1] * t]
}

export function boundsOf(corners: Corners): { left: number; top: number; right: number; bottom: number } {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** How far the corners of an inner outline are from the sides of an outer one, at the nearest; negative outside. */
export function leastGap(inner: Corners, outer: Corners): number {
  const gaps = outer.flatMap((from, at) => {
    const to = outer[(at + 1) % 4] ?? from
    const length = Math.max(1e-6, distance(from, to))
    return inner.map(([x, y]) => ((to[0] - from[0]) * (y - from[1]) - (to[1] - from[1]) * (x - from[0])) / length)
  })
  return Math.min(...gaps)
}
