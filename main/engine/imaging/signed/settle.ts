/** A roughly found page is brought onto its print: patches of it are looked for nearby, on finer and finer terms. */
import type { Corners } from '../../../../rules/schema.ts'
import type { Raster, Size } from '../decode.ts'
import { type Mat, type OpenCv, withMats } from '../opencv.ts'
import { channelOf } from './flatten.ts'
import {
  drawFlat,
  fitBend,
  type Homography,
  inverse,
  type Match,
  noBend,
  type PageMap,
  project,
  toPicture,
} from './page-map.ts'

export interface Rough {
  homography: Homography
  /** Where the paper's outline has the page's corners; null: there is no outline. */
  corners: Corners | null
}

export interface Settled {
  map: PageMap
  /** Share of the patches of print in the picture that were found where they belong, 0 to 1. */
  matched: number
}

/** Rounds of the settling: pixels of half the page by which a patch may be off, whether the page may be bent,
 * and pixels of the picture by which a match may be off a plain perspective. */
const ROUNDS = [
  { reach: 28, bent: false, like: 0.45, apart: 14 },
  { reach: 24, bent: true, like: 0.5, apart: 12 },
  { reach: 10, bent: true, like: 0.5, apart: 8 },
  { reach: 5, bent: true, like: 0.5, apart: 6 },
]
/** Pixels of a patch's side: about two lines of print, three characters. */
const PATCH = 44

/** Null: too little of the page's print is there. */
export function settled(cv: OpenCv, small: Raster, half: Raster, { homography, corners }: Rough): Settled | null {
  return withMats((keep) => {
    const page = { width: half.width, height: half.height }
    const print = keep(greyOf(cv, half))
    const patches = patchesOf(print)
    let map: PageMap = { page, homography, bend: noBend }
    let matched = 0
    for (const { reach, bent, like, apart } of ROUNDS) {
      const flat = drawFlat(small, map)
      const seen = keep(greyOf(cv, flat))
      const inside = patches.filter(([x, y]) => isInside(small, map, [x + PATCH / 2, y + PATCH / 2]))
      const matches = inside.flatMap((patch) => matchOf(cv, print, seen, patch, { reach, like, map }) ?? [])
      if (matches.length < 6) return null
      matched = matches.length / Math.max(1, inside.length)
      map = refitted(cv, page, matches, { bent, apart, corners }) ?? map
    }
    return { map, matched }
  })
}

function isInside({ width, height }: Size, map: PageMap, point: [number, number]): boolean {
  const [x, y] = toPicture(map, point)
  return x >= 0 && y >= 0 && x < width && y < height
}

function refitted(
  cv: OpenCv,
  page: Size,
  matches: readonly Match[],
  { bent, apart, corners }: { bent: boolean; apart: number; corners: Corners | null },
): PageMap | null {
  return withMats((keep) => {
    const points = (of: 'at' | 'seen') =>
      keep(
        cv.matFromArray(
          matches.length,
          1,
          cv.CV_32FC2,
          matches.flatMap((match) => match[of]),
        ),
      )
    const mask = keep(new cv.Mat())
    const found = keep(cv.findHomography(points('at'), points('seen'), cv.RANSAC, apart, mask))
    if (found.empty()) return null
    const homography = [...found.data64F]
    const inliers = matches.filter((_, at) => mask.data[at] !== 0)
    const held = bent && corners ? heldCorners(page, homography, corners) : []
    return { page, homography, bend: bent ? fitBend(page, homography, [...inliers, ...held]) : noBend }
  })
}

/** Pixels of half the page by which print and outline may disagree on a corner, and how often a corner counts. */
const MOST_OFF = 30
const HELD = 4

