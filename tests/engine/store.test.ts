import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createClient, listClients, renameClient } from '../../main/engine/store/clients.ts'
import { openDatabase } from '../../main/engine/store/connection.ts'
import { openStore } from '../../main/engine/store/database.ts'
import { recordPrint } from '../../main/engine/store/exports.ts'
import { createFiling } from '../../main/engine/store/filings.ts'
import { databaseFile } from '../../main/engine/store/folder.ts'
import { developmentKey, keyRing } from '../../main/engine/store/keys.ts'
import { listLog } from '../../main/engine/store/log.ts'
import { sealOriginal } from '../../main/engine/store/originals.ts'
import { newId } from '../../main/engine/store/rows.ts'
import { getSettings, setSettings } from '../../main/engine/store/settings.ts'
import { expectFailure, filingNamed, openForTest, temporaryFolder, testKey } from './store-helpers.ts'

test('no file in the folder holds a name or a filing in the clear, the journal included', async () => {
  const folder = temporaryFolder()
  const store = await openForTest(folder)
  const { id } = createClient(store, { name: '示例科技有限公司' })
  createFiling(store, id, filingNamed('张三的示例网站'))
  await sealOriginal(store, id, Buffer.from('a photo of 张三'))

  // Copies, since a process that opens and closes a file itself drops SQLite's lock on it.
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const copies = files.map(({ parentPath, name }) => {
    const copy = join(temporaryFolder(), name)
    copyFileSync(join(parentPath, name), copy)
    return readFileSync(copy)
  })
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['beiqi.db', 'beiqi.db-wal']))
  expect(Buffer.concat(copies).byteLength).toBeGreaterThan(50_000)
  for (const text of ['示例', '张三', 'beiqi-filing', 'CREATE TABLE', 'SQLite format', Buffer.alloc(32, 7)]) {
    expect(copies.filter((bytes) => bytes.includes(text))).toEqual([])
  }
})

test('a wrong key and a key of the wrong length open nothing and change nothing', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey(7))
  createClient(store, { name: '张三' })
  store.close()
  const before = readFileSync(databaseFile(folder))

  await expectFailure(() => openStore(folder, testKey(8)), 'store.key-wrong')
  await expectFailure(() => openStore(folder, { name: 'short', vaultKey: () => Buffer.alloc(16) }), 'store.key-wrong')

  expect(readFileSync(databaseFile(folder)).equals(before)).toBe(true)
  expect(listClients(await openForTest(folder)).map(({ name }) => name)).toEqual(['张三'])
})

test('the development key is made once, for its owner only, and never beside a database that it cannot open', async () => {
  const folder = temporaryFolder()
  const first = await openStore(folder, developmentKey(folder))
  createClient(first, { name: '张三' })
  first.close()
  expect(statSync(join(folder, 'development.key')).mode & 0o777).toBe(0o600)

  const second = await openStore(folder, developmentKey(folder))
  expect(listClients(second)).toHaveLength(1)
  second.close()

  rmSync(join(folder, 'development.key'))
  await expectFailure(() => openStore(folder, developmentKey(folder)), 'store.key-wrong')
  expect(existsSync(join(folder, 'development.key'))).toBe(false)
})

test.each([
  { what: 'a flipped bit on the first page', harm: flipBit(100), code: 'store.damaged' },
  { what: 'a flipped bit on a later page', harm: flipLaterPages, code: 'store.damaged' },
  { what: 'a file cut in half', harm: (path: string) => truncateSync(path, 4096 * 5), code: 'store.damaged' },
  {
    what: 'an emptied file beside sealed originals',
    harm: (path: string) => truncateSync(path, 0),
    code: 'store.damaged',
  },
  { what: 'a lost file beside sealed originals', harm: (path: string) => rmSync(path), code: 'store.damaged' },
  {
    what: 'another file in its place',
    harm: (path: string) => writeFileSync(path, 'x'.repeat(5000)),
    code: 'store.key-wrong',
  },
] as const)('$what is $code, and nothing is made anew', async ({ harm, code }) => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  await sealOriginal(store, createClient(store, { name: '张三' }).id, Buffer.from('photo'))
  store.close()
  harm(databaseFile(folder))

  await expectFailure(async () => {
    const opened = await openStore(folder, testKey())
    // A page that opening does not touch is found when it is read.
    try {
      listClients(opened, { search: '张三' })
    } finally {
      opened.close()
    }
  }, code)
  expect(readdirSync(join(folder, 'originals'))).toHaveLength(1)
})

