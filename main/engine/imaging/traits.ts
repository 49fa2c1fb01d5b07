/** What can be said of a quadrilateral on a picture, in numbers from which `likelihood.ts` tells whether it is a document. */
import type { Corners } from '../../../rules/schema.ts'
import { shapeOf } from './aspect.ts'
import type { Size } from './decode.ts'
import { blueYellowOf, greenRedOf, type LabPlanes, lightnessOf, median } from './lab-planes.ts'
import { areaOf, distance, type Point } from './polygon.ts'
import { sideSeen } from './sides.ts'
import { type LineStep, stepsAcross } from './strip.ts'

/** A quadrilateral whose sides lie on edges, and how it looks. */
export interface Outline {
  corners: Corners
  /** Of each side, the share of its length that is seen, and its mean step of colour. */
  sides: { seen: number; step: number }[]
  traits: Traits
}

export type Traits = Record<Trait, number>
/** The inputs of `likelihood.ts`, in their order. */
export const traitNames = [
  'leastSeen',
  'seen',
  'leastStep',
  'step',
  'strange',
  'area',
  'rim',
  'overrun',
  'brighter',
  'leastBrighter',
  'unevenInside',
  'unevenOutside',
  'line',
  'leastLine',
  'leastRise',
  'leastSharp',
  'outer',
  'mostOuter',
  'inner',
  'mostInner',
  'print',
  'fingers',
] as const
export type Trait = (typeof traitNames)[number]

/** Share of the picture from which on an outline is large: papers that fill a photo are no less likely than this. */
const LARGE = 0.57

/** Share of its sides' length that is seen of any outline that is looked at further. */
const LEAST_SEEN = 0.5

/** Null for what cannot be a sheet seen at a slant, or is not all in the picture. */
export function outlineOf(planes: LabPlanes, corners: Corners): Outline | null {
  if (!isDocumentLike(corners, planes)) return null
  const sides = corners.map((from, at) => sideSeen(planes, from, corners[(at + 1) % 4] ?? from))
  if (mean(sides.map(({ seen }) => seen)) < LEAST_SEEN) return null
  return { corners, sides, traits: traitsOf(planes, corners, sides) }
}

function traitsOf(planes: LabPlanes, corners: Corners, sides: Outline['sides']): Traits {
  const seen = sides.map((side) => side.seen)
  const steps = sides.map((side) => side.step)
  const { width, height } = planes
  const rim = Math.min(...corners.map(([x, y]) => Math.min(x, y, width - x, height - y)))
  const share = areaOf(corners) / (width * height)
  const along = (offset: number): number[][] =>
    corners.map((from, at) => alongSide(planes, from, corners[(at + 1) % 4] ?? from, offset))
  const [inner, outer] = [along(BESIDE), along(-BESIDE)]
  const brighter = inner.map((colour, at) => {
    const difference = (colour[0] as number) - ((outer[at] as number[])[0] as number)
    return Math.min(1, Math.max(-1, difference / 20))
  })
  return {
    leastSeen: Math.min(...seen),
    seen: mean(seen),
    leastStep: Math.log(1 + Math.min(...steps)),
    step: Math.log(1 + mean(steps)),
    strange: Math.min(0.2, shapeOf(corners, planes).off),
    area: Math.log(Math.min(LARGE, share)),
    rim: Math.min(1, Math.max(0, rim / Math.max(width, height) / 0.02)),
    overrun: overrun(planes, corners),
    brighter: mean(brighter),
    leastBrighter: Math.min(...brighter),
    unevenInside: Math.log(1 + uneven(inner)),
    unevenOutside: Math.log(1 + uneven(outer)),
    ...edgesOf(planes, corners),
    print: printOn(planes, corners),
    fingers: fingersOn(planes, corners),
  }
}

/** Share of the neighbours' length within which another edge beside a side is looked for, and pixels at which it begins. */
const BESIDE_SHARE = 0.1
const APART = 5

