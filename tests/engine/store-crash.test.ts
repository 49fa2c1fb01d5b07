import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createClient, listClients } from '../../main/engine/store/clients.ts'
import { openStore } from '../../main/engine/store/database.ts'
import { createFiling, getFiling } from '../../main/engine/store/filings.ts'
import { databaseFile } from '../../main/engine/store/folder.ts'
import { listImages } from '../../main/engine/store/images.ts'
import { checkOriginals } from '../../main/engine/store/tidy.ts'
import { expectFailure, filingNamed, openForTest, temporaryFolder, testKey } from './store-helpers.ts'

test('killed in the middle of a write: the folder was locked, is free again, and holds the old state', async () => {
  const folder = temporaryFolder()
  const store = await openStore(folder, testKey())
  const { id: client } = createClient(store, { name: '张三' })
  const made = createFiling(store, client, filingNamed('示例'))
  store.close()

  const child = spawn(process.execPath, [join(import.meta.dirname, 'store-crash-child.ts'), folder, client, made.id], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toBe('in the middle')
  expect(statSync(`${databaseFile(folder)}-wal`).size).toBeGreaterThan(100_000)
  await expectFailure(() => openStore(folder, testKey()), 'store.locked')
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  expect(await exited).toEqual([null, 'SIGKILL'])

  const again = await openForTest(folder)
  expect(getFiling(again, made.id)).toEqual(made)
  expect(listClients(again).map(({ name }) => name)).toEqual(['张三'])
  expect(listImages(again, made.id)).toEqual([])
  expect(again.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(await checkOriginals(again)).toEqual({ missing: [], unknown: [] })
  const left = readdirSync(join(folder, 'originals'), { recursive: true, withFileTypes: true })
  expect(left.filter((entry) => entry.isFile())).toEqual([])
})
