/** The decoders draw a file whose last bytes are missing without a word, so its end is looked for here. */
import type { Kind } from './sniff.ts'

/** True when a JPEG or PNG is closed by its end marker. What cameras put after it is no matter. Other kinds: true. */
export function hasEnd(kind: Kind, bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (kind === 'jpeg') return hasJpegEnd(data)
  if (kind === 'png') return hasPngEnd(data)
  return true
}

function hasPngEnd(data: Buffer): boolean {
  let at = 8
  while (at + 12 <= data.length) {
    if (data.toString('latin1', at + 4, at + 8) === 'IEND') return true
    at += 12 + data.readUInt32BE(at)
  }
  return false
}

const START_OF_SCAN = 0xda
const END_OF_IMAGE = 0xd9
const endOfImage = Buffer.from([0xff, END_OF_IMAGE])

function hasJpegEnd(data: Buffer): boolean {
  let at = 2
  while (at + 1 < data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0
    // Coded data never holds this pair: it is searched for at once, since a walk over every FF takes 10 ms a photo.
    if (marker === START_OF_SCAN) return data.includes(endOfImage, afterSegment(data, at, marker))
    if (marker === END_OF_IMAGE) return true
    at = afterSegment(data, at, marker)
  }
  return false
}

function afterSegment(data: Buffer, at: number, marker: number): number {
  if (marker === 0xff) return at + 1
  if (standsAlone(marker)) return at + 2
  if (at + 4 > data.length) return data.length
  return at + 2 + data.readUInt16BE(at + 2)
}

function standsAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}
