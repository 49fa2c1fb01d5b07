/** Every kind of adjustment of a stored picture is kept through the call that the window makes. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createEngine } from '../../main/engine/engine.ts'
import { Adjustment } from '../../rules/schema.ts'
import { caller } from './caller.ts'
import { temporaryFolder } from './store-helpers.ts'

const tone = Adjustment.parse({ kind: 'tone', brightness: 0.2 })
const crop = Adjustment.parse({ kind: 'crop', left: 100, top: 50, width: 800, height: 600 })
const table: Adjustment[][] = [[tone], [{ kind: 'rotate', degrees: 90 }], [crop, tone], []]

test('the adjustments of a picture are kept, alone and together', async () => {
  const folder = temporaryFolder()
  const engine = createEngine({ dataFolder: join(folder, 'data') })
  const call = caller(engine)
  const photo = await readFile(join(import.meta.dirname, '../../examples/individual-beijing/id-front.jpg'))
  const paths = [join(folder, 'photo.jpg')]
  await writeFile(paths[0] ?? '', await sharp(photo).autoOrient().resize(1200, 900).jpeg().toBuffer())
  const { id: client } = await call('client/create', { name: '甲' })
  const { id: filing } = await call('filing/create', { client, filing: { format: 'beiqi-filing/1' } })
  await call('image/take-in', { task: crypto.randomUUID(), filing, paths, place: null })
  const image = (await call('image/list', { filing }))[0]?.id ?? ''
  for (const adjustments of table) {
    await call('image/adjust', { image, adjustments })
    const [kept] = await call('image/list', { filing })
    expect(kept?.adjustments).toEqual(adjustments)
  }
  await engine.close()
})
