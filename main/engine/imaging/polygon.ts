/**
 * Sizes and common parts of convex outlines. Asked thousands of times a picture, so without functions made inside of
 * functions: V8 forgets what it compiled of those at each collection of garbage, and a picture brings one.
 */
import { cutAlong, depthOf } from '../../../rules/geometry.ts'
import type { Corners } from '../../../rules/schema.ts'

export type Point = Corners[0]

export function areaOf(points: readonly Point[]): number {
  let twice = 0
  for (let at = 0; at < points.length; at += 1) {
    const [x, y] = points[at] as Point
    const [nx, ny] = points[(at + 1) % points.length] as Point
    twice = twice + x * ny - nx * y
  }
  return Math.abs(twice) / 2
}

/** Whether a point lies in a convex outline, whichever way round its corners run. */
export function isInside(point: Point, corners: Corners): boolean {
  const isLeft = (at: number): boolean => depthOf(point, corners[at] as Point, corners[(at + 1) % 4] as Point) >= 0
  return isLeft(0) === isLeft(1) && isLeft(1) === isLeft(2) && isLeft(2) === isLeft(3)
}

/** Area that two outlines share, both convex and clockwise. */
export function sharedArea(one: Corners, other: Corners): number {
  let left: readonly Point[] = one
  for (let at = 0; at < 4; at += 1) left = cutAlong(left, other[at] as Point, other[(at + 1) % 4] as Point)
  return areaOf(left)
}

export function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}

/** The largest distance between corners of the same number. */
export function farApart(one: Corners, other: Corners): number {
  let most = 0
  for (let at = 0; at < 4; at += 1) most = Math.max(most, distance(one[at] as Point, other[at] as Point))
  return most
}

/** The same corners, beginning so that the first side runs to the right more than any other. */
export function fromTopLeft(corners: Corners): Corners {
  let first = 0
  for (let at = 1; at < 4; at += 1) if (rightward(corners, at) > rightward(corners, first)) first = at
  return [...corners.slice(first), ...corners.slice(0, first)] as unknown as Corners
}

function rightward(corners: Corners, at: number): number {
  const [x1, y1] = corners[at] as Point
  const [x2, y2] = corners[(at + 1) % 4] as Point
  return (x2 - x1) / Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1))
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

/** How far a point is from the line through a side of a clockwise outline: positive on its inner side. */
export function offsetFrom(point: Point, from: Point, to: Point): number {
  return depthOf(point, from, to) / Math.max(1e-6, distance(from, to))
}

/** How far the corners of an inner outline are from the sides of an outer one, at the nearest; negative outside. */
export function leastGap(inner: Corners, outer: Corners): number {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0; at < 4; at += 1) {
    for (const point of inner)
      least = Math.min(least, offsetFrom(point, outer[at] as Point, outer[(at + 1) % 4] as Point))
  }
  return least
}
