/**
 * The font library cannot read lookups of type 8 (reverse chaining) and fails on the whole font. They are emptied
 * here, in memory. In the Mongolian font they only join strokes more smoothly; words come out as HarfBuzz draws them.
 * Offsets are those of the OpenType specification, tables "GSUB" and "Lookup List".
 */
const reverseChain = 8
const extension = 7

/** A copy of the font without them. */
export function withoutReverseChains(font: Uint8Array): Uint8Array {
  const copy = Buffer.from(font)
  const substitutions = tableAt(copy, 'GSUB')
  if (substitutions === null) return copy
  const list = substitutions + copy.readUInt16BE(substitutions + 8)
  for (let index = 0; index < copy.readUInt16BE(list); index++) {
    const lookup = list + copy.readUInt16BE(list + 2 + 2 * index)
    if (kindOf(copy, lookup) === reverseChain) copy.writeUInt16BE(0, lookup + 4)
  }
  return copy
}

function tableAt(font: Buffer, tag: string): number | null {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const record = 12 + 16 * index
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  return null
}

/** An extension says its real kind in its first subtable. */
function kindOf(font: Buffer, lookup: number): number {
  const kind = font.readUInt16BE(lookup)
  if (kind !== extension || font.readUInt16BE(lookup + 4) === 0) return kind
  return font.readUInt16BE(lookup + font.readUInt16BE(lookup + 6) + 2)
}
