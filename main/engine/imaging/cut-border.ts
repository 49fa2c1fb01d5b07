/**
 * Whether a border that begins and ends at the picture's edge is that of a paper: straight sides that are seen, at least
 * three of them, with two square corners and one side about parallel to the next but one, between two grounds.
 */
import type { Size } from './decode.ts'
import { median } from './lab-planes.ts'
import { distance, type Point } from './polygon.ts'

/** Pixels of the band around the picture, and from its edge within which a point lies on it. */
export const BAND = 12
export const ON_EDGE = 4
/** Of the outline's length, what lies on the edge at least and at most. */
const LENGTH_ON_EDGE = [0.015, 0.45] as const
/** Degrees: a square corner at a slant, and by how much opposite sides may run together. */
const CORNER = [70, 110] as const
const RUN_TOGETHER = 20
/** A side is seen where the colours beside it differ by so much (CIE Lab, 8 bits). */
const STEP = 11
/** Share of the length that is seen at least: of the whole border, and of each side. */
const SEEN = 0.72
const LEAST_SEEN = 0.4
/** Pixels beside a side where its colours are read, and pixels between two places. */
const BESIDE = 3
const SPACING = 4
/** Pixels across a side where its edge is searched, as it may run beside the true one. */
const SHIFTS = [-8, -6, -4, -2, 0, 2, 4, 6, 8]
/** Farther from a side, behind its shadow, its two grounds are compared: they differ where it is no line on one ground. */
const FARTHER = [10, 12, 14, 16]
const OTHER_GROUND = 5
/** Tiles of one floor differ by less; where grounds differ by more, what goes on behind a corner is a cloth's pattern. */
const OTHER_THAN_TILES = 25
/** Pixels behind a corner where a side is looked for again, and the share of its length: joints of tiles go on there. */
const BEHIND = [8, 44] as const
const GOES_ON = 0.8

/** 8-bit CIE Lab with the band around. */
interface Planes extends Size {
  data: Uint8Array
}

export interface Side {
  from: Point
  to: Point
  length: number
}

/** A part of a hull that begins and ends at the picture's edge and lies within the picture between, simplified. */
export interface Border {
  sides: Side[]
  /** Share of the hull's length that lies on the edge. */
  onEdge: number
}

export function isCutPaper(planes: Planes, { sides, onEdge }: Border): boolean {
  if (onEdge < LENGTH_ON_EDGE[0] || onEdge > LENGTH_ON_EDGE[1]) return false
  const corners = sides.slice(1).filter((side, at) => isSquare(sides[at] as Side, side)).length
  if (corners < 2) return false
  if (!sides.slice(2).some((side, at) => angleBetween(sides[at] as Side, side) >= 180 - RUN_TOGETHER)) return false
  const seen = sides.map((side) => seenShare(planes, side))
  if (Math.min(...seen) < LEAST_SEEN || meanOf(sides, seen) < SEEN) return false
  const apart = apartBeside(planes, sides)
  return apart >= OTHER_THAN_TILES || (apart >= OTHER_GROUND && !isGrid(planes, sides))
}

/** Longer sides count more. */
function meanOf(sides: readonly Side[], values: readonly number[]): number {
  const length = sides.reduce((sum, side) => sum + side.length, 0)
  return sides.reduce((sum, side, at) => sum + side.length * (values[at] as number), 0) / length
}

/** How far apart the grounds are that the sides divide; 0 where the picture ends too near to any of them. */
function apartBeside(planes: Planes, sides: readonly Side[]): number {
  const known = sides.flatMap((side) => {
    const [inner, outer] = [groundBeside(planes, side, -1), groundBeside(planes, side, 1)]
    return inner && outer
      ? [{ side, apart: Math.hypot(...inner.map((value, at) => value - (outer[at] as number))) }]
      : []
  })
  const apart = meanOf(
    known.map(({ side }) => side),
    known.map((one) => one.apart),
  )
  return known.length > 0 ? apart : 0
}

