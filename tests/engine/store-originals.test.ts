import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createClient } from '../../main/engine/store/clients.ts'
import { openStore } from '../../main/engine/store/database.ts'
import { createFiling } from '../../main/engine/store/filings.ts'
import { insertImage, removeImage } from '../../main/engine/store/images.ts'
import { sealOriginal, unsealOriginal } from '../../main/engine/store/originals.ts'
import { checkOriginals } from '../../main/engine/store/tidy.ts'
import { expectFailure, filingNamed, newImage, openForTest, temporaryFolder, testKey } from './store-helpers.ts'

const photo = Buffer.from('as it came from the phone')

test('an original comes back byte for byte; the same bytes are kept once, under another name for another client', async () => {
  const folder = temporaryFolder()
  const store = await openForTest(folder)
  const [first, second] = [createClient(store, { name: '张三' }), createClient(store, { name: '李四' })]
  const hash = await sealOriginal(store, first.id, photo)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(await Promise.all([sealOriginal(store, first.id, photo), sealOriginal(store, first.id, photo)])).toEqual([
    hash,
    hash,
  ])
  expect(sealed(folder)).toHaveLength(1)
  await sealOriginal(store, second.id, photo)
  expect(sealed(folder)).toHaveLength(2)
  expect(sealed(folder).join()).not.toContain(hash)
  expect((await unsealOriginal(store, first.id, hash)).equals(photo)).toBe(true)
})

test('a changed, swapped or lost file is store.damaged, and adding the photo again mends it', async () => {
  const folder = temporaryFolder()
  const store = await openForTest(folder)
  const { id } = createClient(store, { name: '张三' })
  const hash = await sealOriginal(store, id, photo)
  const [file = ''] = sealed(folder)
  const other = await sealOriginal(store, id, Buffer.from('another'))
  const otherFile = sealed(folder).find((path) => path !== file) ?? ''
  const good = readFileSync(file)

  for (const at of [0, 20, good.length - 1]) {
    const bad = Buffer.from(good)
    bad.writeUInt8(bad.readUInt8(at) ^ 1, at)
    writeFileSync(file, bad)
    await expectFailure(() => unsealOriginal(store, id, hash), 'store.damaged')
  }
  writeFileSync(file, '')
  await expectFailure(() => unsealOriginal(store, id, hash), 'store.damaged')
  writeFileSync(file, readFileSync(otherFile))
  await expectFailure(() => unsealOriginal(store, id, hash), 'store.damaged')
  expect((await unsealOriginal(store, id, other)).toString()).toBe('another')

  await sealOriginal(store, id, photo)
  expect((await unsealOriginal(store, id, hash)).equals(photo)).toBe(true)
  rmSync(file)
  await expectFailure(() => unsealOriginal(store, id, hash), 'store.damaged')
})

test('opening takes away what no image names, drafts included, and nothing else', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  const { id: client } = createClient(store, { name: '张三' })
  const { id: filing } = createFiling(store, client, filingNamed('示例'))
  const kept = await sealOriginal(store, client, photo)
  const removed = await sealOriginal(store, client, Buffer.from('removed'))
  await sealOriginal(store, client, Buffer.from('never named: the program was killed before'))
  insertImage(store, newImage(filing, kept))
  insertImage(store, newImage(filing, removed))
  removeImage(store, insertImage(store, newImage(filing, kept)).id)
  removeImage(store, insertImage(store, newImage(filing, removed)).id)
  for (const image of store.all('SELECT id FROM images WHERE hash = ? AND deletedAt IS NULL', removed)) {
    removeImage(store, (image as { id: string }).id)
  }
  const draft = `${sealed(folder)[0]}.draft.part`
  store.close()
  for (const path of sealed(folder)) writeFileSync(`${path}.draft.part`, 'half')
  expect(existsSync(draft)).toBe(true)

  const again = await openForTest(folder)
  expect((await unsealOriginal(again, client, kept)).equals(photo)).toBe(true)
  await expectFailure(() => unsealOriginal(again, client, removed), 'store.damaged')
  expect(sealed(folder).filter((path) => !path.endsWith('.part'))).toHaveLength(1)
  expect(await checkOriginals(again)).toEqual({ missing: [], unknown: [] })
})

test('a missing file is reported, and so is one that the database does not know; neither is taken away', async () => {
  const folder = temporaryFolder()
  const store = await openForTest(folder)
  const { id: client } = createClient(store, { name: '张三' })
  const { id: filing } = createFiling(store, client, filingNamed('示例'))
  const hash = await sealOriginal(store, client, photo)
  insertImage(store, newImage(filing, hash))
  const [file = ''] = sealed(folder)
  const stray = join(dirname(file), 'ab'.repeat(32))
  renameSync(file, stray)

  const report = await checkOriginals(store)
  expect(report).toMatchObject({ missing: [{ client, hash }], unknown: ['ab'.repeat(32)] })
  expect(existsSync(stray)).toBe(true)
})

function sealed(folder: string): string[] {
  const entries = readdirSync(join(folder, 'originals'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}
