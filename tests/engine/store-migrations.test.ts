import { expect, onTestFinished, test } from 'vitest'
import { createClient, getClient, listClients, removeClient } from '../../main/engine/store/clients.ts'
import { openDatabase } from '../../main/engine/store/connection.ts'
import { openStore } from '../../main/engine/store/database.ts'
import { getFiling } from '../../main/engine/store/filings.ts'
import { databaseFile } from '../../main/engine/store/folder.ts'
import { keyRing } from '../../main/engine/store/keys.ts'
import { migrateTo, schemaVersion } from '../../main/engine/store/migrate.ts'
import { openForTest, temporaryFolder, testKey } from './store-helpers.ts'

test('0006 makes every name stored under 0005 searchable, and keeps filings as they are', async () => {
  const folder = temporaryFolder()
  const ring = keyRing(Buffer.alloc(32, 7))
  const before = openDatabase(databaseFile(folder), ring)
  onTestFinished(() => {
    before.close()
  })
  migrateTo(before, 5)
  const [device, live, gone, filing] = Array.from({ length: 4 }, () => crypto.randomUUID())
  before.prepare(`INSERT INTO devices VALUES (?, 'desk', 1, '2026-01-01')`).run(device)
  const client =
    before.prepare(`INSERT INTO clients (id, name, sample, wrappedKey, usedAt, createdAt, updatedAt, device, deletedAt)
    VALUES (?, ?, 0, ?, '2026-01-01', '2026-01-01', '2026-01-01', ?, ?)`)
  client.run(live, '示例甲公司', ring.newClientKey(live ?? ''), device, null)
  client.run(gone, '', null, device, '2026-02-01')
  before
    .prepare(
      `INSERT INTO filings VALUES (?, ?, 3, '{"format":"beiqi-filing/1","province":"44"}', '', 'c', 'u', ?, NULL)`,
    )
    .run(filing, live, device)
  before.close()

  const store = await openForTest(folder)

  expect(listClients(store, { search: '例甲' }).map(({ id }) => id)).toEqual([live])
  expect(getFiling(store, filing ?? '')).toMatchObject({ client: live, revision: 3, filing: { province: '44' } })
  expect(store.device).toBe(device)
  await removeClient(store, live ?? '')
  expect(listClients(store, { search: '例甲' })).toEqual([])
})

test('every step can be gone through one by one, and a step already taken is not taken again', () => {
  const database = openDatabase(databaseFile(temporaryFolder()), keyRing(Buffer.alloc(32, 7)))
  onTestFinished(() => {
    database.close()
  })
  for (let version = 1; version <= schemaVersion; version += 1) {
    migrateTo(database, version)
    migrateTo(database, version)
    expect(database.pragma('user_version', { simple: true })).toBe(version)
  }
  const loose = database.prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
    AND NOT strict AND name NOT LIKE 'sqlite_%'`)
  expect(loose.all()).toEqual([])
})

test('a store that was just made and one opened again hold the same schema', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  const { id } = createClient(store, { name: '张三' })
  const schema = store.all('SELECT sql FROM sqlite_schema ORDER BY name')
  store.close()
  const again = await openForTest(folder)
  expect(again.all('SELECT sql FROM sqlite_schema ORDER BY name')).toEqual(schema)
  expect(getClient(again, id).name).toBe('张三')
})
