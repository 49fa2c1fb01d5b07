/** Finds the paper or card in a photo. Careful: a wrong outline that looks sure is worse than none. */
import { paperOf } from '../../../rules/paper.ts'
import type { Corners } from '../../../rules/schema.ts'
import { render, scaleCorners, shrunk } from './apply.ts'
import { shapeOf } from './aspect.ts'
import { type PictureData, type Raster, readHeader, type Size } from './decode.ts'
import { apart, rated } from './likelihood.ts'
import { evenLightness, matOf, openCv, toSoftLab, withMats } from './opencv.ts'
import { outlinesOn } from './outlines.ts'
import { fromTopLeft } from './polygon.ts'
import { isSure } from './sure.ts'
import type { Outline } from './traits.ts'

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
  /** Whether only a further look found it, at a picture that was altered. */
  isFurther: boolean
  /** Every document that is seen surely, the best first; several when the photo shows several. */
  documents: FoundDocument[]
}

/** As they are read off the photo: downwards, and those beside each other from the left. */
export function inReadingOrder(documents: readonly FoundDocument[]): FoundDocument[] {
  const rank = ({ corners }: FoundDocument) => corners.reduce((sum, [x, y]) => sum + y + x / 2, 0)
  return documents.toSorted((one, other) => rank(one) - rank(other))
}

/** Pixels on the long side in which the outline is searched. */
export const SEARCHED_SIDE = 1000

/** Fails with what decoding fails with. */
export async function findCorners(picture: PictureData, name: string): Promise<Found> {
  const full = await readHeader(picture, name)
  return findCornersIn(await render(picture, name, [], { side: SEARCHED_SIDE }), full)
}

/** Below this confidence it is searched again. */
const DOUBTFUL = 0.2
/** What is done to a picture before it is searched: see `toSoftLab` and `evenLightness`. */
interface Look {
  median: number
  isEven: boolean
}
const PLAIN: Look = { median: 0, isEven: false }
/** Without the weave and the ruled lines of what lies beneath; with faint edges brought out; both. */
const FURTHER: readonly Look[] = [
  { median: 7, isEven: false },
  { median: 0, isEven: true },
  { median: 5, isEven: true },
]

/**
 * The same on pixels at hand; `full` is the size that the corners are told in. A picture with the proportions of a paper
 * is a scan, in which there is nothing to search again; what only a further look finds is never sure.
 */
export async function findCornersIn(raster: Raster, full: Size): Promise<Found> {
  const small = await shrunk(raster, SEARCHED_SIDE)
  const first = await searched(small, full, PLAIN)
  if (first.confidence >= DOUBTFUL || paperOf(full)) return first
  let found = first
  for (const look of FURTHER) {
    const again = await searched(small, full, look)
    if (again.confidence <= found.confidence) continue
    found = { ...again, corners: null, aspect: null, isFurther: true, documents: first.documents }
    if (found.confidence >= DOUBTFUL) break
  }
  return found
}

async function searched(small: Raster, full: Size, look: Look): Promise<Found> {
  const likely = rated(await outlinesIn(small, look))
  const all = apart(likely)
  const found = all.map(({ corners, likelihood }): FoundDocument => {
    const scaled = clampTo(scaleCorners(fromTopLeft(corners), small, full), full)
    return { corners: scaled, confidence: Math.round(likelihood * 100) / 100, aspect: shapeOf(scaled, full).known }
  })
  const documents = found.filter((_, at) => isSure(all[at] as (typeof all)[number], likely, small))
  const [best] = found
  const { corners = null, aspect = null } = best && documents[0] === best ? best : {}
  return {
    corners,
    aspect,
    confidence: best?.confidence ?? 0,
    offered: best?.corners ?? null,
    isFurther: false,
    documents,
  }
}

/** Narrower than this is a line, which shows no document; OpenCV's filters refuse pictures of a few pixels. */
const LEAST_SIDE = 16

/** Every outline on the picture that might be a document, in its pixels. */
export async function outlinesIn(raster: Raster, { median, isEven } = PLAIN): Promise<Outline[]> {
  if (Math.min(raster.width, raster.height) < LEAST_SIDE) return []
  const { cv } = await openCv()
  return withMats((keep) => {
    const lab = keep(matOf(cv, raster))
    toSoftLab(cv, lab, median)
    if (isEven) evenLightness(cv, lab)
    return outlinesOn(cv, lab)
  })
}

function clampTo(corners: Corners, { width, height }: Size): Corners {
  const clamp = (value: number, most: number): number => Math.round(Math.min(most, Math.max(0, value)) * 10) / 10
  return corners.map(([x, y]) => [clamp(x, width), clamp(y, height)]) as unknown as Corners
}
