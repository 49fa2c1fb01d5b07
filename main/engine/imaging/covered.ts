/**
 * A finger over the edge of a document. Outside, farther away than a nail reaches, lies a stretch as wide as a finger
 * that has one colour of skin and not the table's; inside, the same colour goes on where the paper has another.
 */
import { paperOf } from '../../../rules/paper.ts'
import type { Corners } from '../../../rules/schema.ts'
import { shapeOf } from './aspect.ts'
import type { Raster } from './decode.ts'
import { labOf } from './lab.ts'
import { median } from './lab-planes.ts'
import { distance, type Point } from './polygon.ts'

/** Millimetres between two places along a side; at its ends are round corners, left out as a share of the side. */
const STEP = 1
const END = 0.02
/** Where colour is read, in millimetres from the side: inside; outside at first, at last, and over which stretch. */
const INSIDE = [1, 2, 3, 4]
const NEAREST = 3
const FARTHEST = 18
const STRETCH = 4
/** Millimetres of a finger's width, and by how much it may go on sideways inside: it does not point straight in. */
const NARROWEST = 7
const WIDEST = 32
const ASIDE = 3
/** Differences of colour (CIE Lab): within one finger's stretch, over the edge, and from the paper's rim and the table. */
const EVEN = 8
const SAME = 13
const OTHER_THAN_PAPER = 12
const OTHER_THAN_TABLE = 7
/** The longer side of a sheet of no known kind, in millimetres: between a passport's page and A4. */
const UNKNOWN_SIDE = 210

type Colour = readonly [l: number, a: number, b: number]

/** Colours at one place of a side; `outside` is null where the picture ends too soon. */
interface Place {
  inside: readonly Colour[]
  outside: readonly Colour[] | null
}

/** What a finger covers of one side, as a share of the document's longer side. `corners` in pixels of the raster. */
export function coveredShare(raster: Raster, corners: Corners): number {
  const sides = corners.map((from, at) => [from, corners[(at + 1) % 4] as Point] as const)
  const longest = Math.max(...sides.map(([from, to]) => distance(from, to)))
  const millimetres = longSideOf(corners, raster)
  const scale = longest / millimetres
  return Math.max(...sides.map((side) => coveredAlong(placesAlong(raster, side, scale)))) * (STEP / millimetres)
}

/** Millimetres. */
function longSideOf(corners: Corners, raster: Raster): number {
  const { known } = shapeOf(corners, raster)
  const paper = known === null ? null : paperOf({ width: known, height: 1 })
  return paper ? Math.max(paper.width, paper.height) : UNKNOWN_SIDE
}

/** So many places of the side. */
function coveredAlong(places: readonly Place[]): number {
  const paper = middleOf(places.map(({ inside }) => middleOf(inside)))
  const tones = places.map(({ outside }) => outside && middleOf(outside))
  const table = middleOf(tones.filter((tone) => tone !== null))
  const isFinger = places.map(({ outside }, at) => {
    const tone = tones[at]
    return !!outside && !!tone && isEvenSkin(outside, tone) && apart(tone, table) > OTHER_THAN_TABLE
  })
  return Math.max(
    0,
    ...stretchesOf(isFinger).map(([from, to]) => {
      const skin = middleOf(tones.slice(from, to).filter((tone) => tone !== null))
      const near = places.slice(Math.max(0, from - ASIDE / STEP), to + ASIDE / STEP)
      return near.filter(({ inside }) => isSkinInside(inside, skin, paper)).length
    }),
  )
}

function isEvenSkin(outside: readonly Colour[], tone: Colour): boolean {
  return isSkin(tone) && median(outside.map((colour) => apart(colour, tone))) < EVEN
}

/** At half of the depths at least. */
function isSkinInside(inside: readonly Colour[], skin: Colour, paper: Colour): boolean {
  const alike = inside.filter((colour) => {
    const [fromSkin, fromPaper] = [apart(colour, skin), apart(colour, paper)]
    return isSkin(colour) && fromSkin < SAME && fromPaper > OTHER_THAN_PAPER && fromPaper > fromSkin
  })
  return alike.length * 2 >= inside.length
}

/** Runs of places that are as wide as a finger, from the first to behind the last; a single gap does not end one. */
function stretchesOf(isFinger: readonly boolean[]): [from: number, to: number][] {
  const stretches: [number, number][] = []
  for (let from = 0; from < isFinger.length; from += 1) {
    if (!isFinger[from]) continue
    let to = from + 1
    while (isFinger[to] || isFinger[to + 1]) to += 1
    if ((to - from) * STEP >= NARROWEST && (to - from) * STEP <= WIDEST) stretches.push([from, to])
    from = to
  }
  return stretches
}

/** `scale`: pixels of a millimetre. */
function placesAlong(raster: Raster, [from, to]: readonly [Point, Point], scale: number): Place[] {
  const length = distance(from, to)
  const [alongX, alongY] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
  const count = Math.floor((length * (1 - 2 * END)) / (STEP * scale))
  return Array.from({ length: count }, (_, place) => {
    const along = END * length + (place + 0.5) * STEP * scale
    const [x, y] = [from[0] + alongX * along, from[1] + alongY * along]
    // Clockwise corners: the outside is to the left of the way.
    const at = (depth: number) => [x + alongY * depth * scale, y - alongX * depth * scale] as const
    const last = farthestIn(raster, at)
    const outside = Array.from({ length: STRETCH }, (_, back) => last - back)
    return {
      inside: coloursAt(
        raster,
        INSIDE.map((depth) => at(-depth)),
      ),
      outside: last - STRETCH + 1 < NEAREST ? null : coloursAt(raster, outside.map(at)),
    }
  })
}

/** The depth outside, in whole millimetres, to which the picture reaches. */
function farthestIn({ width, height }: Raster, at: (depth: number) => readonly [number, number]): number {
  for (let depth = FARTHEST; depth >= NEAREST; depth -= 1) {
    const [x, y] = at(depth)
    if (x >= 0 && y >= 0 && x < width && y < height) return depth
  }
  return 0
}

/** The nearest pixel's colour where a point is outside of the picture. */
function coloursAt(raster: Raster, points: readonly (readonly [number, number])[]): Colour[] {
  const data = Buffer.alloc(points.length * 3)
  for (const [at, [x, y]] of points.entries()) {
    const column = Math.min(raster.width - 1, Math.max(0, Math.floor(x)))
    const row = Math.min(raster.height - 1, Math.max(0, Math.floor(y)))
    const first = (row * raster.width + column) * 3
    for (let channel = 0; channel < 3; channel += 1) data[at * 3 + channel] = raster.data[first + channel] as number
  }
  const { l, a, b } = labOf({ data, width: points.length, height: 1 })
  return points.map((_, at) => [l[at] as number, a[at] as number, b[at] as number])
}

function middleOf(colours: readonly Colour[]): Colour {
  const axis = (at: 0 | 1 | 2): number => median(colours.map((colour) => colour[at]))
  return [axis(0), axis(1), axis(2)]
}

function apart(one: Colour, other: Colour): number {
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])
}

/** Skin of every shade is reddish yellow: never very dark, never without colour, never more red than yellow by much. */
function isSkin([l, a, b]: Colour): boolean {
  return l > 22 && l < 93 && a > 3 && a < 32 && b > 5 && b < 42 && b > a * 0.45 && b < a * 5
}
