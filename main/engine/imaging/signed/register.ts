/**
 * Finds a printed page in a picture of it. First roughly, any way round: by the paper's outline, as a scan that fills
 * the picture, and by features where the outline leads nowhere (a page that is cut off). Then patches of print are
 * looked for around where they should be, on finer and finer pixels, until the page lies on its print.
 */
import type { Corners } from '../../../../rules/schema.ts'
import { resized } from '../apply.ts'
import { findCornersIn } from '../corners.ts'
import type { Raster, Size } from '../decode.ts'
import { type OpenCv, openCv } from '../opencv.ts'
import { byFeatures } from './features.ts'
import { drawFlat, type Homography, noBend, type PageMap, rescaled } from './page-map.ts'
import { type Rough, settled } from './settle.ts'

/** Pixels of a page's long side: about 150 dots an inch of A4, and half and a quarter of it for the search. */
export const PAGE_SIDE = 1754
const HALF = 2
const COARSE = 8
/** Of a picture's long side. */
const SEARCHED_SIDE = 1800

/** A page that may be in the picture, as it was printed. */
export interface PrintedPage {
  /** RGB, long side `PAGE_SIDE`. */
  print: Raster
}

export interface Registered {
  /** Which of the pages. */
  index: number
  /** To pixels of the picture that was given. */
  map: PageMap
  /** Share of the patches of print in the picture that were found where they belong, 0 to 1. */
  matched: number
}

/** Share of patches from which a page is believed to be the one in the picture. */
const RECOGNISED = 0.3
/** Of the rough search: what looks no more like the page than this is not looked at closer, while others do. */
const TRIED = 4

interface Start extends Rough {
  index: number
  likeness: number
}

/**
 * Null: none of the pages is in the picture, or it cannot be made out.
 * @param byFeatures whether a page that no outline leads to is looked for by its features, which takes long for many
 */
export async function register(
  picture: Raster,
  pages: readonly PrintedPage[],
  { byFeatures: thorough }: { byFeatures: boolean } = { byFeatures: true },
): Promise<Registered | null> {
  const scale = Math.min(1, SEARCHED_SIDE / Math.max(picture.width, picture.height))
  const small =
    scale === 1
      ? picture
      : await resized(picture, {
          width: Math.round(picture.width * scale),
          height: Math.round(picture.height * scale),
        })
  const { cv } = await openCv()
  const halves = await Promise.all(pages.map(({ print }) => resized(print, sizeOver(print, HALF))))
  const coarse = await Promise.all(pages.map(({ print }) => resized(print, sizeOver(print, COARSE))))
  const starts = startsOf(coarse, small, await outlinesOf(small))
  const best = bestOf(cv, small, halves, starts)
  const found = !thorough || (best && best.matched >= SURE) ? best : better(best, fromFeatures(cv, small, halves))
  if (!found || found.matched < RECOGNISED) return null
  const page = pages[found.index]?.print as Raster
  return { ...found, map: rescaled(found.map, { width: page.width, height: page.height }, 1 / scale) }
}

/** Matched so well that features need not be asked. */
const SURE = 0.6

const sizeOver = ({ width, height }: Size, by: number): Size => ({
  width: Math.round(width / by),
  height: Math.round(height / by),
})

/** The paper's outline where one is seen, and the whole picture as a last one. */
async function outlinesOf(small: Raster): Promise<Corners[]> {
  const { offered } = await findCornersIn(small, small)
  const { width, height } = small
  const whole: Corners = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  return offered ? [offered, whole] : [whole]
}

