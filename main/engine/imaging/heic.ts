/**
 * HEIC photos of phones, by libheif (WebAssembly). It turns and mirrors them as the file's own properties say (irot,
 * imir); the EXIF orientation beside them says the same again and is not obeyed twice.
 */
import { createRequire } from 'node:module'
import type { Size } from './decode.ts'
import { profileIn } from './heif-boxes.ts'

/** An iPhone's 48 megapixels; libheif holds a picture four times over while it works. */
export const MOST_HEIC_PIXELS = 50_000_000

interface Still extends Size {
  decode(): Promise<Size & { data: Uint8ClampedArray }>
}
interface Decoder {
  all(file: { buffer: Uint8Array }): Promise<Still[] & { dispose(): void }>
}

/** The upright sizes of the pictures in the file (thumbnails and depth maps not counted). Throws what libheif says. */
export function heicSizes(bytes: Uint8Array): Promise<Size[]> {
  return withStills(bytes, async (stills) => stills.map(({ width, height }) => ({ width, height })))
}

/** Picture `at` (the first is 0) in RGB on white. `profile`: the ICC profile of its colours; null is sRGB. */
export function drawHeic(bytes: Uint8Array, at: number): Promise<Size & { data: Buffer; profile: Uint8Array | null }> {
  return withStills(bytes, async (stills) => {
    const still = stills[at]
    if (!still) throw new Error(`there is no picture ${at}`)
    const { data, width, height } = await still.decode()
    return { data: onWhite(data), width, height, profile: profileIn(bytes) }
  })
}

async function withStills<Result>(bytes: Uint8Array, use: (stills: Still[]) => Promise<Result>): Promise<Result> {
  // By require, since the package is CommonJS with its WebAssembly inside.
  const decoder = createRequire(import.meta.url)('heic-decode') as Decoder
  const stills = await decoder.all({ buffer: bytes })
  try {
    return await use(stills)
  } finally {
    stills.dispose()
  }
}

function onWhite(rgba: Uint8ClampedArray): Buffer {
  const rgb = Buffer.allocUnsafeSlow((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    const alpha = rgba[from + 3] as number
    for (let channel = 0; channel < 3; channel += 1) {
      const value = rgba[from + channel] as number
      rgb[to + channel] = alpha === 255 ? value : Math.round(255 + ((value - 255) * alpha) / 255)
    }
  }
  return rgb
}
