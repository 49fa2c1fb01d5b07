/**
 * A finger over the edge of a document: for a stretch of one side, inside and outside have the same colour of skin, and
 * it is neither that of the paper's rim nor that of the table beside it.
 */
import type { Corners } from '../../../rules/schema.ts'
import type { Raster } from './decode.ts'
import { labOf } from './lab.ts'
import { median } from './lab-planes.ts'

/** Places along a side; the ends are left out, where round corners are. */
const PLACES = 200
const END = 0.03
/** Where colour is read on either side of the line, in thousandths of the document's longer side. */
const DEPTHS = [9, 14, 19]
/** Differences of colour (CIE Lab): within one finger, and from the rim of the paper and from the table. */
const SAME = 13
const OTHER_THAN_PAPER = 12
const OTHER_THAN_TABLE = 7

type Colour = [l: number, a: number, b: number]

/** The longest such stretch, as a share of the document's longer side. `corners` in pixels of the raster. */
export function coveredShare(raster: Raster, corners: Corners): number {
  const lengths = corners.map(([x, y], at) => {
    const [nx, ny] = corners[(at + 1) % 4] as Corners[0]
    return Math.hypot(nx - x, ny - y)
  })
  const longest = Math.max(...lengths)
  return Math.max(
    ...corners.map((from, at) => {
      const to = corners[(at + 1) % 4] as Corners[0]
      return coveredAlong(raster, from, to, longest) * ((lengths[at] as number) / longest)
    }),
  )
}

function coveredAlong(raster: Raster, from: Corners[0], to: Corners[0], longest: number): number {
  const inside = coloursAlong(raster, from, to, -longest / 1000)
  const outside = coloursAlong(raster, from, to, longest / 1000)
  const [paper, table] = [medianOf(inside), medianOf(outside)]
  let [run, best] = [0, 0]
  for (const [at, one] of inside.entries()) {
    const other = outside[at] as Colour
    const isFinger =
      isSkin(one) &&
      isSkin(other) &&
      apart(one, other) < SAME &&
      apart(one, paper) > OTHER_THAN_PAPER &&
      apart(other, table) > OTHER_THAN_TABLE
    run = isFinger ? run + 1 : 0
    best = Math.max(best, run)
  }
  return (best / PLACES) * (1 - 2 * END)
}

/** Mean colour at each place beside the line; `step`: pixels for one unit of depth, to the outside where positive. */
function coloursAlong(raster: Raster, from: Corners[0], to: Corners[0], step: number): Colour[] {
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
  const out = [(to[1] - from[1]) / length, (from[0] - to[0]) / length] as const
  const data = Buffer.alloc(PLACES * DEPTHS.length * 3)
  for (let place = 0, at = 0; place < PLACES; place += 1) {
    const share = END + ((1 - 2 * END) * (place + 0.5)) / PLACES
    for (const depth of DEPTHS) {
      const x = from[0] + (to[0] - from[0]) * share + out[0] * depth * step
      const y = from[1] + (to[1] - from[1]) * share + out[1] * depth * step
      const column = Math.min(raster.width - 1, Math.max(0, Math.floor(x)))
      const row = Math.min(raster.height - 1, Math.max(0, Math.floor(y)))
      const first = (row * raster.width + column) * 3
      for (let channel = 0; channel < 3; channel += 1, at += 1) data[at] = raster.data[first + channel] as number
    }
  }
  const { l, a, b } = labOf({ data, width: PLACES * DEPTHS.length, height: 1 })
  const colours: Colour[] = []
  for (let at = 0; at < l.length; at += DEPTHS.length) colours.push([meanFrom(l, at), meanFrom(a, at), meanFrom(b, at)])
  return colours
}

function meanFrom(plane: Float32Array, first: number): number {
  let sum = 0
  for (let at = first; at < first + DEPTHS.length; at += 1) sum += plane[at] as number
  return sum / DEPTHS.length
}

function medianOf(colours: readonly Colour[]): Colour {
  return [middleOf(colours, 0), middleOf(colours, 1), middleOf(colours, 2)]
}

function middleOf(colours: readonly Colour[], axis: 0 | 1 | 2): number {
  return median(colours.map((colour) => colour[axis]))
}

function apart(one: Colour, other: Colour): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}

/** Skin of every shade is reddish yellow: never very dark, never without colour, never more red than yellow by much. */
function isSkin([l, a, b]: Colour): boolean {
  return l > 22 && l < 93 && a > 3 && a < 32 && b > 5 && b < 42 && b > a * 0.45 && b < a * 5
}
