/** Pictures that are unusual but good: they are taken, and nothing unwanted travels on into what is made of them. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cmykJpeg, jpegWithArchive, oddlyTurnedJpeg } from '../fixtures/hostile.ts'
import { beiqi, workFolder } from './cli.ts'

test.each([
  { file: 'archive.jpg', holds: 'a JPEG with an archive behind it', make: jpegWithArchive },
  { file: 'printed.jpg', holds: "a JPEG in printer's colours", make: cmykJpeg },
  { file: 'turned.jpg', holds: 'a JPEG turned in a way there is not', make: oddlyTurnedJpeg },
])('$holds is joined into a plain colour JPEG', async ({ file, make }) => {
  const cwd = await workFolder('odd')
  const original = await make()
  await writeFile(join(cwd, file), original)
  const { code, stderr } = await beiqi(['stitch', file, '--out', 'out.jpg', '--min-bytes', '0', '--json'], { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const made = await readFile(join(cwd, 'out.jpg'))
  const [before, after] = await Promise.all([sharp(original).metadata(), sharp(made).metadata()])
  expect(after).toMatchObject({
    format: 'jpeg',
    space: 'srgb',
    channels: 3,
    width: before.width,
    height: before.height,
  })
  expect(after.exif).toBeUndefined()
  expect(made.includes('hidden.txt')).toBe(false)
  expect(made.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]))
  expect(await readFile(join(cwd, file))).toEqual(original)
})
