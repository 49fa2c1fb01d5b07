/** A finding on a stored picture is overruled through the call that the window makes. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createEngine } from '../../main/engine/engine.ts'
import { caller } from './caller.ts'
import { temporaryFolder } from './store-helpers.ts'

test('what may be wrong is overruled with a reason and taken back; what would surely be refused is not', async () => {
  const folder = temporaryFolder()
  const engine = createEngine({ dataFolder: join(folder, 'data') })
  const call = caller(engine)
  const photo = await readFile(join(import.meta.dirname, '../../examples/individual-beijing/id-front.jpg'))
  const path = join(folder, 'dark.jpg')
  await writeFile(path, await sharp(photo).autoOrient().resize(1600).linear(0.2, 0).greyscale().jpeg().toBuffer())
  const { id: client } = await call('client/create', { name: '甲' })
  const { id: filing } = await call('filing/create', { client, filing: { format: 'beiqi-filing/1' } })
  await call('image/take-in', { task: crypto.randomUUID(), filing, paths: [path], place: null })
  const [taken] = await call('image/list', { filing })
  const image = taken?.id ?? ''
  expect(taken?.findings.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
    'image.grayscale blocker',
    'image.dark warning',
  ])
  const reason = '字都看得清'
  const refused = async (code: string) => {
    const reply = await engine.dispatch('image/overrule', { image, code, reason }, () => {})
    return reply.ok ? null : reply.failure.code
  }
  const overruled = async () =>
    (await call('image/list', { filing }))[0]?.findings.map((finding) => finding.overruled?.reason ?? null)

  expect([await refused('image.grayscale'), await refused('image.glare')]).toEqual([
    'finding.blocker',
    'finding.missing',
  ])
  expect(await overruled()).toEqual([null, null])
  await call('image/overrule', { image, code: 'image.dark', reason })
  expect(await overruled()).toEqual([null, reason])
  await call('image/overrule', { image, code: 'image.dark', reason: null })
  expect(await overruled()).toEqual([null, null])
  await engine.close()
})