test('a database of a newer program is left alone', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  store.close()
  const database = openDatabase(databaseFile(folder), keyRing(Buffer.alloc(32, 7)))
  database.pragma('user_version = 999')
  database.close()

  await expectFailure(() => openStore(folder, testKey()), 'store.newer')
})

test('a second opener is refused until the first lets go', async () => {
  const folder = temporaryFolder()
  const first = await openForTest(folder)
  await expectFailure(() => openStore(folder, testKey()), 'store.locked')
  await expectFailure(() => openStore(`${folder}/.`, testKey()), 'store.locked')
  expect(createClient(first, { name: '张三' }).name).toBe('张三')

  first.close()
  expect(listClients(await openForTest(folder))).toHaveLength(1)
})

test('a folder that cannot be made is file.unwritable', async () => {
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  await expectFailure(() => openStore(join(file, 'data'), testKey()), 'file.unwritable')
})

test('the log tells who did what, and refuses to be changed, cut or replaced', async () => {
  const store = await openForTest(temporaryFolder())
  const { id } = createClient(store, { name: '张三' })
  renameClient(store, id, '李四')

  const entries = listLog(store, { target: id, limit: 10 })
  expect(entries.map(({ action }) => action)).toEqual(['client.rename', 'client.create'])
  expect(entries[0]).toMatchObject({ device: store.device, who: store.who, target: id })
  expect(JSON.stringify(entries)).not.toMatch(/张三|李四/)

  for (const attack of [
    "UPDATE log SET who = 'someone else'",
    'DELETE FROM log',
    "INSERT OR REPLACE INTO log SELECT id, at, device, 'someone else', action, target, detail FROM log",
  ]) {
    expect(() => store.run(attack)).toThrow('append-only')
  }
  expect(listLog(store, { target: id, limit: 10 })).toEqual(entries)

  const { id: filing } = createFiling(store, id, filingNamed('示例'))
  recordPrint(store, filing, 3)
  expect(listLog(store, { target: filing, limit: 1 })).toMatchObject([{ action: 'paper.print', detail: { pages: 3 } }])
})

test('settings keep what was set; a value that is no longer known gives way to its default', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  const Settings = z.strictObject({ role: z.enum(['self', 'agency']).nullable(), language: z.enum(['zh', 'en']) })
  const defaults = { role: null, language: 'zh' } as const
  expect(getSettings(store, Settings, defaults)).toEqual(defaults)
  setSettings(store, { role: 'agency', language: undefined, gone: 1 })
  setSettings(store, { role: 'self' })
  setSettings(store, { language: 'fr' })
  store.close()

  expect(getSettings(await openForTest(folder), Settings, defaults)).toEqual({ role: 'self', language: 'zh' })
})

test('ids are UUIDs of version 7 and sort in the order in which they were made', () => {
  const ids = Array.from({ length: 10_000 }, newId)
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  expect(z.uuidv7().safeParse(ids[0]).success).toBe(true)
})

/** Opening reads few pages; so that the damage is met, each has it. */
function flipLaterPages(path: string): void {
  for (let at = 4096 * 3; at < statSync(path).size; at += 4096) flipBit(at)(path)
}

function flipBit(at: number): (path: string) => void {
  return (path) => {
    const bytes = readFileSync(path)
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    writeFileSync(path, bytes)
  }
}
