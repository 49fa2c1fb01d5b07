/** Even light: every pixel is divided by the paper around it, so that shadows and lamp colours go and ink stays. */

import type { Raster } from '../decode.ts'
import { type Keep, matOf, type OpenCv, rasterOf } from '../opencv.ts'

/** Pixels of the page whose brightest are taken for the paper; wider than any stroke of a seal or a heading. */
const AROUND = 24

/** Paper becomes about 255 in all three channels. */
export function evenLight(cv: OpenCv, raster: Raster, keep: Keep): Raster {
  const picture = keep(matOf(cv, raster))
  const small = keep(new cv.Mat())
  const size = new cv.Size(Math.ceil(raster.width / 6), Math.ceil(raster.height / 6))
  cv.resize(picture, small, size, 0, 0, cv.INTER_AREA)
  const brush = keep(cv.getStructuringElement(cv.MORPH_ELLIPSE, new cv.Size(AROUND / 3 + 1, AROUND / 3 + 1)))
  const paper = keep(new cv.Mat())
  cv.dilate(small, paper, brush)
  cv.erode(paper, paper, brush)
  cv.medianBlur(paper, paper, 7)
  cv.GaussianBlur(paper, paper, new cv.Size(0, 0), 3)
  const whole = keep(new cv.Mat())
  cv.resize(paper, whole, new cv.Size(raster.width, raster.height), 0, 0, cv.INTER_LINEAR)
  const even = keep(new cv.Mat())
  cv.divide(picture, whole, even, 250)
  return rasterOf(even)
}

/** One byte a pixel of one channel. Red ink is nearly white in red, so print stays and seals go. */
export function channelOf({ data, width, height }: Raster, channel: 0 | 1 | 2): Uint8Array {
  const plane = new Uint8Array(width * height)
  for (let at = 0, from = channel; at < plane.length; at += 1, from += 3) plane[at] = data[from] as number
  return plane
}
