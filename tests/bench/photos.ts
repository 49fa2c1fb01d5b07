/** The pictures that are measured: three 12-megapixel photos of papers on tables, drawn by a script, the same every time. */
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { turnedByExif } from '../engine/imaging-pictures.ts'
import { residentCardBack, residentCardFront } from '../fixtures/draw/cards.ts'
import { authorizationLetter } from '../fixtures/draw/letters.ts'
import { zhangSan } from '../fixtures/draw/people.ts'
import { photograph, type Shot } from '../fixtures/draw/scene.ts'
import { lyingSheet } from '../fixtures/draw/shots.ts'

/** Counts up when what is drawn here changes, so that an old folder is not taken for a new one. */
const edition = 4
/** As large as a phone's files of 12 megapixels. */
const maxBytes = 3_500_000

/** Paths of the photos: two cards and a letter, the letter stored turned (EXIF 6). Drawn once, in about half a minute. */
export async function benchPhotos(): Promise<string[]> {
  const folder = join(tmpdir(), `beiqi-bench-${edition}`)
  await mkdir(folder, { recursive: true })
  const paths: string[] = []
  for (const plan of plans()) {
    const path = join(folder, plan.file)
    if (!existsSync(path)) {
      await writeFile(`${path}.part`, await store(await photograph(plan.scene), plan.orientation))
      await rename(`${path}.part`, path)
    }
    paths.push(path)
  }
  return paths
}

/** Steps of 255 by which the sensor's noise moves the brightness of a pixel; it is what fills the bytes of a phone's photo. */
const noise = 7

/**
 * Softened by the lens, grained by the sensor, stored by the phone at quality 92 or a little below. Without a colour
 * profile: ImageMagick as it is called here would not apply one, and so do less than the others.
 */
async function store({ width, height, data }: Shot, orientation: number): Promise<Buffer> {
  const lens = sharp(data, { raw: { width, height, channels: 3 } }).blur(0.75)
  const stored = await lens
    .rotate(orientation === 6 ? 270 : 0)
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: stored.info.width, height: stored.info.height, channels: 3 } as const
  const grained = grain(stored.data)
  for (let quality = 92; ; quality -= 1) {
    const jpeg = await sharp(grained, { raw }).jpeg({ quality }).toBuffer()
    if (jpeg.length <= maxBytes || quality === 70) return turnedByExif(jpeg, orientation)
  }
}

function grain(pixels: Buffer): Buffer {
  let seed = 1
  for (let at = 0; at < pixels.length; at += 3) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    const speck = ((seed >> 16) % (2 * noise + 1)) - noise
    for (let channel = at; channel < at + 3; channel += 1) {
      pixels[channel] = Math.min(255, Math.max(0, (pixels[channel] as number) + speck))
    }
  }
  return pixels
}

function plans() {
  return [
    lyingSheet('front.jpg', residentCardFront(zhangSan), {
      table: 'walnut',
      light: 'window',
      seed: 1,
      tip: [12, -5, 2],
      turn: -6,
      orientation: 1,
      location: true,
    }),
    lyingSheet('back.jpg', residentCardBack(zhangSan), {
      table: 'gingham',
      light: 'overcast',
      seed: 2,
      tip: [-8, 6, 0],
      turn: 8,
      orientation: 1,
    }),
    lyingSheet('letter.jpg', authorizationLetter(), {
      table: 'slate',
      light: 'evening',
      seed: 3,
      tip: [8, -4, 1],
      turn: -2,
      orientation: 6,
    }),
  ]
}
