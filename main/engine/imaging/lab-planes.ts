/** A picture in CIE Lab, in the 8 bits of OpenCV. */
export interface LabPlanes {
  width: number
  height: number
  /** One number for each pixel, never 0. */
  colours: Int32Array
}

/** L, a and b in one number with room above each, so that those of up to four pixels are added at once. */
const LIGHTNESS_AT = 20
const GREEN_RED_AT = 10
const PART = 0x3ff

/** `data`: L, a, b one after the other for each pixel. */
export function planesOf(data: Uint8Array, width: number, height: number): LabPlanes {
  const colours = new Int32Array(width * height)
  for (let at = 0, from = 0; at < colours.length; at += 1, from += 3) {
    colours[at] =
      ((data[from] as number) << LIGHTNESS_AT) |
      ((data[from + 1] as number) << GREEN_RED_AT) |
      (data[from + 2] as number)
  }
  return { width, height, colours }
}

/** Of one colour, or of as many as were added. */
export function lightnessOf(colour: number): number {
  return colour >> LIGHTNESS_AT
}

export function greenRedOf(colour: number): number {
  return (colour >> GREEN_RED_AT) & PART
}

export function blueYellowOf(colour: number): number {
  return colour & PART
}

/** Up to here it is quicker to put each value in its place than to have them sorted. */
const FEW = 64

export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values)
  if (sorted.length > FEW) return sorted.sort()[values.length >> 1] ?? 0
  for (let at = 1; at < sorted.length; at += 1) {
    const value = sorted[at] as number
    let to = at
    for (; to > 0 && (sorted[to - 1] as number) > value; to -= 1) sorted[to] = sorted[to - 1] as number
    sorted[to] = value
  }
  return sorted[values.length >> 1] ?? 0
}
