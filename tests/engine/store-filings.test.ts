import { expect, test } from 'vitest'
import { createClient, listClients } from '../../main/engine/store/clients.ts'
import { openStore } from '../../main/engine/store/database.ts'
import { createFiling, getFiling, removeFiling, saveFiling } from '../../main/engine/store/filings.ts'
import {
  adjustImage,
  getImage,
  type Image,
  insertImage,
  listImages,
  moveImage,
  overruleFinding,
  type Place,
  removeImage,
  restoreImage,
} from '../../main/engine/store/images.ts'
import { listLog } from '../../main/engine/store/log.ts'
import { sealOriginal, unsealOriginal } from '../../main/engine/store/originals.ts'
import type { Store } from '../../main/engine/store/store.ts'
import { emptyRemoved } from '../../main/engine/store/tidy.ts'
import { Measurements } from '../../rules/answers.ts'
import { pictureName } from '../../rules/picture-name.ts'
import { judgePicture } from '../../rules/pictures.ts'
import { expectFailure, filingNamed, newImage, openForTest, temporaryFolder, testKey } from './store-helpers.ts'

test('a filing is saved over the revision that was seen, and over no other', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  const { id: client } = createClient(store, { name: '张三' })
  const made = createFiling(store, client, filingNamed('示例一'))
  expect(made).toMatchObject({ client, clientName: '张三', revision: 1, filing: filingNamed('示例一') })

  const saved = saveFiling(store, { filing: made.id, revision: 1, data: filingNamed('示例二') })
  expect(saved.revision).toBe(2)
  await expectFailure(
    () => saveFiling(store, { filing: made.id, revision: 1, data: filingNamed('旧') }),
    'filing.stale',
  )
  store.close()

  const again = await openForTest(folder)
  expect(getFiling(again, made.id)).toEqual(saved)
  expect(listClients(again)[0]?.filings).toEqual([{ id: made.id, title: '示例二', updatedAt: saved.updatedAt }])
})

test('a removed filing is gone with its images, and its content at the next opening', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  const { filing, client, hash } = await filingWithPhoto(store)
  const image = insertImage(store, newImage(filing, hash))

  removeFiling(store, filing)

  await expectFailure(() => getFiling(store, filing), 'filing.missing')
  await expectFailure(() => removeFiling(store, filing), 'filing.missing')
  await expectFailure(() => getImage(store, image.id), 'picture.missing')
  await expectFailure(() => insertImage(store, newImage(filing, hash)), 'filing.missing')
  expect(listClients(store)[0]?.filings).toEqual([])
  store.close()

  const again = await openForTest(folder)
  expect(again.get('SELECT data, title FROM filings')).toEqual({ data: '{}', title: '' })
  expect(again.get('SELECT hash, name FROM images')).toEqual({ hash: null, name: '' })
  await expectFailure(() => unsealOriginal(again, client, hash), 'store.damaged')
})

const front: Place = { material: 'subject-responsible-id', for: 'subject' }

test('no two pictures of a filing have one name, and the counter stands before the ending', async () => {
  const store = await openForTest(temporaryFolder())
  const { id: client } = createClient(store, { name: '甲' })
  const { id: filing } = createFiling(store, client, filingNamed('一'))
  const hash = await sealOriginal(store, client, Buffer.from('photo'))
  const named = ['a.jpg', 'a.jpg', 'a (2).jpg', '扫描'].map((name) =>
    pictureName(insertImage(store, newImage(filing, hash, name))),
  )
  expect(named).toEqual(['a.jpg', 'a (2).jpg', 'a (2) (2).jpg', '扫描'])
  expect(pictureName({ name: 'scan.pdf', page: 2, nth: 3 })).toBe('scan.pdf#2 (3)')
})

