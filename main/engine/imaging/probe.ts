/** A picture decoded whole, to know that it is sound; what is decoded anyway gives a sample of untouched pixels. */
import type { Region, Sharp } from 'sharp'
import type { Point } from '../../../rules/geometry.ts'
import type { Corners } from '../../../rules/schema.ts'
import {
  fromRaster,
  type Header,
  isPage,
  open,
  type PictureData,
  type PictureInfo,
  pixelsOf,
  type Raster,
  readHeader,
  type Size,
  toRaster,
} from './decode.ts'

/** Pixels across the strip that is kept of a probed picture. */
const STRIP = 512

/** Columns of the picture from top to bottom, as they are stored and as fine as the camera took them. */
export interface Strip extends Raster {
  /** Where the document lies in it, told in its pixels; null: not known. */
  document: Corners | null
}

interface Probed {
  info: PictureInfo
  /** null: not kept of this format. */
  strip: Strip | null
}

/**
 * What `readHeader` says, and every pixel is decoded once, so that a cut-off or rotten file is refused when it comes in
 * and not when the package is written. Fails with what `readHeader` fails with, and with `image.truncated`.
 */
export async function probe(picture: PictureData, name: string): Promise<PictureInfo> {
  return (await probeStrip(picture, name, null)).info
}

/**
 * The same, with a sample.
 * @param document where it lies in the upright picture; the strip goes through its middle, else through the picture's
 */
export async function probeStrip(picture: PictureData, name: string, document: Corners | null): Promise<Probed> {
  const header = await readHeader(picture, name)
  const { format, bytes, width, height } = header
  const info = { format, bytes, width, height }
  if (isPage(picture)) {
    const page = await picture.draw()
    const drawn = (columns: Region) => toRaster(fromRaster(page).extract(columns))
    return { info, strip: picture.untouched ? await stripOf(drawn, header, document) : null }
  }
  if (format !== 'jpeg' && format !== 'png') {
    await pixelsOf(everyRow(picture, header), name)
    return { info, strip: null }
  }
  const stored = (columns: Region) => pixelsOf(open(picture, { autoOrient: false }).extract(columns), name)
  return { info, strip: await stripOf(stored, header, document) }
}

async function stripOf(
  take: (columns: Region) => Promise<Raster>,
  header: Header,
  document: Corners | null,
): Promise<Strip> {
  const stored = document && (document.map((point) => storedPoint(point, header)) as unknown as Corners)
  const { left, across } = columnsOf(header, stored)
  const pixels = await take({ left, top: 0, width: across, height: storedSize(header).height })
  return { ...pixels, document: stored && (stored.map(([x, y]) => [x - left, y]) as unknown as Corners) }
}

/**
 * A pipeline that walks through all coded rows and keeps little. A JPEG must not be shrunk while loading, which is why
 * it gives a strip instead: that skips most of the coded data, and with it the signs of rot (measured: 3 in 4 rotten
 * files passed).
 */
function everyRow(bytes: Uint8Array, header: Header): Sharp {
  const [width, height] = [header.width, header.height].map((side) => Math.max(1, Math.floor(side / 9)))
  return open(bytes).resize(width, height, { fit: 'fill' })
}

function columnsOf(header: Header, document: Corners | null): { left: number; across: number } {
  const { width } = storedSize(header)
  const across = Math.min(STRIP, width)
  const xs = document?.map(([x]) => x) ?? [0, width]
  const middle = (Math.min(...xs) + Math.max(...xs)) / 2
  const left = Math.round(middle - across / 2)
  return { left: Math.min(width - across, Math.max(0, left)), across }
}

/** Width and height as they lie in the file: orientations from 5 on stand on their side. */
function storedSize({ width, height, orientation }: Header): Size {
  return orientation >= 5 ? { width: height, height: width } : { width, height }
}

/** Where a point of the upright picture lies in the file (EXIF 2.3, orientation). */
function storedPoint([x, y]: Point, header: Header): Point {
  const { orientation } = header
  const { width, height } = storedSize(header)
  const [across, down] = orientation >= 5 ? [y, x] : [x, y]
  return [
    [2, 3, 7, 8].includes(orientation) ? width - across : across,
    [3, 4, 6, 7].includes(orientation) ? height - down : down,
  ]
}
