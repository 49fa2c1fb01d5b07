/** What can be read off a picture's pixels. Only numbers here; what is good enough is judged in `rules/`. */
import type { Measurements } from '../../../rules/answers.ts'
import { paperOf } from '../../../rules/paper.ts'
import { MEASURED_SIDE } from '../../../rules/pictures.ts'
import { chromaSpread } from './chroma.ts'
import type { Raster, Size } from './decode.ts'
import { focusOf } from './focus.ts'
import { glareShare } from './glare.ts'
import { type Lab, labOf } from './lab.ts'

/** From here on a channel counts as full: JPEG and resizing leave white a little below 255. */
const FULL = 250
/** Of all pixels by lightness: the darkest that count are print, the lightest that count are paper. */
const INK = 0.002
const PAPER = 0.99
/** Pixels of the strokes of small print, at `MEASURED_SIDE`. */
const STROKE = { card: 3, sheet: 2 }
/** Share of a document's longer side that is left out around it where colour is measured: an outline takes in some table. */
const RIM = 0.04
/** Rows of a band: colours are told of blocks as high. */
const BAND = 4
/** Only each so many pixels are looked at where all are alike. */
const THINNED = 5

/** What the pixels of the document alone tell. */
export type Measured = Pick<Measurements, 'chroma' | 'lightness' | 'ink' | 'paper' | 'clipped' | 'glare' | 'sharpness'>

/** Pure: the same pixels give the same numbers. A larger raster is averaged down to about `MEASURED_SIDE` first. */
export function measure(raster: Raster): Measured {
  const picture = averaged(raster, Math.floor(Math.max(raster.width, raster.height) / MEASURED_SIDE))
  const bands = bandsOf(picture)
  const lab = labOf(bands)
  const levels = counted(lab.l)
  const { grey, least } = levelsOf(picture)
  return {
    chroma: chromaWithin(lab, bands),
    lightness: meanOf(lab.l),
    ink: levels(INK),
    paper: levels(PAPER),
    clipped: clippedShare(least),
    glare: glareShare(least, picture),
    sharpness: focusOf(grey, picture, paperOf(picture)?.kind === 'sheet' ? STROKE.sheet : STROKE.card),
  }
}

/** Every other band of `BAND` rows: colours and lightness are told from half of the pixels as well, at half the time. */
function bandsOf({ data, width, height }: Raster): Raster {
  const length = BAND * width * 3
  const count = Math.max(1, Math.floor((height / BAND + 1) / 2))
  const rows = Math.min(height, count * BAND)
  const kept = Buffer.alloc(rows * width * 3)
  for (let band = 0; band < count; band += 1) data.copy(kept, band * length, 2 * band * length, (2 * band + 1) * length)
  return { data: kept, width, height: rows }
}

function meanOf(values: Float32Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += values[at] as number
  return sum / values.length
}

/** The lightness below which a share of the pixels lies. */
function counted(lightness: Float32Array): (share: number) => number {
  const counts = new Uint32Array(101)
  for (let at = 0; at < lightness.length; at += 1) {
    const level = Math.min(100, Math.max(0, ((lightness[at] as number) + 0.5) | 0))
    counts[level] = (counts[level] as number) + 1
  }
  return (share) => {
    let passed = 0
    return counts.findIndex((count) => {
      passed += count
      return passed >= share * lightness.length
    })
  }
}

function clippedShare(least: Uint8Array): number {
  let clipped = 0
  for (let at = 0; at < least.length; at += 1) if ((least[at] as number) >= FULL) clipped += 1
  return clipped / least.length
}

/** Of each pixel the brightness, and the lowest of its three channels. */
function levelsOf({ data, width, height }: Raster): { grey: Float32Array; least: Uint8Array } {
  const grey = new Float32Array(width * height)
  const least = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 3) {
    const [red, green, blue] = [data[from] as number, data[from + 1] as number, data[from + 2] as number]
    grey[at] = 0.299 * red + 0.587 * green + 0.114 * blue
    least[at] = red < green ? (red < blue ? red : blue) : green < blue ? green : blue
  }
  return { grey, least }
}

/** `lab`: of every other band, so that there are half as many rows. */
function chromaWithin({ l, a, b }: Lab, { width, height }: Size): number {
  const rim = Math.floor(RIM * Math.max(width, 2 * height))
  const rows = BAND * Math.round(rim / (2 * BAND))
  const [across, down] = [width - 2 * rim, height - 2 * rows]
  if (across < 8 || down < 8) return chromaSpread({ l, a, b }, width)
  const inner = (plane: Float32Array): Float32Array => {
    const kept = new Float32Array(across * down)
    for (let row = 0; row < down; row += 1) {
      const from = (row + rows) * width + rim
      kept.set(plane.subarray(from, from + across), row * across)
    }
    return kept
  }
  return chromaSpread({ l: inner(l), a: inner(a), b: inner(b) }, across)
}

/**
 * Mean distance between the highest and the lowest channel where the picture is not burnt out: 0 in a picture without
 * colour. Told of the whole picture, table and all: a letter in black print may have no colour of its own.
 */
export function colourOf({ data }: Raster): number {
  let [apart, count] = [0, 0]
  for (let at = 0; at < data.length - 2; at += 3 * THINNED) {
    const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number]
    const lowest = Math.min(red, green, blue)
    if (lowest >= FULL) continue
    apart += Math.max(red, green, blue) - lowest
    count += 1
  }
  return count === 0 ? 0 : apart / count
}

/** Each `factor` × `factor` pixels become their mean; a factor below 2 leaves the picture as it is. */
function averaged(raster: Raster, factor: number): Raster {
  if (factor < 2) return raster
  const [width, height] = [Math.floor(raster.width / factor), Math.floor(raster.height / factor)]
  if (width === 0 || height === 0) return raster
  const sums = new Uint32Array(width * height * 3)
  for (let row = 0; row < height * factor; row += 1) {
    const target = Math.floor(row / factor) * width
    for (let column = 0; column < width * factor; column += 1) {
      const to = (target + Math.floor(column / factor)) * 3
      const from = (row * raster.width + column) * 3
      sums[to] = (sums[to] as number) + (raster.data[from] as number)
      sums[to + 1] = (sums[to + 1] as number) + (raster.data[from + 1] as number)
      sums[to + 2] = (sums[to + 2] as number) + (raster.data[from + 2] as number)
    }
  }
  const area = factor * factor
  return { data: Buffer.from(sums.map((sum) => Math.round(sum / area))), width, height }
}
