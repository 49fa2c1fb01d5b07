/** One process, one joined picture: `beiqi` as the program does it, `floor` with the answer known beforehand. */
import { readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { reportProcess } from './report.ts'

const [design, ...args] = process.argv.slice(2)
const [width = 0, gap = 0, maxBytes = 0] = args.splice(0, 3).map(Number)
const out = join(tmpdir(), `beiqi-bench-${design}.jpg`)
/** What `beiqi` found, left for the floor. */
const answer = join(tmpdir(), 'beiqi-bench-quality.txt')

if (design === 'beiqi') {
  // Only its own table: reading all the knowledge is a program's start, which joining does not wait for.
  const { Joining } = await import('../../rules/tables-schema.ts')
  const { default: joining } = await import('../../rules/data/joining.json', { with: { type: 'json' } })
  const { stitch } = await import('../../main/engine/imaging/stitch.ts')
  const parts = await Promise.all(
    args.map(async (path) => ({ picture: await readFile(path), name: basename(path), adjustments: [] })),
  )
  const window = { formats: ['jpeg' as const], minBytes: 0, maxBytes }
  const joined = await stitch(parts, { layout: 'column', window, width, gap, limits: Joining.parse(joining) })
  await writeFile(out, joined.bytes)
  await writeFile(answer, String(joined.quality))
  reportProcess(`${joined.width}×${joined.height} q${joined.quality} ${joined.size} B`)
} else {
  // Sharp as its manual says: every photo decoded and scaled at once, laid one under the other, encoded one time.
  const { default: sharp } = await import('sharp')
  const quality = Number(await readFile(answer, 'utf8'))
  const parts = await Promise.all(
    args.map(async (path) =>
      sharp(await readFile(path))
        .autoOrient()
        .resize(width)
        .raw()
        .toBuffer({ resolveWithObject: true }),
    ),
  )
  const white = Buffer.alloc(width * gap * 3, 255)
  const data = Buffer.concat(parts.flatMap((part, at) => (at === 0 ? [part.data] : [white, part.data])))
  const raw = { width, height: data.length / width / 3, channels: 3 } as const
  const jpeg = await sharp(data, { raw }).jpeg({ quality }).toBuffer()
  await writeFile(out, jpeg)
  reportProcess(`${width}×${raw.height} q${quality} ${jpeg.length} B`)
}
