/** Whether the print on a signed page is still what was printed: small overlapping parts of it, each looked for nearby. */
import type { Raster } from '../decode.ts'
import { type Mat, type OpenCv, withMats } from '../opencv.ts'
import { channelOf } from './flatten.ts'
import { type Masks, planeOf, type Rect } from './masks.ts'

/** Pixels of a part's side: about a character of 14 points; parts overlap by half. */
const PART = 30
const STEP = 15
/** How far a part may be off. */
const REACH = 4
const FAR_REACH = 10
/** What is found worse than this nearby is looked for farther off: paper bends where there is little print to tell. */
const WELL = 0.8
/** Share of a part that is print, from which it can be compared, and share of red ink up to which. */
const LEAST_PRINT = 0.05
const MOST_RED = 0.02
/** Of 255: grey notes at the foot of a page are too faint and too small to be compared. */
const DARK = 110
/** The print is blurred as the picture is: one of these, in pixels. */
const BLURS = [0.7, 1.2, 1.8, 2.6, 3.6]

export interface ComparedPart extends Rect {
  /** -1 to 1. */
  likeness: number
}

/** @param free where anything may stand; @param seen whether a pixel of the page lies in the picture */
export function comparePrint(
  cv: OpenCv,
  flat: Raster,
  print: Raster,
  masks: Masks,
  { free, seen }: { free: readonly Rect[]; seen: (x: number, y: number) => boolean },
): ComparedPart[] {
  return withMats((keep) => {
    const grey = channelOf(print, 0)
    const printed = keep(planeOf(cv, grey, print.width, print.height))
    const found = keep(planeOf(cv, channelOf(flat, 0), flat.width, flat.height))
    const parts = partsOfPrint(grey, print, masks).filter(
      (part) =>
        !free.some((rect) => overlaps(rect, part)) && seen(part.x, part.y) && seen(part.x + PART, part.y + PART),
    )
    const sample = parts.filter((_, at) => at % Math.max(1, Math.floor(parts.length / 60)) === 0)
    const soft = keep(blurred(cv, printed, blurOf(cv, printed, found, sample)))
    return parts.map((part) => {
      const near = likeness(cv, soft, found, part, REACH)
      return { ...part, likeness: near >= WELL ? near : likeness(cv, soft, found, part, FAR_REACH) }
    })
  })
}

/** The blur with which a sample of the parts is most like what is found. */
function blurOf(cv: OpenCv, printed: Mat, found: Mat, sample: readonly Rect[]): number {
  const tried = BLURS.map((sigma) => ({
    sigma,
    like: levelOf(
      sample.map((part) =>
        withMats((keep) => {
          const { x, y } = part
          const side = PART + 2 * FAR_REACH
          const around = keep(printed.roi(new cv.Rect(x - FAR_REACH, y - FAR_REACH, side, side)))
          const soft = keep(blurred(cv, around, sigma))
          return likeness(cv, soft, found, part, REACH, { x: FAR_REACH, y: FAR_REACH })
        }),
      ),
    ),
  }))
  return tried.reduce((one, other) => (other.like > one.like ? other : one)).sigma
}

function blurred(cv: OpenCv, plane: Mat, sigma: number): Mat {
  const soft = new cv.Mat()
  cv.GaussianBlur(plane, soft, new cv.Size(0, 0), sigma)
  return soft
}

/** The value that this share of the others does not reach; by default the middle one. */
export function levelOf(values: readonly number[], share = 0.5): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? 0
}

function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width &&
    other.x < one.x + one.width &&
    one.y < other.y + other.height &&
    other.y < one.y + one.height
  )
}

function partsOfPrint(grey: Uint8Array, { width, height }: Raster, { red }: Masks): Rect[] {
  const parts: Rect[] = []
  for (let y = FAR_REACH; y + PART + FAR_REACH <= height; y += STEP) {
    for (let x = FAR_REACH; x + PART + FAR_REACH <= width; x += STEP) {
      if (isComparable(grey, red, width, x, y)) parts.push({ x, y, width: PART, height: PART })
    }
  }
  return parts
}

/** Enough print, in more than a straight line, and no seal over it. */
function isComparable(grey: Uint8Array, red: Uint8Array, stride: number, left: number, top: number): boolean {
  let [dark, covered, rows] = [0, 0, 0]
  for (let y = top; y < top + PART; y += 1) {
    let inRow = 0
    for (let x = left; x < left + PART; x += 1) {
      const at = y * stride + x
      if ((grey[at] as number) < DARK) inRow += 1
      if (red[at]) covered += 1
    }
    dark += inRow
    if (inRow > 0) rows += 1
  }
  const area = PART ** 2
  return dark >= LEAST_PRINT * area && covered <= MOST_RED * area && rows >= 9
}

type At = Pick<Rect, 'x' | 'y'>

/** @param own where the part lies in `print`, when that is not the whole page */
function likeness(cv: OpenCv, print: Mat, found: Mat, { x, y }: At, reach: number, own: At = { x, y }): number {
  return withMats((keep) => {
    const wanted = keep(print.roi(new cv.Rect(own.x, own.y, PART, PART)))
    const side = PART + 2 * reach
    const around = keep(found.roi(new cv.Rect(x - reach, y - reach, side, side)))
    const scores = keep(new cv.Mat())
    cv.matchTemplate(around, wanted, scores, cv.TM_CCOEFF_NORMED)
    const { maxVal } = cv.minMaxLoc(scores, keep(new cv.Mat()))
    return Number.isFinite(maxVal) ? maxVal : 0
  })
}