/** The step of colour along the whole of each side, how sharp it is, and whether there is a clearer one beside it. */
function edgesOf(planes: LabPlanes, corners: Corners) {
  const sides = corners.map((from, at) => {
    const [before, to, after] = [3, 1, 2].map((by) => corners[(at + by) % 4] ?? from) as [Point, Point, Point]
    const reach = Math.max(12, Math.round(((distance(before, from) + distance(to, after)) / 2) * BESIDE_SHARE))
    return edgeOf(planes, [from, to], reach)
  })
  const all = (name: 'own' | 'rise' | 'sharp' | 'outer' | 'inner'): number[] => sides.map((side) => side[name])
  return {
    line: mean(all('own')),
    leastLine: Math.min(...all('own')),
    leastRise: Math.min(...all('rise')),
    leastSharp: Math.min(...all('sharp')),
    outer: mean(all('outer')),
    mostOuter: Math.max(...all('outer')),
    inner: mean(all('inner')),
    mostInner: Math.max(...all('inner')),
  }
}

function edgeOf(planes: LabPlanes, side: readonly [Point, Point], reach: number) {
  const steps = stepsAcross(planes, side, -reach, reach)
  const own = largest(steps, reach - 1, reach + 1)
  const aside = Math.max(steps[reach - 3]?.size ?? 0, steps[reach + 3]?.size ?? 0)
  return {
    own: Math.log(1 + own),
    rise: Math.min(1, Math.max(-1, (steps[reach]?.rise ?? 0) / 15)),
    sharp: (own + 1) / (aside + 1),
    outer: Math.log((1 + largest(steps, reach + APART, 2 * reach)) / (1 + own)),
    inner: Math.log((1 + largest(steps, 0, reach - APART)) / (1 + own)),
  }
}

function largest(steps: readonly LineStep[], first: number, last: number): number {
  let most = 0
  for (let at = first; at <= last; at += 1) most = Math.max(most, steps[at]?.size ?? 0)
  return most
}

/** How far the colour at one side is from the middle of all four. */
function uneven(colours: readonly number[][]): number {
  const [l = [], a = [], b = []]: number[][] = [[], [], []]
  for (const [lightness = 0, redness = 0, yellowness = 0] of colours) {
    l.push(lightness)
    a.push(redness)
    b.push(yellowness)
  }
  const [middleL, middleA, middleB] = [median(l), median(a), median(b)]
  let most = 0
  for (let at = 0; at < l.length; at += 1) {
    const [dl, da, db] = [(l[at] as number) - middleL, (a[at] as number) - middleA, (b[at] as number) - middleB]
    most = Math.max(most, Math.hypot(dl, da, db))
  }
  return most
}

/** Places of a grid inside the outline, and how much darker than the middle one print is at least. */
const GRID = 24
const PRINT = 22

/** Share of the inside that is print or picture, and not the paper's own colour. */
function printOn({ colours, width, height }: LabPlanes, [a, b, c, d]: Corners): number {
  const lights: number[] = []
  for (let row = 1; row < GRID; row += 1) {
    for (let column = 1; column < GRID; column += 1) {
      const [u, v] = [column / GRID, row / GRID]
      const x = (a[0] * (1 - u) + b[0] * u) * (1 - v) + (d[0] * (1 - u) + c[0] * u) * v
      const y = (a[1] * (1 - u) + b[1] * u) * (1 - v) + (d[1] * (1 - u) + c[1] * u) * v
      const at =
        Math.min(height - 1, Math.max(0, Math.floor(y))) * width + Math.min(width - 1, Math.max(0, Math.floor(x)))
      lights.push(lightnessOf(colours[at] as number))
    }
  }
  const middle = median(lights)
  return lights.filter((light) => Math.abs(light - middle) > PRINT).length / lights.length
}

