/** Pictures for the imaging tests, made of plain pixels: what the engine refuses to read can still be written. */
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import type { Raster } from '../../main/engine/imaging/decode.ts'

/** Root-mean-square difference per channel, 0 to 255. */
export const limits = { same: 0.01, rounding: 0.6, jpegNoise: 4, printed: 8, resampled: 10 } as const

export function difference(one: Raster, other: Raster): number {
  if (one.width !== other.width || one.height !== other.height) {
    throw new Error(`${one.width}×${one.height} is not ${other.width}×${other.height}`)
  }
  const squares = one.data.reduce((sum, value, at) => sum + (value - (other.data[at] ?? 0)) ** 2, 0)
  return Math.sqrt(squares / one.data.length)
}

/** Draws each pixel by its place. */
export function drawn(width: number, height: number, colour: (x: number, y: number) => readonly number[]): Raster {
  const data = Buffer.alloc(width * height * 3)
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 3) data.set(colour(x, y), at)
  }
  return { data, width, height }
}

/** The same numbers in the same order for a seed, 0 to 1. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

/** Paper with lines of print, a red seal, a blue photo and a sensor's noise: bytes and edges like a photo's. */
export function paper(width: number, height: number, noise = 6): Raster {
  const next = chance(width + height)
  const unit = Math.min(width, height) / 30
  return drawn(width, height, (x, y) => {
    const speck = (next() - 0.5) * 2 * noise
    const [column, row] = [x / unit, y / unit]
    const print = row % 2 > 0.7 && row % 2 < 1.4 && Math.sin(column * 9 + Math.floor(row) * 5) > 0.1
    const seal = Math.abs(Math.hypot(column - 20, row - 20) - 4) < 0.5
    const photo = column > 3 && column < 8 && row > 14 && row < 21
    const base = seal ? [200, 40, 40] : photo ? [70, 110, 170] : print ? [40, 40, 44] : [236, 234, 226]
    return base.map((value) => Math.min(255, Math.max(0, value + speck)))
  })
}

export function written({ data, width, height }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } })
}

/** Frames one under the other, as formats with pages take them. */
export function pages(frames: number, width = 40, height = 30): Sharp {
  const data = Buffer.alloc(width * height * frames * 3, 90)
  for (let frame = 0; frame < frames; frame += 1)
    data.fill(frame * 60, frame * width * height * 3, (frame + 1) * width * height * 3)
  return sharp(data, { raw: { width, height: height * frames, channels: 3, pageHeight: height } })
}

export function pngChunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

const pngStart = Buffer.from('89504e470d0a1a0a', 'hex')

/** A few hundred bytes that claim to be a picture of `side` × `side` pixels. */
export function pngBomb(side: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const pixels = pngChunk('IDAT', deflateSync(Buffer.alloc(100_000)))
  return Buffer.concat([pngStart, pngChunk('IHDR', header), pixels, pngChunk('IEND', Buffer.alloc(0))])
}

/** A PNG that says it is animated: the chunk stands right after the header. */
export function animatedPng(png: Buffer, frames: number): Buffer {
  const control = Buffer.alloc(8)
  control.writeUInt32BE(frames, 0)
  return Buffer.concat([png.subarray(0, 33), pngChunk('acTL', control), png.subarray(33)])
}

/** A JPEG with nothing but EXIF orientation added, as the first segment. */
export function turnedByExif(jpeg: Buffer, orientation: number): Buffer {
  const tiff = Buffer.from('49492a0008000000010012010300010000000000000000000000', 'hex')
  tiff.writeUInt16LE(orientation, 18)
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const head = Buffer.from([0xff, 0xe1, 0, content.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)])
}
