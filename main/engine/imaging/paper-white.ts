/**
 * The colour of the paper in a picture, and the tone that makes it neutral and light. Paper is the brightest large part
 * of a document: the cast is read there, above the print and below what the light has burnt out.
 */
import type { Adjustment, Tone } from '../../../rules/schema.ts'
import type { ToneLimits } from '../../../rules/tables-schema.ts'
import { render } from './apply.ts'
import type { PictureData, Raster } from './decode.ts'

const LOOKED_AT = 400
/** Of all pixels by brightness: the paper lies between these. */
const BRIGHTEST = 0.98
const DARKEST = 0.7
/** A channel from here on may have been cut off, and tells nothing of the colour. */
const CUT_OFF = 250
/** Level, of 255, to which the paper is lifted, and below which there is no paper at all. */
const LIGHT_PAPER = 225
const NO_PAPER = 60

/** Null where there is no paper. The tones among `adjustments` are left out. Fails with what `render` fails with. */
export async function suggestTone(
  picture: PictureData,
  name: string,
  adjustments: readonly Adjustment[],
  limits: ToneLimits,
): Promise<Tone | null> {
  const geometry = adjustments.filter(({ kind }) => kind !== 'tone')
  const paper = paperOf(await render(picture, name, geometry, { side: LOOKED_AT }))
  if (!paper) return null
  const [red, green, blue] = paper
  const within = (value: number, [least, most]: readonly [number, number]): number =>
    Math.min(most, Math.max(least, Math.round(value * 100) / 100))
  const lift = Math.log2(Math.log(green / 255) / Math.log(LIGHT_PAPER / 255))
  return {
    kind: 'tone',
    red: within(green / red, limits.red),
    blue: within(green / blue, limits.blue),
    brightness: green < LIGHT_PAPER ? within(lift, limits.brightness) : 0,
    contrast: 0,
  }
}

/** Medians of red, green and blue over the paper. */
function paperOf({ data }: Raster): [number, number, number] | null {
  const pixels: [number, number, number][] = []
  for (let at = 0; at < data.length; at += 3) {
    const pixel: [number, number, number] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]
    if (Math.max(...pixel) < CUT_OFF) pixels.push(pixel)
  }
  pixels.sort((a, b) => lightness(a) - lightness(b))
  const paper = pixels.slice(Math.floor(pixels.length * DARKEST), Math.ceil(pixels.length * BRIGHTEST))
  const [red, green, blue] = [0, 1, 2].map((channel) => median(paper.map((pixel) => pixel[channel] ?? 0)))
  if (red === undefined || green === undefined || blue === undefined) return null
  return Math.min(red, green, blue) < NO_PAPER ? null : [red, green, blue]
}

function lightness([red, green, blue]: readonly [number, number, number]): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0
}
