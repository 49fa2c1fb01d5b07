/** Finds the paper or card in a photo. Careful: a wrong outline that looks sure is worse than none. */
import type { Corners } from '../../../rules/schema.ts'
import { render, resized, scaleCorners } from './apply.ts'
import { shapeOf } from './aspect.ts'
import { type PictureData, type Raster, readHeader, type Size } from './decode.ts'
import { grown } from './grow.ts'
import { matOf, openCv, withMats } from './opencv.ts'
import { quadCandidates } from './quads.ts'
import { type LabPlanes, look, type Outline, settle } from './sides.ts'

export interface FoundDocument {
  /** In full-size pixels of the upright picture, clockwise from the top left of the document as it lies. */
  corners: Corners
  /** How sure, 0 to 1. */
  confidence: number
  /** Width by height of the paper when it is of a known kind (ID-1 card, A4), for `straighten`; else null. */
  aspect: number | null
}

export interface Found {
  /** Of the best outline; null: not sure, nobody crops to it unasked. */
  corners: Corners | null
  confidence: number
  aspect: number | null
  /** The best outline, however doubtful: something to begin with for a person who sets the corners; null: none at all. */
  offered: Corners | null
  /** Every document that is seen surely, the best first; several when the photo shows several. */
  documents: FoundDocument[]
}

/** Pixels on the long side in which the outline is searched. */
const SEARCHED_SIDE = 800
/** Below it no corners are given: the person sets them. Of 280 drawn scenes, 2 wrong outlines were above it (a frame
 * printed on a paper that lies on chequered cloth, and a paper with a stripe of that cloth). */
const SURE = 0.6

/** Fails with what decoding fails with. */
export async function findCorners(picture: PictureData, name: string): Promise<Found> {
  const full = await readHeader(picture, name)
  return findCornersIn(await render(picture, name, [], { side: SEARCHED_SIDE }), full)
}

/** The same on pixels at hand; `full` is the size that the corners are told in. */
export async function findCornersIn(raster: Raster, full: Size): Promise<Found> {
  const small = await searched(raster)
  const all = (await outlinesIn(small)).map(({ corners, confidence }): FoundDocument => {
    const scaled = clampTo(scaleCorners(fromTopLeft(corners), small, full), full)
    return { corners: scaled, confidence: Math.round(confidence * 100) / 100, aspect: shapeOf(scaled, full).known }
  })
  const [best] = all
  const documents = all.filter(({ confidence }) => confidence >= SURE)
  const { corners = null, aspect = null } = best && best.confidence >= SURE ? best : {}
  return { corners, aspect, confidence: best?.confidence ?? 0, offered: best?.corners ?? null, documents }
}

function searched(raster: Raster): Promise<Raster> | Raster {
  const scale = SEARCHED_SIDE / Math.max(raster.width, raster.height)
  if (scale >= 1) return raster
  return resized(raster, { width: Math.round(raster.width * scale), height: Math.round(raster.height * scale) })
}

async function outlinesIn(raster: Raster): Promise<Judged[]> {
  const { cv } = await openCv()
  return withMats((keep) => {
    const picture = keep(matOf(cv, raster))
    const lab = keep(new cv.Mat())
    cv.GaussianBlur(picture, lab, new cv.Size(3, 3), 0)
    cv.cvtColor(lab, lab, cv.COLOR_RGB2Lab)
    const planes = { data: lab.data, width: raster.width, height: raster.height }
    const half = keep(new cv.Mat())
    cv.resize(lab, half, new cv.Size(Math.round(raster.width / 2), Math.round(raster.height / 2)), 0, 0, cv.INTER_AREA)
    const candidates = quadCandidates(cv, half).map((corners) =>
      scaleCorners(corners, { width: half.cols, height: half.rows }, raster),
    )
    const found = best(candidates.flatMap((corners) => outlineOf(planes, corners) ?? []))
    return found ? [grownOutline(planes, found)] : []
  })
}

interface Judged extends Outline {
  confidence: number
}

function best(outlines: readonly Judged[]): Judged | null {
  return [...outlines].sort((one, other) => rank(other) - rank(one))[0] ?? null
}

