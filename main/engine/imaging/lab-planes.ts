/** A picture in CIE Lab as OpenCV gives it. */
export interface LabPlanes {
  width: number
  height: number
  /** L, a, b one after the other for each pixel, 8 bits each. */
  data: Uint8Array
}

export function median(values: readonly number[]): number {
  return Float64Array.from(values).sort()[values.length >> 1] ?? 0
}
