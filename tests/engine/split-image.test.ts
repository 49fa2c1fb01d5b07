/** A photo of three cards in a filing: three pictures of one original, right behind each other. */
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createEngine } from '../../main/engine/engine.ts'
import { letGo } from '../../main/engine/reading/runtime.ts'
import { pictureName } from '../../rules/picture-name.ts'
import { plainJpeg } from '../fixtures/hostile.ts'
import { storedScenes } from '../measure/stored.ts'
import { caller } from './caller.ts'
import { temporaryFolder } from './store-helpers.ts'

/** A scene with three cards that lie apart, all of them seen surely. */
const threeCards = 14

afterAll(letGo)

test('each card becomes a picture behind the first; a photo of one document or none stays as it is', async () => {
  const folder = temporaryFolder()
  const engine = createEngine({ dataFolder: join(folder, 'data') })
  const call = caller(engine)
  const paths = [join(folder, 'cards.jpg'), join(folder, 'plain.jpg')]
  for await (const { jpeg } of storedScenes([threeCards])) await writeFile(join(folder, 'cards.jpg'), jpeg)
  await writeFile(join(folder, 'plain.jpg'), await plainJpeg())
  const { id: client } = await call('client/create', { name: '甲' })
  const { id: filing } = await call('filing/create', { client, filing: { format: 'beiqi-filing/1', subject: {} } })
  await call('image/take-in', { task: crypto.randomUUID(), filing, paths, place: null })
  const [cards, plain] = await call('image/list', { filing })
  expect(cards?.findings.map(({ code }) => code)).toContain('image.several-documents')

  // Reading proposes how a picture is used; cut to one of its cards, this one would have lost the others unasked.
  const read = await call('image/read', { task: crypto.randomUUID(), filing })
  expect(read.images[0]).toMatchObject({ id: cards?.id, adjustments: [], toRead: false })
  const turned = await call('image/adjust', { image: cards?.id ?? '', adjustments: [{ kind: 'rotate', degrees: 180 }] })
  expect(turned.findings.map(({ code }) => code)).toContain('image.several-documents')

  const images = await call('image/split', { image: cards?.id ?? '' })

  expect(images.map(pictureName)).toEqual(['cards.jpg', 'cards (2).jpg', 'cards (3).jpg', 'plain.jpg'])
  for (const image of images) for (const { at } of image.findings) expect(at).toBe(pictureName(image))
  const [, second, third] = images
  await call('image/remove', { image: second?.id ?? '' })
  const [, , back] = await call('image/restore', { image: second?.id ?? '' })
  expect(back).toMatchObject({ id: third?.id, nth: 3 })
  expect(images[0]?.id).toBe(cards?.id)
  for (const { adjustments, findings } of images.slice(0, 3)) {
    expect(adjustments).toMatchObject([{ kind: 'straighten' }])
    expect(findings.map(({ code }) => code)).not.toContain('image.several-documents')
  }
  expect(new Set(images.slice(0, 3).map(({ adjustments }) => JSON.stringify(adjustments))).size).toBe(3)
  const sealed = (await readdir(join(folder, 'data'), { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))
  expect(sealed).toHaveLength(2)
  await expect(call('image/split', { image: plain?.id ?? '' })).rejects.toThrow('image.one-document')
  expect(await call('image/list', { filing })).toHaveLength(4)
  await engine.close()
})
