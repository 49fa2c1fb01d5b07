/** A TIFF around pixels in memory, so that libvips learns the profile they belong to. Nothing is written to a file. */
import type { Raster } from './decode.ts'

type Entry = readonly [tag: number, type: typeof SHORT | typeof LONG | typeof BYTES, count: number, value: number]
const SHORT = 3
const LONG = 4
const BYTES = 7

/** Baseline TIFF 6.0: 8-bit RGB in one uncompressed strip, with an ICC profile (tag 34675). */
export function profiledTiff({ data, width, height }: Raster, profile: Uint8Array): Buffer {
  const entries = 11
  const bits = 8 + 2 + entries * 12 + 4
  const profileAt = bits + 6
  const pixelsAt = profileAt + profile.length + (profile.length % 2)
  const list: Entry[] = [
    [256, LONG, 1, width],
    [257, LONG, 1, height],
    [258, SHORT, 3, bits],
    [259, SHORT, 1, 1],
    [262, SHORT, 1, 2],
    [273, LONG, 1, pixelsAt],
    [277, SHORT, 1, 3],
    [278, LONG, 1, height],
    [279, LONG, 1, data.length],
    [284, SHORT, 1, 1],
    [34675, BYTES, profile.length, profileAt],
  ]
  const head = Buffer.alloc(pixelsAt)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(entries, 8)
  for (const [at, [tag, type, count, value]] of list.entries()) {
    const from = 10 + at * 12
    head.writeUInt16LE(tag, from)
    head.writeUInt16LE(type, from + 2)
    head.writeUInt32LE(count, from + 4)
    head.writeUInt32LE(value, from + 8)
  }
  for (const at of [0, 2, 4]) head.writeUInt16LE(8, bits + at)
  head.set(profile, profileAt)
  return Buffer.concat([head, data])
}
