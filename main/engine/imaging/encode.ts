import type { ImageWindow } from '../../../rules/answers.ts'
import { fromRaster, type Raster } from './decode.ts'

/** A side of a JPEG has at most so many pixels (libjpeg's `JPEG_MAX_DIMENSION`). */
export const MOST_JPEG_SIDE = 65_500

/** Pixels of the longest side that a window takes. */
export function longestSide({ maxSide = MOST_JPEG_SIDE }: ImageWindow): number {
  return Math.min(maxSide, MOST_JPEG_SIDE)
}

/** What a straightened copy is kept at: no loss an eye can see, and room left for the one lossy step at export. */
const KEPT_QUALITY = 95

/**
 * A colour JPEG as every portal takes it: baseline, 4:2:0, Huffman tables fitted to the picture, sRGB, and nothing but
 * the picture: no EXIF, no location, no profile.
 */
export async function encodeJpeg(raster: Raster, quality: number = KEPT_QUALITY): Promise<Buffer> {
  const bare = await fromRaster(raster)
    .jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: true, progressive: false })
    .toBuffer()
  return Buffer.concat([bare.subarray(0, AFTER_START), jfif, bare.subarray(AFTER_START)])
}

/**
 * libjpeg's own header is left out together with the metadata. It is put back: old readers expect it, and it is where
 * the dots an inch stand. Version 1.01, pixels are square, no thumbnail.
 */
const jfif = Buffer.from('ffe000104a46494600010100000100010000', 'hex')
const AFTER_START = 2
const UNIT_AT = 13
const PER_INCH = 1

/** The dots an inch of a JPEG of ours, written in place: what was fitted still fits. */
export function setDensity(jpeg: Buffer, dpi: number): void {
  jpeg[UNIT_AT] = PER_INCH
  jpeg.writeUInt16BE(dpi, UNIT_AT + 1)
  jpeg.writeUInt16BE(dpi, UNIT_AT + 3)
}

/** For the screen: Huffman tables as they come, three times as fast for 2 % more bytes. */
export function encodeDraft(raster: Raster, quality: number): Promise<Buffer> {
  return fromRaster(raster).jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: false }).toBuffer()
}
