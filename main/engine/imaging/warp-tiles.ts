/** Tiles of a picture that is too long to be warped at once, and what of its source each one shows. */
import type { Corners } from '../../../rules/schema.ts'
import type { Box } from './arrange-a4.ts'
import type { Size } from './decode.ts'
import { openCv, withMats } from './opencv.ts'
import { project } from './signed/page-map.ts'

/** OpenCV counts the pixels of a row or a column in 16 bits. */
const MOST_SIDE = 32_766

export const fits = ({ width, height }: Size): boolean => Math.max(width, height) <= MOST_SIDE

/** The box, halved across its longer side until each part is right. */
export function tilesOf(box: Box, isRight: (tile: Box) => boolean): Box[] {
  const { left, top, width, height } = box
  if (isRight(box) || width * height === 1) return [box]
  const [half, low] = [Math.ceil(width / 2), Math.ceil(height / 2)]
  const parts =
    width >= height
      ? [
          { ...box, width: half },
          { ...box, left: left + half, width: width - half },
        ]
      : [
          { ...box, height: low },
          { ...box, top: top + low, height: height - low },
        ]
  return parts.flatMap((part) => tilesOf(part, isRight))
}

/** Where the corners of a part of the target lie in the source. */
export async function placing(corners: Corners, { width, height }: Size): Promise<(tile: Box) => Corners> {
  const { cv } = await openCv()
  const transform = withMats((keep) => {
    const from = keep(cv.matFromArray(4, 1, cv.CV_32FC2, [0, 0, width, 0, width, height, 0, height]))
    const to = keep(cv.matFromArray(4, 1, cv.CV_32FC2, corners.flat()))
    return [...keep(cv.getPerspectiveTransform(from, to)).data64F]
  })
  const at = (x: number, y: number): Corners[number] => project(transform, [x, y])
  return ({ left, top, ...size }) => {
    const [right, bottom] = [left + size.width, top + size.height]
    return [at(left, top), at(right, top), at(right, bottom), at(left, bottom)]
  }
}

/** Pixels beyond a quadrilateral that its cubic colours still come from. */
const REACH = 4

/** What of the picture the corners touch; at least one pixel of it. */
export function around(corners: Corners, { width, height }: Size): Box {
  const [across, down] = [0, 1].map((axis) => corners.map((corner) => corner[axis] as number)) as [number[], number[]]
  const start = (of: number[], side: number) => within(Math.floor(Math.min(...of)) - REACH, 0, side - 1)
  const end = (of: number[], side: number) => within(Math.ceil(Math.max(...of)) + REACH, 1, side)
  const [left, top] = [start(across, width), start(down, height)]
  return { left, top, width: Math.max(1, end(across, width) - left), height: Math.max(1, end(down, height) - top) }
}

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))
