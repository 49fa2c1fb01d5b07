/** The pictures that are measured: three 12-megapixel photos of papers on tables, drawn by a script, the same every time. */
import { existsSync } from 'node:fs'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { residentCardBack, residentCardFront } from '../fixtures/draw/cards.ts'
import { authorizationLetter } from '../fixtures/draw/letters.ts'
import { zhangSan } from '../fixtures/draw/people.ts'
import { photograph, type Shot } from '../fixtures/draw/scene.ts'
import { lyingSheet } from '../fixtures/draw/shots.ts'

/** Counts up when what is drawn here changes, so that an old folder is not taken for a new one. */
const edition = 2
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

/** With the sensor's noise unsmoothed, as small sensors have it: that is what fills the bytes of a phone's photo. */
async function store({ width, height, data }: Shot, orientation: number): Promise<Buffer> {
  const turned = sharp(data, { raw: { width, height, channels: 3 } }).rotate(orientation === 6 ? 270 : 0)
  const stored = await turned.raw().toBuffer({ resolveWithObject: true })
  const raw = { width: stored.info.width, height: stored.info.height, channels: 3 } as const
  for (let quality = 98; ; quality -= 1) {
    const jpeg = await sharp(stored.data, { raw }).withMetadata({ orientation }).jpeg({ quality }).toBuffer()
    if (jpeg.length <= maxBytes || quality === 70) return jpeg
  }
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
