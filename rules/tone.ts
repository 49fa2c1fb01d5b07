/**
 * Tone: how light and colour of a whole picture are changed, the same for every pixel. One table for each channel says
 * what each of the 256 levels becomes, so the engine and the window draw the same.
 * 1. white balance: red and blue are multiplied, green stays, so that white paper has no cast;
 * 2. brightness is a power (a gamma), contrast a bend around the middle. Both keep black black, white white, and what
 *    was darker darker: they hide no line of print and burn out no paper.
 */
import type { Adjustment, Tone } from './schema.ts'
import type { ToneLimits } from './tables-schema.ts'

/** Changes nothing. */
export const plainTone: Tone = { kind: 'tone', red: 1, blue: 1, brightness: 0, contrast: 0 }

/** For red, green and blue: the new level (0 to 255) of each level. */
export type ToneTables = readonly [Uint8Array, Uint8Array, Uint8Array]

export function toneTables({ red, blue, brightness, contrast }: Tone): ToneTables {
  const table = (gain: number): Uint8Array =>
    Uint8Array.from({ length: 256 }, (_, level) => {
      const balanced = Math.min(1, (level / 255) * gain)
      return Math.round(255 * bent(balanced ** (2 ** -brightness), contrast))
    })
  return [table(red), table(1), table(blue)]
}

/** Steeper in the middle and flatter at both ends for a contrast over 0; up to ±1 it never runs backwards. */
function bent(value: number, contrast: number): number {
  return value + contrast * value * (1 - value) * (2 * value - 1)
}

export const toneParts = ['red', 'blue', 'brightness', 'contrast'] as const

export interface ToneExcess {
  part: (typeof toneParts)[number]
  value: number
  least: number
  most: number
}

/** The first tone in the list that goes further than is honest for a document; null: none does. */
export function toneExcess(adjustments: readonly Adjustment[], limits: ToneLimits): ToneExcess | null {
  for (const tone of adjustments) {
    if (tone.kind !== 'tone') continue
    for (const part of toneParts) {
      const [least, most] = limits[part]
      if (tone[part] < least || tone[part] > most) return { part, value: tone[part], least, most }
    }
  }
  return null
}
