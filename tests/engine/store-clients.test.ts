import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createClient, getClient, listClients, removeClient, renameClient } from '../../main/engine/store/clients.ts'
import { openDatabase } from '../../main/engine/store/connection.ts'
import { openStore } from '../../main/engine/store/database.ts'
import { listExports, recordExport } from '../../main/engine/store/exports.ts'
import { createFiling, getFiling } from '../../main/engine/store/filings.ts'
import { databaseFile } from '../../main/engine/store/folder.ts'
import { insertImage, listImages } from '../../main/engine/store/images.ts'
import { keyRing } from '../../main/engine/store/keys.ts'
import { sealOriginal, unsealOriginal } from '../../main/engine/store/originals.ts'
import type { Store } from '../../main/engine/store/store.ts'
import { IsoDate } from '../../rules/schema.ts'
import { expectFailure, filingNamed, newImage, openForTest, temporaryFolder, testKey } from './store-helpers.ts'

describe('search in 20,000 names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beiqi-search-'))
  const names = Array.from({ length: 20_000 }, (_, at) => nameNumber(at))
  let store: Store

  beforeAll(async () => {
    store = await openStore(folder, testKey())
    store.transaction(() => {
      for (const name of names) createClient(store, { name })
    })
  })
  afterAll(() => {
    store.close()
    rmSync(folder, { recursive: true })
  })

  test.each([
    '王',
    '龘',
    '王伟',
    '王 伟',
    '甲乙',
    '有限公司',
    '深圳甲',
    '𠮷田',
    'ab',
    'Ａｂ',
    'example 7',
    '7(',
    '（示例）',
    '"',
    '*',
    'AND',
    '京示 限公',
    '没有这个',
  ])('“%s” finds exactly the names that contain each of its words, the newest first', (search) => {
    const words = search.split(' ').map(folded)
    const expected = names.filter((name) => words.every((word) => folded(name).includes(word))).toReversed()
    expect(listClients(store, { search, limit: 30_000 }).map(({ name }) => name)).toEqual(expected)
  })

  test('without a search, or with only spaces, the clients last worked on come first, up to the limit', () => {
    const [client] = listClients(store, { search: '𠮷田' }).slice(-1)
    createFiling(store, client?.id ?? '', filingNamed('示例'))
    for (const search of ['', '  　']) {
      const list = listClients(store, { search })
      expect(list).toHaveLength(100)
      expect(list[0]).toMatchObject({ id: client?.id, filings: [{ title: '示例' }] })
    }
  })
})

test('a new name is found and the old one is not', async () => {
  const store = await openForTest(temporaryFolder())
  const { id } = createClient(store, { name: '示例甲公司', sample: true })
  expect(renameClient(store, id, '示例乙公司')).toEqual({ id, name: '示例乙公司', sample: true, filings: [] })
  expect(listClients(store, { search: '例甲' })).toEqual([])
  expect(listClients(store, { search: '例乙' })).toEqual([getClient(store, id)])
  await expectFailure(() => renameClient(store, crypto.randomUUID(), 'x'), 'client.missing')
})

test('removing a client destroys its key, its content and its files, and touches nobody else', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  const gone = createClient(store, { name: '示例龘有限公司' })
  const stays = createClient(store, { name: '张三' })
  const { id: filing } = createFiling(store, gone.id, filingNamed('示例龘网站'))
  const photo = Buffer.from('the same photo for both')
  const hash = await sealOriginal(store, gone.id, photo)
  await sealOriginal(store, stays.id, photo)
  const stayingFiling = createFiling(store, stays.id, filingNamed('其他'))
  insertImage(store, newImage(filing, hash, '龘的身份证.jpg'))
  insertImage(store, newImage(stayingFiling.id, hash))
  recordExport(store, {
    filing,
    kind: 'package',
    out: '/龘',
    rulesVersion: '1',
    asOf: IsoDate.parse('2026-11-24'),
    files: [],
  })
  const wrapped = (store.get('SELECT wrappedKey AS key FROM clients WHERE id = ?', gone.id) as { key: Buffer }).key
  expect(sealedFiles(folder)).toHaveLength(2)

  await removeClient(store, gone.id)

  expect(sealedFiles(folder)).toHaveLength(1)
  expect((await unsealOriginal(store, stays.id, hash)).equals(photo)).toBe(true)
  await expectFailure(() => unsealOriginal(store, gone.id, hash), 'client.missing')
  await expectFailure(() => sealOriginal(store, gone.id, photo), 'client.missing')
  await expectFailure(() => getFiling(store, filing), 'filing.missing')
  await expectFailure(() => removeClient(store, gone.id), 'client.missing')
  expect(listImages(store, filing)).toEqual([])
  expect(listExports(store, filing)).toEqual([])
  expect(listClients(store).map(({ id }) => id)).toEqual([stays.id])
  expect(listClients(store, { search: '示例' })).toEqual([])
  // The row that tells other copies of the removal.
  expect(
    store.get('SELECT name, wrappedKey, deletedAt IS NOT NULL AS marked FROM clients WHERE id = ?', gone.id),
  ).toEqual({ name: '', wrappedKey: null, marked: 1 })
  store.close()

  // Not even someone who has the database's key finds the client's key or a word of it.
  const database = openDatabase(databaseFile(folder), keyRing(Buffer.alloc(32, 7)))
  const pages = database.serialize()
  database.close()
  expect(pages.includes('张三')).toBe(true)
  for (const rest of ['龘', wrapped, '009f98']) expect(pages.includes(rest)).toBe(false)
})

test('a client removed while its photo is being sealed leaves no file', async () => {
  const folder = temporaryFolder()
  const store = await openForTest(folder)
  const { id } = createClient(store, { name: '张三' })
  const sealing = sealOriginal(store, id, Buffer.alloc(5_000_000, 1))
  await Promise.all([removeClient(store, id), expectFailure(() => sealing, 'client.missing')])
  expect(sealedFiles(folder)).toEqual([])
})

function nameNumber(at: number): string {
  const pick = (list: string, step: number) => [...list][Math.floor(at / step) % [...list].length] ?? ''
  const given = pick('伟芳娜敏静丽强磊甲乙丙丁', 7) + pick('龙凤示例', 84)
  if (at % 5 === 0) return pick('王李张刘陈杨', 5) + given.slice(0, 1 + (at % 2))
  if (at % 5 === 1) return `Example Ab ${at} (示例)`
  if (at % 997 === 2) return `𠮷田${given}商店`
  return `${['北京', '上海', '深圳'][at % 3]}${given}（示例）科技有限公司`
}

const folded = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s/gu, '')

function sealedFiles(folder: string): string[] {
  const root = join(folder, 'originals')
  return existsSync(root)
    ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('/'))
    : []
}