/** Of a sheet and a frame printed on it, both seen well, the larger is the sheet. */
function rank({ corners, confidence }: Judged): number {
  return confidence * areaOf(corners) ** 0.5
}

/** An edge further out is believed even when it is seen a little worse: it was seen all along to be taken. */
const GROWN_WORSE = 0.75

function grownOutline(planes: LabPlanes, found: Judged): Judged {
  const strangest = Math.max(USUAL, shapeOf(found.corners, planes).off)
  const likely = grown(planes, found.corners).filter((corners) => shapeOf(corners, planes).off <= strangest)
  const larger = best(likely.flatMap((corners) => judged(planes, corners) ?? []))
  return larger && larger.confidence >= found.confidence * GROWN_WORSE ? larger : found
}

function outlineOf(planes: LabPlanes, corners: Corners): Judged | null {
  const near = settle(planes, corners, 9)
  const settled = near && settle(planes, near, 4)
  return settled && judged(planes, settled)
}

function judged(planes: LabPlanes, corners: Corners): Judged | null {
  if (!isDocumentLike(corners, planes)) return null
  const outline = look(planes, corners)
  return { ...outline, confidence: confidenceOf(outline, planes) }
}

/** An outline with the proportions of no known paper is doubted: so far off is usual, and what each share beyond it costs. */
const USUAL = 0.02
const STRANGENESS = 4
const MOST_STRANGE = 0.5

/** Share of the photo that a paper usually covers at least; a smaller outline may be a square of the tablecloth. */
const USUAL_AREA = 0.2

function confidenceOf({ corners, seen, step }: Outline, { width, height }: Size): number {
  const least = Math.min(...seen)
  const mean = seen.reduce((sum, share) => sum + share, 0) / 4
  const size = Math.min(1, areaOf(corners) / (width * height) / USUAL_AREA) ** 0.5
  const strange = Math.min(MOST_STRANGE, Math.max(0, shapeOf(corners, { width, height }).off - USUAL) * STRANGENESS)
  return least ** 0.7 * mean * Math.min(1, step / 18) ** 0.5 * size * (1 - strange)
}

/** Angles of a sheet seen at a slant, and all of it in the picture. */
function isDocumentLike(corners: Corners, { width, height }: Size): boolean {
  const inside = corners.every(([x, y]) => x >= -2 && y >= -2 && x <= width + 2 && y <= height + 2)
  return (
    inside &&
    corners.every((corner, at) => isCorner(corners[(at + 3) % 4] ?? corner, corner, corners[(at + 1) % 4] ?? corner))
  )
}

function isCorner(before: Corners[0], corner: Corners[0], after: Corners[0]): boolean {
  const [ax, ay, bx, by] = [corner[0] - before[0], corner[1] - before[1], after[0] - corner[0], after[1] - corner[1]]
  const sine = (ax * by - ay * bx) / Math.max(1e-6, Math.hypot(ax, ay) * Math.hypot(bx, by))
  return sine > 0.77
}

function areaOf(corners: Corners): number {
  const twice = corners.reduce((sum, [x, y], at) => {
    const [nx, ny] = corners[(at + 1) % 4] ?? [0, 0]
    return sum + x * ny - nx * y
  }, 0)
  return Math.abs(twice) / 2
}

/** The same corners, beginning so that the first side runs to the right more than any other. */
function fromTopLeft(corners: Corners): Corners {
  const rightward = (at: number): number => {
    const [x1, y1] = corners[at] ?? [0, 0]
    const [x2, y2] = corners[(at + 1) % 4] ?? [0, 0]
    return (x2 - x1) / Math.max(1e-6, Math.hypot(x2 - x1, y2 - y1))
  }
  const first = [0, 1, 2, 3].reduce((best, at) => (rightward(at) > rightward(best) ? at : best), 0)
  return [0, 1, 2, 3].map((at) => corners[(first + at) % 4]) as unknown as Corners
}

function clampTo(corners: Corners, { width, height }: Size): Corners {
  const clamp = (value: number, most: number): number => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10
  return corners.map(([x, y]) => [clamp(x, width), clamp(y, height)]) as unknown as Corners
}