/** How much more skin lies over two opposite sides than over the others, as a share of their length. */
function fingersOn(planes: LabPlanes, corners: Corners): number {
  const [first = 0, second = 0, third = 0, fourth = 0] = corners.map((from, at) => {
    const to = corners[(at + 1) % 4] ?? from
    return Math.min(...[-BESIDE * 1.5, BESIDE].map((offset) => skinAlong(planes, from, to, offset)))
  })
  const held = (one: number, other: number, free: number, also: number): number =>
    Math.min(one, other) - Math.max(free, also)
  return Math.max(0, held(first, third, second, fourth), held(second, fourth, first, third))
}

function skinAlong(planes: LabPlanes, from: Point, to: Point, offset: number): number {
  const colours = coloursAlong(planes, from, to, offset)
  return colours.filter(isSkin).length / colours.length
}

function isSkin(colour: number): boolean {
  const [l, a, b] = [lightnessOf(colour), greenRedOf(colour), blueYellowOf(colour)]
  return l > 70 && a > 132 && a < 160 && b > 136 && b < 170
}

/** How far sides go on being seen beyond their corners, as a share: lines of a table do, a sheet's do not. */
function overrun(planes: LabPlanes, corners: Corners): number {
  const beyond = corners.flatMap((corner, at) => {
    const before = corners[(at + 3) % 4] ?? corner
    const after = corners[(at + 1) % 4] ?? corner
    return [extended(before, corner), extended(after, corner)]
  })
  return beyond.reduce((sum, [from, to]) => sum + sideSeen(planes, from, to).seen, 0) / beyond.length
}

/** From just beyond a corner to a fifth of the side further on. */
function extended([fx, fy]: Point, [x, y]: Point): [Point, Point] {
  const at = (share: number): Point => [x + (x - fx) * share, y + (y - fy) * share]
  return [at(0.02), at(0.22)]
}

/** Pixels beside a side at which colours are taken. */
const BESIDE = 5

/** The middle colour along the inside of a side (outside: a negative offset): the paper's, where print is not everywhere. */
function alongSide(planes: LabPlanes, from: Point, to: Point, offset: number): number[] {
  const colours = coloursAlong(planes, from, to, offset)
  return [lightnessOf, greenRedOf, blueYellowOf].map((partOf) => median(colours.map(partOf)))
}

function coloursAlong({ colours, width, height }: LabPlanes, from: Point, to: Point, offset: number): number[] {
  const length = Math.max(1e-6, Math.hypot(to[0] - from[0], to[1] - from[1]))
  const [ix, iy] = [(-(to[1] - from[1]) / length) * offset, ((to[0] - from[0]) / length) * offset]
  const found: number[] = []
  for (let sample = 0; sample < 26; sample += 1) {
    const share = (sample + 3) / 32
    const x = Math.min(width - 1, Math.max(0, Math.round(from[0] + (to[0] - from[0]) * share + ix)))
    const y = Math.min(height - 1, Math.max(0, Math.round(from[1] + (to[1] - from[1]) * share + iy)))
    found.push(colours[y * width + x] as number)
  }
  return found
}

function mean(values: readonly number[]): number {
  let sum = 0
  for (const value of values) sum += value
  return sum / values.length
}

/** Angles of a sheet seen at a slant, and all of it in the picture. */
export function isDocumentLike(corners: Corners, { width, height }: Size): boolean {
  const inside = corners.every(([x, y]) => x >= -2 && y >= -2 && x <= width + 2 && y <= height + 2)
  return (
    inside &&
    corners.every((corner, at) => isCorner(corners[(at + 3) % 4] ?? corner, corner, corners[(at + 1) % 4] ?? corner))
  )
}

function isCorner(before: Point, corner: Point, after: Point): boolean {
  const [ax, ay, bx, by] = [corner[0] - before[0], corner[1] - before[1], after[0] - corner[0], after[1] - corner[1]]
  const sine = (ax * by - ay * bx) / Math.max(1e-6, Math.hypot(ax, ay) * Math.hypot(bx, by))
  return sine > 0.77
}
