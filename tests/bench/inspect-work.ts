/** `beiqi` examines a photo; `floor` only decodes all of it, which anything that refuses rotten files has to do. */
import { readFile } from 'node:fs/promises'
import { reportWarm } from './report.ts'

const [design, photo = ''] = process.argv.slice(2)
const rounds = 7
const bytes = await readFile(photo)

if (design === 'beiqi') {
  const { examine } = await import('../../main/engine/imaging/examine.ts')
  type Examined = Awaited<ReturnType<typeof examine>>
  await reportWarm(
    () => examine(bytes, photo),
    rounds,
    (last) => {
      const { confidence, measurements } = last as Examined
      return `confidence ${confidence} sharpness ${measurements.sharpness.toFixed(2)}`
    },
  )
} else {
  const { default: sharp } = await import('sharp')
  await reportWarm(
    () => sharp(bytes).raw().toBuffer(),
    rounds,
    (last) => `${(last as Buffer).length} B of pixels`,
  )
}
