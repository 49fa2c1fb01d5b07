/**
 * A document that goes on beyond the picture's edge. A band is laid around the picture, so that the edge of the picture
 * closes the outline of what it cuts; then an outline is searched that runs along the edge for a part of its length, and
 * for the rest is the border of a paper: at least three straight sides with two square corners between them, seen all
 * along, the outer two of them about parallel.
 */
import type { Corners } from '../../../rules/schema.ts'
import { shrunk } from './apply.ts'
import type { Raster, Size } from './decode.ts'
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
/** Share of the picture that such an outline covers at least and at most; of its length, what lies on the edge. */
const AREA = [0.06, 0.85] as const
const LENGTH_ON_EDGE = [0.03, 0.45] as const
/** Corners of an outline that is simplified so far (a share of its length). */
const TOLERANCE = 0.018
const MOST_CORNERS = 8
/** Shorter pieces, as a share of an outline's length, only round a corner. */
const ROUNDED = 0.04
/** Degrees: a square corner at a slant, and by how much opposite sides may run together. */
const CORNER = [62, 118] as const
const RUN_TOGETHER = 28
/** A side is seen where the colours beside it differ by so much (CIE Lab, 8 bits), over this share of its length. */
const STEP = 11
const SEEN = 0.72
/** Pixels beside a side where its colours are read, and pixels between two places. */
const BESIDE = 3
const SPACING = 4
/** An outline of few corners runs a little beside the true one. */
const SHIFTS = [-8, -6, -4, -2, 0, 2, 4, 6, 8]

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
    return polygonsOf(cv, lab, keep).some((polygon) => isCutPaper(planes, polygon))
  })
}

/** The hulls of all contours that are large enough, as few corners as they need. */
function polygonsOf(cv: OpenCv, lab: Mat, keep: Keep): Point[][] {
  const planes = keep(new cv.MatVector())
  cv.split(lab, planes)
  const area = lab.rows * lab.cols
  return STEEPNESS.flatMap(({ plane, low, high }) => {
    const edges = keep(new cv.Mat())
    cv.Canny(keep(planes.get(plane)), edges, low, high, 3, true)
    cv.dilate(edges, edges, keep(cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(3, 3))))
    const contours = keep(new cv.MatVector())
    cv.findContours(edges, contours, keep(new cv.Mat()), cv.RETR_LIST, cv.CHAIN_APPROX_SIMPLE)
    const polygons: Point[][] = []
    for (let at = 0; at < contours.size(); at += 1) {
      const polygon = polygonOf(cv, contours.get(at), area)
      if (polygon) polygons.push(polygon)
    }
    return polygons
  })
}

/** Frees the contour. */
function polygonOf(cv: OpenCv, contour: Mat, whole: number): Point[] | null {
  return withMats((keep) => {
    const { width, height } = cv.boundingRect(keep(contour))
    if (width * height < AREA[0] * whole) return null
    const hull = keep(new cv.Mat())
    cv.convexHull(contour, hull)
    const share = cv.contourArea(hull) / whole
    if (share < AREA[0] || share > AREA[1]) return null
    const polygon = keep(new cv.Mat())
    cv.approxPolyDP(hull, polygon, TOLERANCE * cv.arcLength(hull, true), true)
    if (polygon.rows < 4 || polygon.rows > MOST_CORNERS) return null
    return Array.from(
      { length: polygon.rows },
      (_, at): Point => [polygon.data32S[at * 2] as number, polygon.data32S[at * 2 + 1] as number],
    )
  })
}

interface Planes extends Size {
  data: Uint8Array
}

interface Side {
  from: Point
  to: Point
  length: number
  onEdge: boolean
}

function isCutPaper(planes: Planes, polygon: readonly Point[]): boolean {
  const sides = polygon.map((from, at) => sideOf(planes, from, polygon[(at + 1) % polygon.length] as Point))
  const length = sides.reduce((sum, side) => sum + side.length, 0)
  const edge = sides.reduce((sum, side) => sum + (side.onEdge ? side.length : 0), 0) / length
  if (edge < LENGTH_ON_EDGE[0] || edge > LENGTH_ON_EDGE[1]) return false
  const run = longestRun(sides, ROUNDED * length)
  const corners = run.slice(1).filter((side, at) => isSquare(run[at] as Side, side)).length
  const [first, last] = [run[0], run[2]]
  if (run.length < 3 || corners < 2 || !first || !last) return false
  if (angleBetween(first, last) < 180 - RUN_TOGETHER) return false
  return run.every((side) => isSeen(planes, side))
}

function sideOf({ width, height }: Size, from: Point, to: Point): Side {
  const on = (one: number, other: number, edge: number): boolean =>
    Math.abs(one - edge) <= ON_EDGE && Math.abs(other - edge) <= ON_EDGE
  const onEdge =
    on(from[0], to[0], BAND) ||
    on(from[0], to[0], width - BAND) ||
    on(from[1], to[1], BAND) ||
    on(from[1], to[1], height - BAND)
  return { from, to, length: Math.hypot(to[0] - from[0], to[1] - from[1]), onEdge }
}

/** The sides between two that lie on the picture's edge; pieces that round a corner are left out. */
function longestRun(sides: readonly Side[], least: number): Side[] {
  const start = sides.findIndex(({ onEdge }) => onEdge)
  const runs: Side[][] = [[]]
  for (let at = 1; at <= sides.length; at += 1) {
    const side = sides[(start + at) % sides.length] as Side
    if (side.onEdge) runs.push([])
    else if (side.length > least) runs.at(-1)?.push(side)
  }
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest))
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

function isSeen({ data, width }: Planes, { from, to, length }: Side): boolean {
  const [nx, ny] = [(to[1] - from[1]) / length, (from[0] - to[0]) / length]
  const places = Math.max(3, Math.floor(length / SPACING))
  let seen = 0
  for (let place = 0; place < places; place += 1) {
    const share = 0.08 + (0.84 * (place + 0.5)) / places
    const [x, y] = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    let most = 0
    for (const shift of SHIFTS) {
      const at = (away: number): number =>
        (Math.round(y + ny * (shift + away)) * width + Math.round(x + nx * (shift + away))) * 3
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
  return seen >= SEEN * places
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