/** Every outline, four ways round, against every page; the likeliest first. */
function startsOf(coarse: readonly Raster[], small: Raster, outlines: readonly Corners[]): Start[] {
  const darks = coarse.map((page) => darkness(page))
  // Nearly all pages have the same size, and then the picture is drawn flat once for all of them.
  const drawn = new Map<string, Float32Array>()
  const starts = outlines.flatMap((outline, nth) =>
    [0, 1, 2, 3].flatMap((turn) => {
      const corners = [0, 1, 2, 3].map((at) => outline[(at + turn) % 4]) as unknown as Corners
      return coarse.map((page, index): Start => {
        const homography = fromCorners(page, corners)
        const key = `${page.width} ${page.height} ${nth} ${turn}`
        const seen = drawn.get(key) ?? darkness(drawFlat(small, { page, homography, bend: noBend }))
        drawn.set(key, seen)
        return {
          index,
          homography: forHalf(homography),
          corners: nth < outlines.length - 1 ? corners : null,
          likeness: likeness(darks[index] as Float32Array, seen),
        }
      })
    }),
  )
  return starts.sort((one, other) => other.likeness - one.likeness).slice(0, TRIED)
}

const forHalf = (homography: Homography): Homography => {
  const by = COARSE / HALF
  return homography.map((value, at) => (at % 3 === 2 ? value : value / by))
}

/** The homography that takes a page's own corners to these. */
function fromCorners({ width, height }: Size, [a, b, c, d]: Corners): Homography {
  const [dx1, dx2, sx] = [b[0] - c[0], d[0] - c[0], a[0] - b[0] + c[0] - d[0]]
  const [dy1, dy2, sy] = [b[1] - c[1], d[1] - c[1], a[1] - b[1] + c[1] - d[1]]
  const area = dx1 * dy2 - dx2 * dy1 || 1e-9
  const [g, h] = [(sx * dy2 - dx2 * sy) / area, (dx1 * sy - sx * dy1) / area]
  return [
    ...[(b[0] - a[0] + g * b[0]) / width, (d[0] - a[0] + h * d[0]) / height, a[0]],
    ...[(b[1] - a[1] + g * b[1]) / width, (d[1] - a[1] + h * d[1]) / height, a[1]],
    ...[g / width, h / height, 1],
  ]
}

/** How much darker than the brightest around it each pixel is; rows of text become grey bands. */
function darkness({ data, width, height }: Raster): Float32Array {
  const block = 12
  const columns = Math.ceil(width / block)
  const light = new Float32Array(columns * Math.ceil(height / block))
  for (let at = 0, pixel = 0; pixel < width * height; at += 3, pixel += 1) {
    const cell = Math.floor(Math.floor(pixel / width) / block) * columns + Math.floor((pixel % width) / block)
    light[cell] = Math.max(light[cell] as number, data[at] as number)
  }
  return Float32Array.from({ length: width * height }, (_, pixel) => {
    const cell = Math.floor(Math.floor(pixel / width) / block) * columns + Math.floor((pixel % width) / block)
    return 1 - (data[pixel * 3] as number) / Math.max(1, light[cell] as number)
  })
}

/** Correlation, -1 to 1. */
function likeness(one: Float32Array, other: Float32Array): number {
  let [sumA, sumB, squareA, squareB, both] = [0, 0, 0, 0, 0]
  for (let at = 0; at < one.length; at += 1) {
    const [a, b] = [one[at] as number, other[at] as number]
    sumA += a
    sumB += b
    squareA += a * a
    squareB += b * b
    both += a * b
  }
  const count = one.length
  const spread = Math.sqrt((squareA - sumA ** 2 / count) * (squareB - sumB ** 2 / count))
  return spread > 0 ? (both - (sumA * sumB) / count) / spread : 0
}

function bestOf(
  cv: OpenCv,
  small: Raster,
  halves: readonly Raster[],
  starts: readonly (Rough & { index: number })[],
): Registered | null {
  let best: Registered | null = null
  for (const { index, ...rough } of starts) {
    const found = settled(cv, small, halves[index] as Raster, rough)
    best = better(best, found && { index, ...found })
    if (best && best.matched >= SURE) break
  }
  return best
}

function better(one: Registered | null, other: Registered | null): Registered | null {
  return (other?.matched ?? 0) > (one?.matched ?? 0) ? other : one
}

function fromFeatures(cv: OpenCv, small: Raster, halves: readonly Raster[]): Registered | null {
  return bestOf(
    cv,
    small,
    halves,
    byFeatures(cv, small, halves).map((found) => ({ ...found, corners: null })),
  )
}
