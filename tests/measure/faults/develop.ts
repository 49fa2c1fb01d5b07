/** From a scene and what is done to it to the stored photo: lens, light, sensor, size, JPEG. */
import sharp from 'sharp'
import type { Corners, MaterialId } from '../../../rules/schema.ts'
import { expose } from '../../fixtures/draw/scene.ts'
import { chanceOf } from '../scenes/chance.ts'
import type { Kind } from '../scenes/documents.ts'
import { throughLens } from '../scenes/lens.ts'
import { defocused } from './frames.ts'
import type { Fault, Faulty } from './index.ts'
import { type Base, cornersOf } from './plan.ts'
import { type Band, printOf } from './print.ts'

/** As which material the drawn documents are handed in. */
export const materials: Record<Kind, MaterialId> = {
  'id-card': 'subject-responsible-id',
  permit: 'subject-responsible-id',
  'pale-card': 'situation-statement',
  letter: 'authorization-letter',
  'plain-letter': 'situation-statement',
  licence: 'organizer-certificate',
  certificate: 'domain-certificate',
}
export interface Taken {
  band: Band
  drawn: string
  pixels?: Float32Array
  base?: Base
  gain?: number
  grain?: number
  /** Pixels of the frame. */
  smear?: [number, number]
  defocus?: number
  /** The picture is stored at this share of its size, and then at its own size again. */
  through?: number
  /** The picture is stored at this share of its size. */
  stored?: number
  cut?: { left: number; top: number; width: number; height: number }
  quality?: number
  grey?: boolean
}

export async function developed(first: Base, fault: Fault, taken: Taken): Promise<Faulty> {
  const base = taken.base ?? first
  const { seed, frame, document, light } = base
  const chance = chanceOf(seed, 'develop')
  const seen = { ...frame, pixels: taken.pixels ?? frame.pixels }
  if (taken.smear) seen.pixels = throughLens(seen, { bend: 0, smear: taken.smear })
  if (taken.defocus) seen.pixels = defocused(seen, taken.defocus)
  const { gain = 1 } = taken
  const lit = { ...light, tint: light.tint.map((share) => share * gain) as unknown as typeof light.tint }
  // The lens softens before the sensor adds its noise.
  seen.pixels = defocused(seen, 0.9 * chance.between(0.8, 1.2))
  const data = expose(seen, { light: lit, grain: taken.grain ?? chance.between(1, 3.5), seed })
  const { width, height } = frame
  const raw = { width, height, channels: 3 } as const
  const shares = [taken.through ?? 1, taken.stored ?? 1]
  let picture = { data, width, height }
  for (const share of shares) if (share < 1) picture = await scaled(picture, share)
  if (taken.through) picture = await scaled(picture, 1 / taken.through)
  const { cut = { left: 0, top: 0, width: picture.width, height: picture.height } } = taken
  let out = sharp(picture.data, { raw: { ...raw, width: picture.width, height: picture.height } }).extract(cut)
  if (taken.grey) out = out.greyscale()
  const jpeg = await out.jpeg({ quality: taken.quality ?? chance.whole(78, 94) }).toBuffer()
  const stored = taken.stored ?? 1
  const corners = cornersOf(base).map(([x, y]) => [x * stored - cut.left, y * stored - cut.top]) as unknown as Corners
  return {
    seed,
    fault,
    band: taken.band,
    kind: document.kind,
    material: materials[document.kind],
    drawn: taken.drawn,
    print: printOf(base) * stored,
    corners,
    width: cut.width,
    height: cut.height,
    jpeg,
  }
}

async function scaled(picture: { data: Buffer; width: number; height: number }, share: number) {
  const { width, height, data } = picture
  const size = { width: Math.round(width * share), height: Math.round(height * share) }
  const out = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(size.width, size.height, { fit: 'fill', kernel: share > 1 ? 'cubic' : 'lanczos3' })
    .raw()
    .toBuffer()
  return { data: out, ...size }
}

/** The same scene with more pixels; no detail is added. */
export async function enlarged(base: Base, longSide: number): Promise<Base> {
  const { frame } = base
  const share = longSide / Math.max(frame.width, frame.height)
  const bytes = Buffer.from(Uint8ClampedArray.from(frame.pixels))
  const large = await scaled({ data: bytes, width: frame.width, height: frame.height }, share)
  const grow = (row: readonly [number, number, number]): [number, number, number] => [
    row[0] * share,
    row[1] * share,
    row[2] * share,
  ]
  const [a, b, c] = frame.toPicture
  const [d, e, f] = frame.toTable
  const shrink = ([x, y, z]: readonly [number, number, number]): [number, number, number] => [x / share, y / share, z]
  return {
    ...base,
    frame: {
      ...large,
      pixels: Float32Array.from(large.data),
      toPicture: [grow(a), grow(b), c],
      toTable: [shrink(d), shrink(e), shrink(f)],
    },
  }
}
