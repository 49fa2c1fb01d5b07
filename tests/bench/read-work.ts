/** `beiqi` reads a card; `floor` runs the two models on inputs of the sizes that such a card has, and nothing else. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { render } from '../../main/engine/imaging/apply.ts'
import { READ_SIDE } from '../../main/engine/pictures/readings.ts'
import { readPage } from '../../main/engine/reading/read.ts'
import { type Grid, withReader } from '../../main/engine/reading/runtime.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { isMeant, readingOf } from '../../rules/reading/read.ts'
import type { Adjustment } from '../../rules/schema.ts'
import { reportWarm } from './report.ts'

const [design, folder = ''] = process.argv.slice(2)
const rounds = 7
const { tables } = shippedRules
const grid = (...shape: number[]): Grid => ({
  data: new Float32Array(shape.reduce((product, side) => product * side)),
  shape,
})

if (design === 'beiqi') {
  const { materials } = JSON.parse(await readFile(join(folder, 'filing.json'), 'utf8'))
  const [front] = materials['subject-responsible-id'] as [{ file: string; adjustments: Adjustment[] }]
  const { file, adjustments } = front
  const raster = await render(await readFile(join(folder, file)), file, adjustments, { side: READ_SIDE })
  await reportWarm(
    async () => readingOf(await readPage(raster, (page) => isMeant(page, tables)), tables),
    rounds,
    (last) => {
      const { document, fields } = last as ReturnType<typeof readingOf>
      return `${document}, ${fields.length} fields, number ${fields[0]?.standing}`
    },
  )
} else {
  const [whole, line] = [grid(1, 3, 480, 736), grid(1, 3, 48, 272)]
  const work = () =>
    withReader(async (reader) => {
      await reader.run('detection', whole)
      for (let at = 0; at < 12; at += 1) await reader.run('recognition', line)
    })
  await reportWarm(work, rounds, () => 'detection 736×480, 12 lines of 272')
}
