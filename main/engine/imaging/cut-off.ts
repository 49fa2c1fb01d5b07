/**
 * A document that goes on beyond the picture's edge. A band is laid around the picture, so that the edge of the picture
 * closes the outline of what it cuts; then an outline is searched that runs along the edge for a part of its length, and
 * for the rest is the border of a paper: straight sides that are seen, at least three of them, with two square corners
 * and one side about parallel to the next but one.
 */
import type { Corners } from '../../../rules/schema.ts'
import { shrunk } from './apply.ts'
import type { Raster, Size } from './decode.ts'
import { median } from './lab-planes.ts'
import { type Keep, type Mat, matOf, type OpenCv, openCv, withMats } from './opencv.ts'

/** Pixels on the long side in which it is searched, and of the band around. */
const SEARCHED_SIDE = 600
const BAND = 12
/** Pixels from the picture's edge within which a point lies on it. */
const ON_EDGE = 4
/** Steepness of an edge (8-bit Canny thresholds) in lightness, and in both axes of colour. */
const STEEPNESS = [
  { plane: 0, low: 14, high: 36 },
  { plane: 0, low: 36, high: 100 },
  { plane: 1, low: 14, high: 36 },
  { plane: 2, low: 14, high: 36 },
]
/** Pixels by which edges are widened, so that they close what is drawn with gaps. */
const WIDTHS = [3, 5]
/** Share of the picture that such an outline covers at least and at most; of its length, what lies on the edge. */
const AREA = [0.06, 0.85] as const
const LENGTH_ON_EDGE = [0.015, 0.45] as const
/** How far a border of few corners may run beside the true one, as a share of the outline's length. */
const TOLERANCE = 0.018
/** Shorter pieces, as a share of an outline's length, only round a corner. */
const ROUNDED = 0.04
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

type Point = Corners[0]

/** Whether such an outline is seen. A frame that ends in the middle of a table or a notebook looks the same. */
export async function goesBeyond(raster: Raster): Promise<boolean> {
  const small = await shrunk(raster, SEARCHED_SIDE)
  const { cv } = await openCv()
  return withMats((keep) => {
    const lab = keep(new cv.Mat())
    const band = new cv.Scalar(255, 0, 255, 255)
    cv.copyMakeBorder(keep(matOf(cv, small)), lab, BAND, BAND, BAND, BAND, cv.BORDER_CONSTANT, band)
    cv.GaussianBlur(lab, lab, new cv.Size(3, 3), 0)
    cv.cvtColor(lab, lab, cv.COLOR_RGB2Lab)
    const planes = { data: lab.data, width: lab.cols, height: lab.rows }
    return bordersOf(cv, lab, keep).some((border) => isCutPaper(planes, border))
  })
}

/** A part of a hull that begins and ends at the picture's edge and lies within the picture between, simplified. */
interface Border {
  sides: Side[]
  /** Share of the hull's length that lies on the edge. */
  onEdge: number
}

/** The borders of all contours that are large enough and reach the picture's edge. */
function bordersOf(cv: OpenCv, lab: Mat, keep: Keep): Border[] {
  const planes = keep(new cv.MatVector())
  cv.split(lab, planes)
  return STEEPNESS.flatMap(({ plane, low, high }) => {
    const edges = keep(new cv.Mat())
    cv.Canny(keep(planes.get(plane)), edges, low, high, 3, true)
    return WIDTHS.flatMap((width) => {
      const wide = keep(new cv.Mat())
      cv.dilate(edges, wide, keep(cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(width, width))))
      const contours = keep(new cv.MatVector())
      cv.findContours(wide, contours, keep(new cv.Mat()), cv.RETR_LIST, cv.CHAIN_APPROX_SIMPLE)
      const borders: Border[] = []
      for (let at = 0; at < contours.size(); at += 1) {
        const border = borderOf(cv, contours.get(at), lab)
        if (border) borders.push(border)
      }
      return borders
    })
  })
}

/** Frees the contour. */
function borderOf(cv: OpenCv, contour: Mat, { rows, cols }: Mat): Border | null {
  return withMats((keep) => {
    const whole = rows * cols
    const { width, height } = cv.boundingRect(keep(contour))
    if (width * height < AREA[0] * whole) return null
    const hull = keep(new cv.Mat())
    cv.convexHull(contour, hull)
    const share = cv.contourArea(hull) / whole
    if (share < AREA[0] || share > AREA[1]) return null
    const length = cv.arcLength(hull, true)
    const inside = insideOf(pointsOf(hull), { width: cols, height: rows })
    if (inside.length < 4) return null
    const line = keep(cv.matFromArray(inside.length, 1, cv.CV_32SC2, inside.flat()))
    const onEdge = 1 - cv.arcLength(line, false) / length
    cv.approxPolyDP(line, line, TOLERANCE * length, false)
    const sides = sidesOf(pointsOf(line)).filter((side) => side.length > ROUNDED * length)
    return { sides, onEdge }
  })
}

/** Of a ring of points, the longest row of them within the picture, with the two on the edge that it hangs on. */
function insideOf(ring: readonly Point[], size: Size): Point[] {
  const start = ring.findIndex((point) => isOnEdge(point, size))
  if (start < 0) return []
  let longest: Point[] = []
  let row: Point[] = []
  for (let at = 0; at <= ring.length; at += 1) {
    const point = ring[(start + at) % ring.length] as Point
    row.push(point)
    if (!isOnEdge(point, size)) continue
    if (row.length > longest.length) longest = row
    row = [point]
  }
  return longest
}

function isOnEdge([x, y]: Point, { width, height }: Size): boolean {
  return Math.min(x, y, width - 1 - x, height - 1 - y) <= BAND + ON_EDGE
}

function pointsOf({ data32S, rows }: Mat): Point[] {
  return Array.from({ length: rows }, (_, at) => [data32S[at * 2] as number, data32S[at * 2 + 1] as number])
}

interface Planes extends Size {
  data: Uint8Array
}

interface Side {
  from: Point
  to: Point
  length: number
}

function sidesOf(line: readonly Point[]): Side[] {
  return line.slice(1).map((to, at) => {
    const from = line[at] as Point
    return { from, to, length: Math.hypot(to[0] - from[0], to[1] - from[1]) }
  })
}

function isCutPaper(planes: Planes, { sides, onEdge }: Border): boolean {
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
  const length = Math.hypot(to[0] - from[0], to[1] - from[1])
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

/** How many sides lie on an edge of the picture with both their ends. */
export function sidesOnEdge(corners: Corners, { width, height }: Size): number {
  const slack = 0.004 * Math.max(width, height)
  const both = (one: number, other: number, edge: number): boolean =>
    Math.abs(one - edge) <= slack && Math.abs(other - edge) <= slack
  return corners.filter(([x, y], at) => {
    const [nx, ny] = corners[(at + 1) % 4] as Point
    return both(x, nx, 0) || both(x, nx, width) || both(y, ny, 0) || both(y, ny, height)
  }).length
}