/** Print may stand in one part of a page only; the corners of its paper say how the rest of it lies. */
function heldCorners(page: Size, homography: Homography, corners: Corners): Match[] {
  const { width, height } = page
  const back = inverse(homography)
  const places: [number, number][] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  return corners.flatMap((seen, at) => {
    const place = places[at] as [number, number]
    const [x, y] = project(back, seen)
    const isNear = Math.hypot(x - place[0], y - place[1]) <= MOST_OFF
    return isNear ? new Array<Match>(HELD).fill({ at: place, seen }) : []
  })
}

function greyOf(cv: OpenCv, raster: Raster): Mat {
  const grey = new cv.Mat(raster.height, raster.width, cv.CV_8UC1)
  grey.data.set(channelOf(raster, 0))
  cv.GaussianBlur(grey, grey, new cv.Size(0, 0), 1)
  return grey
}

/** Upper left corners of patches with enough print to be told apart. */
function patchesOf(print: Mat): [number, number][] {
  const patches: [number, number][] = []
  for (let y = 0; y + PATCH <= print.rows; y += PATCH / 2) {
    for (let x = 0; x + PATCH <= print.cols; x += PATCH / 2) {
      if (isPrinted(print, x, y)) patches.push([x, y])
    }
  }
  return patches
}

/** Darker than this, of 255, half of the size and softened; in so many rows and columns: a rule alone fits anywhere. */
const INK_BELOW = 205
const LEAST_ROWS = 7
const LEAST_COLUMNS = 14

function isPrinted({ data, cols }: Mat, left: number, top: number): boolean {
  const columns = new Set<number>()
  let rows = 0
  for (let y = top; y < top + PATCH; y += 1) {
    let inRow = 0
    for (let x = left; x < left + PATCH; x += 1) {
      if ((data[y * cols + x] as number) >= INK_BELOW) continue
      inRow += 1
      columns.add(x)
    }
    // A rule from side to side says nothing of where along it the patch belongs.
    if (inRow > 0 && inRow < PATCH * 0.9) rows += 1
  }
  return rows >= LEAST_ROWS && columns.size >= LEAST_COLUMNS
}

interface Search {
  reach: number
  like: number
  map: PageMap
}

function matchOf(
  cv: OpenCv,
  print: Mat,
  seen: Mat,
  [x, y]: [number, number],
  { reach, like, map }: Search,
): Match | null {
  return withMats((keep) => {
    const [left, top] = [Math.max(0, x - reach), Math.max(0, y - reach)]
    const right = Math.min(seen.cols, x + PATCH + reach)
    const bottom = Math.min(seen.rows, y + PATCH + reach)
    const wanted = keep(print.roi(new cv.Rect(x, y, PATCH, PATCH)))
    const around = keep(seen.roi(new cv.Rect(left, top, right - left, bottom - top)))
    const scores = keep(new cv.Mat())
    cv.matchTemplate(around, wanted, scores, cv.TM_CCOEFF_NORMED)
    const { maxVal, maxLoc } = cv.minMaxLoc(scores, keep(new cv.Mat()))
    if (!(maxVal >= like)) return null
    const at: Match['at'] = [x + PATCH / 2, y + PATCH / 2]
    const [dx, dy] = [
      left + maxLoc.x - x + offOf(scores, maxLoc, 1),
      top + maxLoc.y - y + offOf(scores, maxLoc, scores.cols),
    ]
    return { at, seen: toPicture(map, [at[0] + dx, at[1] + dy]) }
  })
}

/** Fraction of a pixel, by the parabola through the peak and its neighbours. */
function offOf(scores: Mat, { x, y }: { x: number; y: number }, step: number): number {
  const at = y * scores.cols + x
  const isRim = step === 1 ? x === 0 || x === scores.cols - 1 : y === 0 || y === scores.rows - 1
  if (isRim) return 0
  const [before, peak, after] = [scores.data32F[at - step], scores.data32F[at], scores.data32F[at + step]] as number[]
  const curve = (before as number) - 2 * (peak as number) + (after as number)
  return curve < 0 ? ((before as number) - (after as number)) / (2 * curve) : 0
}
