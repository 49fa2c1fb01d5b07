/**
 * Quadrilaterals that might be the document, found in several ways, since none of them sees every table:
 * edges in lightness and in both axes of colour, and what is coloured unlike the picture's rim.
 * Whether one of them is the document is told by `likelihood.ts`.
 */
import type { Corners } from '../../../rules/schema.ts'
import { type Keep, type Mat, type OpenCv, withMats } from './opencv.ts'

/** Share of the picture that a document covers at least, and at most. */
const LEAST_AREA = 0.006
const MOST_AREA = 0.985
/** Pixels by which edges are widened. */
const BRUSH = 3
/** Contours looked at per mask, the largest first. */
const CONTOURS = 12
/** Steepness of an edge (8-bit Canny thresholds): how far it is followed, and where it begins. Colour steps are smaller. */
const LIGHTNESS_EDGES = [
  { low: 14, high: 36 },
  { low: 36, high: 100 },
]
const COLOUR_EDGES = [{ low: 14, high: 36 }]

/** Corners are clockwise in pixels of `lab`, an 8-bit CIE Lab picture. */
export function quadCandidates(cv: OpenCv, lab: Mat): Corners[] {
  return withMats((keep) => {
    const soft = keep(new cv.Mat())
    cv.medianBlur(lab, soft, 3)
    const planes = keep(new cv.MatVector())
    cv.split(soft, planes)
    const channels = [0, 1, 2].map((at) => keep(planes.get(at)))
    const edges = channels.flatMap((plane, at) => edgeMasks(cv, plane, at === 0 ? LIGHTNESS_EDGES : COLOUR_EDGES, keep))
    const masks = [...edges, ...unlikeRim(cv, soft, channels, keep)]
    return masks.flatMap((mask) => quadsOf(cv, mask))
  })
}

function edgeMasks(cv: OpenCv, plane: Mat, steepness: typeof COLOUR_EDGES, keep: Keep): Mat[] {
  return steepness.map(({ low, high }) => {
    const edges = keep(new cv.Mat())
    cv.Canny(plane, edges, low, high, 3, true)
    // Closes gaps of a few pixels, so that an outline becomes one contour.
    const brush = keep(cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(BRUSH, BRUSH)))
    cv.dilate(edges, edges, brush)
    return edges
  })
}

/** Bins of lightness and of both axes of colour, and the rim's width as a share of the shorter side. */
const L_BINS = 24
const COLOUR_BINS = 32
const RIM = 0.05
/** Brightness of "unlike" above which a pixel is foreground: a strict and a generous cut. */
const CUTS = [128, 200]

/** Pixels whose colours are rarer on the rim of the picture than in it. */
function unlikeRim(cv: OpenCv, lab: Mat, channels: readonly Mat[], keep: Keep): Mat[] {
  const unlike = keep(rimShares(cv, lab, channels))
  return CUTS.map((cut) => {
    const mask = keep(new cv.Mat())
    cv.threshold(unlike, mask, cut, 255, cv.THRESH_BINARY)
    const brush = keep(cv.getStructuringElement(cv.MORPH_ELLIPSE, new cv.Size(5, 5)))
    cv.morphologyEx(mask, mask, cv.MORPH_CLOSE, brush)
    cv.morphologyEx(mask, mask, cv.MORPH_OPEN, brush)
    return mask
  })
}

