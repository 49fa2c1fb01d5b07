import { resized } from './apply.ts'
import type { Raster, Size } from './decode.ts'
import { encodeDraft } from './encode.ts'

export const MOST_PREVIEW_BYTES = 1_000_000

/** First the coding gives way, then the size: what crosses to the window stays small, whatever the picture. */
const QUALITIES = [82, 70, 55]
const NARROWER = 0.75

export interface Preview extends Size {
  bytes: Buffer
}

/** A JPEG of at most 1 MB for the screen, no side longer than `side`, never enlarged. */
export async function previewJpeg(raster: Raster, side: number): Promise<Preview> {
  const scale = Math.min(1, side / Math.max(raster.width, raster.height))
  const [width, height] = [raster.width, raster.height].map((length) => Math.max(1, Math.round(length * scale))) as [
    number,
    number,
  ]
  const shown = scale === 1 ? raster : await resized(raster, { width, height })
  for (const quality of QUALITIES) {
    const bytes = await encodeDraft(shown, quality)
    if (bytes.length <= MOST_PREVIEW_BYTES) return { bytes, width, height }
  }
  return previewJpeg(shown, Math.floor(Math.max(width, height) * NARROWER))
}
