/** How many pictures a file holds, counted from its structure: nothing is decoded, so a bomb of frames costs nothing. */
import type { Kind } from './sniff.ts'

/** Frames of a GIF or an animated PNG; 1 for every other kind (libvips reads the pages of TIFF and WebP itself). */
export function countFrames(kind: Kind, bytes: Uint8Array): number {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'gif') return gifFrames(data)
  if (kind === 'png') return pngFrames(data)
  return 1
}

/** An `acTL` chunk before the pixels makes a PNG animated, and tells the number of its frames. */
function pngFrames(data: Buffer): number {
  let at = 8
  while (at + 12 <= data.length) {
    const type = data.toString('latin1', at + 4, at + 8)
    if (type === 'acTL') return Math.max(1, data.readUInt32BE(at + 8))
    if (type === 'IDAT') return 1
    at += 12 + data.readUInt32BE(at)
  }
  return 1
}

const EXTENSION = 0x21
const IMAGE = 0x2c

function gifFrames(data: Buffer): number {
  let at = 13 + colourTable(data, 10)
  let frames = 0
  while (at < data.length) {
    if (data[at] === EXTENSION) at = afterSubBlocks(data, at + 2)
    else if (data[at] === IMAGE) {
      frames += 1
      at = afterSubBlocks(data, at + 11 + colourTable(data, at + 9))
    } else break
  }
  return Math.max(1, frames)
}

function colourTable(data: Buffer, flagsAt: number): number {
  const flags = data[flagsAt] ?? 0
  return flags & 0x80 ? 3 << ((flags & 7) + 1) : 0
}

function afterSubBlocks(data: Buffer, start: number): number {
  let at = start
  for (let length = data[at] ?? 0; length > 0; length = data[at] ?? 0) at += length + 1
  return at + 1
}
