/** Whether the whole page is in the picture: what of it lies outside, and corners that are folded over or covered. */
import type { SignedMeasures } from '../../../../rules/signed-measures.ts'
import type { Raster } from '../decode.ts'
import { channelOf } from './flatten.ts'
import { type PageMap, type Point, toPicture } from './page-map.ts'

type Edges = Pick<SignedMeasures, 'resolution' | 'outside' | 'lostPrint' | 'hiddenCorners'>

/** @param drawn the page drawn flat out of the picture, its light as it was */
export function edgesOf(picture: Raster, drawn: Raster, map: PageMap, print: Raster, pixelsPerMm: number): Edges {
  const { width, height } = print
  const corners: Point[] = [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
  const seen = corners.map((corner) => toPicture(map, corner))
  const resolution = (Math.sqrt(areaOf(seen) / (width * height)) || 0) * pixelsPerMm
  const outside = Math.max(0, ...seen.map((point) => outsideBy(picture, point))) / Math.max(1e-6, resolution)
  const isSeen = corners.map((_, at) => outsideBy(picture, seen[at] as Point) === 0)
  return {
    resolution,
    outside,
    lostPrint: lostPrint(picture, map, print),
    hiddenCorners: [0, 1, 2, 3].filter((at) => isSeen[at] && isHidden(drawn, at, pixelsPerMm)).length,
  }
}

function areaOf(points: readonly Point[]): number {
  const twice = points.reduce((sum, [x, y], at) => {
    const [nx, ny] = points[(at + 1) % points.length] as Point
    return sum + x * ny - nx * y
  }, 0)
  return Math.abs(twice) / 2
}

function outsideBy({ width, height }: Raster, [x, y]: Point): number {
  return Math.max(0, -x, -y, x - width, y - height)
}

/** Share of the printed pixels that lie outside the picture. */
function lostPrint(picture: Raster, map: PageMap, print: Raster): number {
  const grey = channelOf(print, 0)
  let [all, lost] = [0, 0]
  for (let y = 0; y < print.height; y += 4) {
    for (let x = 0; x < print.width; x += 4) {
      if ((grey[y * print.width + x] as number) >= 150) continue
      all += 1
      if (outsideBy(picture, toPicture(map, [x, y])) > 0) lost += 1
    }
  }
  return lost / Math.max(1, all)
}

/** Millimetres from the corner: where its own paper is looked at, and the paper it is compared with. */
const OWN = { from: 2.5, to: 9 }
const INNER = { from: 11, to: 22 }
/** Share by which a channel may differ: light falls off, and a shadow's edge may run between. */
const UNLIKE = 0.3

function isHidden(drawn: Raster, corner: number, pixelsPerMm: number): boolean {
  const own = meanOf(drawn, corner, OWN, pixelsPerMm)
  const inner = meanOf(drawn, corner, INNER, pixelsPerMm)
  return [0, 1, 2].some((channel) => {
    const [a, b] = [own[channel] as number, inner[channel] as number]
    return Math.abs(a - b) / Math.max(1, b) > UNLIKE
  })
}

function meanOf({ data, width, height }: Raster, corner: number, { from, to }: typeof OWN, pixelsPerMm: number) {
  const [isRight, isLower] = [corner === 1 || corner === 2, corner >= 2]
  const sums = [0, 0, 0]
  let count = 0
  for (let v = from; v < to; v += 0.5) {
    for (let u = from; u < to; u += 0.5) {
      const x = Math.round(isRight ? width - 1 - u * pixelsPerMm : u * pixelsPerMm)
      const y = Math.round(isLower ? height - 1 - v * pixelsPerMm : v * pixelsPerMm)
      for (let channel = 0; channel < 3; channel += 1) {
        sums[channel] = (sums[channel] as number) + (data[(y * width + x) * 3 + channel] as number)
      }
      count += 1
    }
  }
  return sums.map((sum) => sum / count)
}
