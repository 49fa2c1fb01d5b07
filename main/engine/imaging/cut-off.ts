/**
 * A document that goes on beyond the picture's edge. A band is laid around the picture, so that the edge of the picture
 * closes the outline of what it cuts; then an outline is searched that runs along the edge for a part of its length, and
 * for the rest is the border of a paper.
 */
import type { Corners } from '../../../rules/schema.ts'
import { shrunk } from './apply.ts'
import { BAND, type Border, isCutPaper, ON_EDGE, type Side } from './cut-border.ts'
import type { Raster, Size } from './decode.ts'
import { type Keep, type Mat, matOf, type OpenCv, openCv, toSoftLab, withMats } from './opencv.ts'
import { distance, type Point } from './polygon.ts'

/** Pixels on the long side in which it is searched: as it is, then without threads and thin lines (side of a median). */
const SEARCHED_SIDE = 600
const SMOOTHED = 3
/** Steepness of an edge (8-bit Canny thresholds) in lightness, and in both axes of colour. */
const STEEPNESS = [
  { plane: 0, low: 14, high: 36 },
  { plane: 0, low: 36, high: 100 },
  { plane: 1, low: 14, high: 36 },
  { plane: 2, low: 14, high: 36 },
]
/** Pixels by which edges are widened, so that they close what is drawn with gaps. */
const WIDTHS = [3, 5]
/** Share of the picture that such an outline covers at least and at most. */
const AREA = [0.06, 0.85] as const
/** How far a border of few corners may run beside the true one, as a share of the outline's length. */
const TOLERANCE = 0.018
/** Shorter pieces, as a share of an outline's length, only round a corner. */
const ROUNDED = 0.04

/** Whether such an outline is seen. A frame that ends in the middle of a table or a notebook looks the same. */
export async function goesBeyond(raster: Raster): Promise<boolean> {
  const small = await shrunk(raster, SEARCHED_SIDE)
  const { cv } = await openCv()
  return showsCutPaper(cv, small, 0) || showsCutPaper(cv, small, SMOOTHED)
}

function showsCutPaper(cv: OpenCv, small: Raster, median: number): boolean {
  return withMats((keep) => {
    const lab = keep(new cv.Mat())
    const band = new cv.Scalar(255, 0, 255, 255)
    cv.copyMakeBorder(keep(matOf(cv, small)), lab, BAND, BAND, BAND, BAND, cv.BORDER_CONSTANT, band)
    toSoftLab(cv, lab, median)
    const planes = { data: lab.data, width: lab.cols, height: lab.rows }
    return bordersOf(cv, lab, keep).some((border) => isCutPaper(planes, border))
  })
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

function sidesOf(line: readonly Point[]): Side[] {
  return line.slice(1).map((to, at) => {
    const from = line[at] as Point
    return { from, to, length: distance(from, to) }
  })
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
