/** The boxes of a HEIF file (ISO/IEC 14496-12, 23008-12), as far as libheif's wrapper does not tell what is in them. */

/** Boxes that hold the picture's properties, from the outside in, and the bytes before their own boxes begin. */
const path = [
  { type: 'meta', skip: 4 },
  { type: 'iprp', skip: 0 },
  { type: 'ipco', skip: 0 },
] as const

/**
 * The ICC profile of the file's pictures (`colr` of type `prof` or `rICC`), the first where there are several: phones
 * write one, which is that of the photo and of all its tiles. Null: none, so sRGB.
 */
export function profileIn(bytes: Uint8Array): Uint8Array | null {
  let inside = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const { type, skip } of path) {
    const found = boxesIn(inside).find((box) => box.type === type)
    if (!found) return null
    inside = found.content.subarray(skip)
  }
  const colour = boxesIn(inside).find(({ type, content }) => type === 'colr' && /^(prof|rICC)/.test(latin(content)))
  return colour ? colour.content.subarray(4) : null
}

interface Box {
  type: string
  content: Buffer
}

function boxesIn(data: Buffer): Box[] {
  const boxes: Box[] = []
  let at = 0
  while (at + 8 <= data.length) {
    const short = data.readUInt32BE(at)
    const head = short === 1 ? 16 : 8
    if (at + head > data.length) break
    const size = short === 1 ? Number(data.readBigUInt64BE(at + 8)) : short || data.length - at
    if (size < head || at + size > data.length) break
    boxes.push({ type: data.toString('latin1', at + 4, at + 8), content: data.subarray(at + head, at + size) })
    at += size
  }
  return boxes
}

function latin(data: Buffer): string {
  return data.toString('latin1', 0, 4)
}
