/** Text drawn from the outlines of our own font at its final size, so that it is sharp at every size. */
import { createRequire } from 'node:module'
import sharp from 'sharp'
import type { Raster } from './decode.ts'

/** Noto Sans SC (SIL Open Font License 1.1), by its family name and its file: no font of the machine is asked for. */
const FAMILY = 'Noto Sans SC'
const FILE = '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
/** Dots an inch at which a size of one point is one pixel. */
const POINT_IS_PIXEL = 72

/** How much of each pixel is covered, 0 to 255, row by row. As large as the ink of the text. */
export interface Lettering {
  coverage: Buffer
  width: number
  height: number
}

/** `size`: of the font, in pixels. One line; the caller has asked the font for every character beforehand. */
export async function lettered(text: string, size: number): Promise<Lettering> {
  const fontfile = createRequire(import.meta.url).resolve(FILE)
  const { data, info } = await sharp({
    text: { text: escaped(text), font: `${FAMILY} ${size}`, fontfile, dpi: POINT_IS_PIXEL },
  })
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { coverage: data, width: info.width, height: info.height }
}

/** The text is read as markup. */
function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
}

/** Lays the letters over the picture in one grey, as dark as `strength` (0 to 1). They must lie inside it. */
export function ink(
  picture: Raster,
  letters: Lettering,
  left: number,
  top: number,
  grey: number,
  strength: number,
): void {
  for (let row = 0; row < letters.height; row += 1) {
    for (let column = 0; column < letters.width; column += 1) {
      const share = ((letters.coverage[row * letters.width + column] as number) / 255) * strength
      if (share === 0) continue
      const at = ((top + row) * picture.width + left + column) * 3
      for (let channel = at; channel < at + 3; channel += 1) {
        const level = picture.data[channel] as number
        picture.data[channel] = Math.round(level + (grey - level) * share)
      }
    }
  }
}