/** 255 where a colour never stands on the rim, 0 where it stands there as often as anywhere or more often. */
function rimShares(cv: OpenCv, { rows, cols }: Mat, channels: readonly Mat[]): Mat {
  const bins = binsOf(channels)
  const [onRim, everywhere] = [new Float32Array(L_BINS * COLOUR_BINS ** 2), new Float32Array(L_BINS * COLOUR_BINS ** 2)]
  const rim = Math.round(Math.min(rows, cols) * RIM)
  let rimPixels = 0
  for (let row = 0, at = 0; row < rows; row += 1) {
    const isRimRow = row < rim || row >= rows - rim
    for (let column = 0; column < cols; column += 1, at += 1) {
      const bin = bins[at] as number
      everywhere[bin] = (everywhere[bin] as number) + 1
      if (!isRimRow && column >= rim && column < cols - rim) continue
      onRim[bin] = (onRim[bin] as number) + 1
      rimPixels += 1
    }
  }
  const scale = bins.length / Math.max(1, rimPixels)
  const unlike = new Uint8Array(onRim.length)
  for (let bin = 0; bin < unlike.length; bin += 1) {
    unlike[bin] = 255 * (1 - Math.min(1, ((onRim[bin] as number) * scale) / (everywhere[bin] || 1)))
  }
  const shares = new cv.Mat(rows, cols, cv.CV_8UC1)
  const { data } = shares
  for (let at = 0; at < bins.length; at += 1) data[at] = unlike[bins[at] as number] as number
  return shares
}

/** The bin of each pixel's colour. Colours of papers and tables lie near the middle of their axes: it is divided finer. */
function binsOf([l, a, b]: readonly Mat[]): Uint16Array {
  const [ls, as, bs] = [l?.data, a?.data, b?.data] as [Uint8Array, Uint8Array, Uint8Array]
  const colourBin = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(COLOUR_BINS - 1, Math.max(0, (value - 80) / 3)),
  )
  const bins = new Uint16Array(ls.length)
  for (let at = 0; at < bins.length; at += 1) {
    const colour = (colourBin[as[at] as number] as number) * COLOUR_BINS + (colourBin[bs[at] as number] as number)
    bins[at] = (((ls[at] as number) * L_BINS) >> 8) * COLOUR_BINS ** 2 + colour
  }
  return bins
}

function quadsOf(cv: OpenCv, mask: Mat): Corners[] {
  return withMats((keep) => {
    const contours = keep(new cv.MatVector())
    cv.findContours(mask, contours, keep(new cv.Mat()), cv.RETR_LIST, cv.CHAIN_APPROX_SIMPLE)
    const area = mask.rows * mask.cols
    const hulls: { hull: Mat; share: number }[] = []
    for (let at = 0; at < contours.size(); at += 1) {
      const hull = largeHull(cv, contours.get(at), area * LEAST_AREA)
      if (hull) hulls.push({ hull: keep(hull), share: cv.contourArea(hull) / area })
    }
    const fitting = hulls.filter(({ share }) => share >= LEAST_AREA && share <= MOST_AREA)
    const largest = fitting.sort((one, other) => other.share - one.share).slice(0, CONTOURS)
    return largest.map(({ hull }) => quadOf(cv, hull)).filter((quad) => quad !== null)
  })
}

/** The hull of a contour, if its bounds are large enough: most contours of a photo are specks. Frees the contour. */
function largeHull(cv: OpenCv, contour: Mat, leastArea: number): Mat | null {
  return withMats((keep) => {
    const { width, height } = cv.boundingRect(keep(contour))
    if (width * height < leastArea) return null
    const hull = new cv.Mat()
    cv.convexHull(contour, hull)
    return hull
  })
}

/** The hull with as few corners as a growing tolerance leaves; null where it is no quadrilateral. */
function quadOf(cv: OpenCv, hull: Mat): Corners | null {
  const length = cv.arcLength(hull, true)
  return withMats((keep) => {
    const polygon = keep(new cv.Mat())
    for (let tolerance = 0.01; tolerance <= 0.1; tolerance += 0.005) {
      cv.approxPolyDP(hull, polygon, tolerance * length, true)
      if (polygon.rows === 4) return clockwise(polygon.data32S)
      if (polygon.rows < 4) return null
    }
    return null
  })
}

/** Four points in either sense, as corners clockwise from the one that lies at the top left. */
function clockwise(flat: Int32Array): Corners {
  const points = [0, 2, 4, 6].map((at) => [flat[at], flat[at + 1]] as [number, number])
  const [a, b, c] = points as [Corners[0], Corners[0], Corners[0], Corners[0]]
  const turn = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
  return (turn > 0 ? points : points.reverse()) as unknown as Corners
}