/** The colour of most places on one side of a border, whatever is printed there; null where the picture ends sooner. */
function groundBeside(planes: Planes, side: Side, way: 1 | -1): number[] | null {
  const [nx, ny] = normalOf(side)
  const points = placesOf(side)
    .flatMap(([x, y]) => FARTHER.map((away): Point => [x + nx * away * way, y + ny * away * way]))
    .filter((point) => isWithin(point, planes))
  const channelOf = (channel: number) =>
    median(points.map((at) => planes.data[indexOf(at, planes) + channel] as number))
  return points.length === 0 ? null : [0, 1, 2].map(channelOf)
}

/** Whether the sides go on behind the corners, as those of tiles and of checks in a cloth do. */
function isGrid(planes: Planes, sides: readonly Side[]): boolean {
  const longer = sides.slice(1).flatMap((side, at) => {
    const before = sides[at] as Side
    if (!isSquare(before, side)) return []
    return [behind(before.from, before.to), behind(side.to, side.from)]
  })
  const seen = longer
    .filter(({ from, to }) => isWithin(from, planes) && isWithin(to, planes))
    .map((side) => seenShare(planes, side))
  return seen.length > 0 && seen.reduce((sum, share) => sum + share, 0) / seen.length >= GOES_ON
}

function behind(from: Point, to: Point): Side {
  const length = distance(from, to)
  const [x, y] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const [first, last] = BEHIND.map((away): Point => [to[0] + x * away, to[1] + y * away]) as [Point, Point]
  return { from: first, to: last, length: BEHIND[1] - BEHIND[0] }
}

/** Not on the band, nor where it shines into the picture. */
function isWithin([x, y]: Point, { width, height }: Size): boolean {
  return Math.min(x, y, width - 1 - x, height - 1 - y) > BAND + ON_EDGE
}

/** Degrees between the directions of two sides, 0 to 180. */
function angleBetween(one: Side, other: Side): number {
  const [ax, ay, bx, by] = [
    one.to[0] - one.from[0],
    one.to[1] - one.from[1],
    other.to[0] - other.from[0],
    other.to[1] - other.from[1],
  ]
  return (Math.acos(Math.min(1, Math.max(-1, (ax * bx + ay * by) / (one.length * other.length)))) * 180) / Math.PI
}

function isSquare(one: Side, other: Side): boolean {
  const angle = angleBetween(one, other)
  return angle >= CORNER[0] && angle <= CORNER[1]
}

/** Over how much of its length colours differ on the two sides of it. */
function seenShare(planes: Planes, side: Side): number {
  const { data } = planes
  const [nx, ny] = normalOf(side)
  const places = placesOf(side)
  let seen = 0
  for (const [x, y] of places) {
    let most = 0
    for (const shift of SHIFTS) {
      const at = (away: number): number => indexOf([x + nx * (shift + away), y + ny * (shift + away)], planes)
      const [inner, outer] = [at(-BESIDE), at(BESIDE)]
      const step = Math.hypot(
        (data[inner] as number) - (data[outer] as number),
        (data[inner + 1] as number) - (data[outer + 1] as number),
        (data[inner + 2] as number) - (data[outer + 2] as number),
      )
      most = Math.max(most, step || 0)
    }
    if (most >= STEP) seen += 1
  }
  return seen / places.length
}

/** Points along a side; its ends, where corners may be round, are left out. */
function placesOf({ from, to, length }: Side): Point[] {
  const count = Math.max(3, Math.floor(length / SPACING))
  return Array.from({ length: count }, (_, place) => {
    const share = 0.08 + (0.84 * (place + 0.5)) / count
    return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
  })
}

function normalOf({ from, to, length }: Side): Point {
  return [(to[1] - from[1]) / length, (from[0] - to[0]) / length]
}

function indexOf([x, y]: Point, { width }: Size): number {
  return (Math.round(y) * width + Math.round(x)) * 3
}