test('images keep their order in each place; moving and removing close the gaps', async () => {
  const store = await openForTest(temporaryFolder())
  const { filing, hash } = await filingWithPhoto(store)
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((name) => insertImage(store, newImage(filing, hash, name)))
  if (!(a && b && c && d)) throw new Error('four images')
  expect(order(listImages(store, filing))).toBe('tray 0a 1b 2c 3d')

  moveImage(store, { image: b.id, place: front, position: 0 })
  moveImage(store, { image: d.id, place: front, position: 0 })
  expect(order(moveImage(store, { image: c.id, place: front, position: 99 }))).toBe(
    'subject-responsible-id 0d 1b 2c | tray 0a',
  )
  expect(order(moveImage(store, { image: c.id, place: front, position: 1 }))).toBe(
    'subject-responsible-id 0d 1c 2b | tray 0a',
  )
  expect(order(moveImage(store, { image: d.id, place: null, position: 1 }))).toBe(
    'subject-responsible-id 0c 1b | tray 0a 1d',
  )
  expect(order(removeImage(store, c.id))).toBe('subject-responsible-id 0b | tray 0a 1d')
  await expectFailure(() => moveImage(store, { image: c.id, place: null, position: 0 }), 'picture.missing')
  expect(order(restoreImage(store, c.id))).toBe('subject-responsible-id 0c 1b | tray 0a 1d')
  await expectFailure(() => restoreImage(store, c.id), 'picture.missing')
  removeImage(store, c.id)
  store.transaction(() => emptyRemoved(store, null))
  await expectFailure(() => restoreImage(store, c.id), 'picture.missing')
  const last = insertImage(store, { ...newImage(filing, hash, 'e'), place: front })
  expect(last).toMatchObject({ place: front, position: 1 })
})

test('adjustments replace each other; findings and measurements change only when given', async () => {
  const store = await openForTest(temporaryFolder())
  const { filing, hash } = await filingWithPhoto(store)
  const measurements = Measurements.parse({ chroma: 1, lightness: 50, clipped: 0, sharpness: 9 })
  const image = insertImage(store, { ...newImage(filing, hash), measurements })
  const turned = adjustImage(store, image.id, { adjustments: [{ kind: 'rotate', degrees: 90 }] })
  expect(turned).toEqual({ ...image, adjustments: [{ kind: 'rotate', degrees: 90 }] })
  expect(adjustImage(store, image.id, { adjustments: [], measurements: null })).toEqual({
    ...image,
    measurements: null,
  })
})

test('a finding is overruled with a reason until that is taken back or the finding is gone', async () => {
  const store = await openForTest(temporaryFolder())
  const { filing, hash } = await filingWithPhoto(store)
  const measured = Measurements.parse({ chroma: 1, colour: 0, lightness: 50, clipped: 0, sharpness: 9, cutOff: true })
  const picture = { ...measured, bytes: 5, width: 4000, height: 3000, format: 'jpeg' }
  const findings = judgePicture(picture, { window: null, material: null, file: 'photo.jpg' })
  const { id } = insertImage(store, { ...newImage(filing, hash), findings })
  const reason = '这一页没有边框'
  const { overruled } = overruleFinding(store, { image: id, code: 'image.cut-off', reason })
  expect(overruled).toEqual([{ code: 'image.cut-off', reason, by: store.who, at: expect.any(String) }])
  expect(listLog(store, { target: id, limit: 1 })[0]).toMatchObject({ action: 'image.overrule', who: store.who })
  expect(overruleFinding(store, { image: id, code: 'image.cut-off', reason: null }).overruled).toEqual([])
  overruleFinding(store, { image: id, code: 'image.cut-off', reason })
  expect(adjustImage(store, id, { adjustments: [], findings }).overruled).toHaveLength(1)
  // Gone with a change, it is asked about again when it comes anew.
  expect(adjustImage(store, id, { adjustments: [], findings: [] }).overruled).toEqual([])
  expect(adjustImage(store, id, { adjustments: [], findings }).overruled).toEqual([])
})

test('a transaction that fails leaves nothing of itself', async () => {
  const store = await openForTest(temporaryFolder())
  const { filing } = await filingWithPhoto(store)
  expect(() =>
    store.transaction(() => {
      saveFiling(store, { filing, revision: 1, data: filingNamed('半途') })
      insertImage(store, newImage(filing, 'no such original'))
    }),
  ).toThrow('FOREIGN KEY')
  expect(getFiling(store, filing).revision).toBe(1)
  expect(listImages(store, filing)).toEqual([])
})

async function filingWithPhoto(store: Store): Promise<{ client: string; filing: string; hash: string }> {
  const { id: client } = createClient(store, { name: '张三' })
  const { id: filing } = createFiling(store, client, filingNamed('示例'))
  return { client, filing, hash: await sealOriginal(store, client, Buffer.from('photo')) }
}

function order(images: readonly Image[]): string {
  const places = new Map<string, Image[]>()
  for (const image of images) {
    const key = image.place?.material ?? 'tray'
    places.set(key, [...(places.get(key) ?? []), image])
  }
  return [...places]
    .map(([place, all]) => [place, ...all.map(({ position, name }) => position + name)].join(' '))
    .join(' | ')
}
