import { fromRaster, type Raster } from './decode.ts'

/** What a straightened copy is kept at: no loss an eye can see, and room left for the one lossy step at export. */
const KEPT_QUALITY = 95

/**
 * A colour JPEG as every portal takes it: baseline, 4:2:0, Huffman tables fitted to the picture, sRGB, and nothing but
 * the picture: no EXIF, no location, no profile.
 */
export function encodeJpeg(raster: Raster, quality: number = KEPT_QUALITY): Promise<Buffer> {
  return fromRaster(raster)
    .jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: true, progressive: false })
    .toBuffer()
}

/** For the screen: Huffman tables as they come, three times as fast for 2 % more bytes. */
export function encodeDraft(raster: Raster, quality: number): Promise<Buffer> {
  return fromRaster(raster).jpeg({ quality, chromaSubsampling: '4:2:0', optimiseCoding: false }).toBuffer()
}
