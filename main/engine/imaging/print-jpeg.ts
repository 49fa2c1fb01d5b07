import { fromRaster, type Raster, type Size } from './decode.ts'

/** High enough that no ring around a letter can be seen in print. */
const quality = 92

/** A page for a printer or for the screen at true size: grey where nothing on it has a colour, at all its pixels. */
export async function printJpeg(raster: Raster): Promise<Size & { bytes: Buffer }> {
  const picture = fromRaster(raster)
  const toned = isGrey(raster) ? picture.toColourspace('b-w') : picture
  const bytes = await toned.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
  return { bytes, width: raster.width, height: raster.height }
}

function isGrey({ data }: Raster): boolean {
  for (let at = 0; at < data.length; at += 3) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false
  }
  return true
}
