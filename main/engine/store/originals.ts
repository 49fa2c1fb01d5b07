/**
 * Originals, untouched, sealed with their client's key in files outside the database.
 * A file is named by a keyed hash: the same photo has another name for each client, and a name tells nothing.
 */
import { createHash, createHmac } from 'node:crypto'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { saveWhole } from '../disk/save-whole.ts'
import { Failure } from '../failure.ts'
import { openBox, sealBox } from './box.ts'
import { originalsFolder } from './folder.ts'
import type { ClientKeys } from './keys.ts'
import { now, parseRow } from './rows.ts'
import type { ReadStore, Store } from './store.ts'

/** What it takes to open a sealed file. */
type SealedStore = ReadStore & Pick<Store, 'folder' | 'ring'>

export const sealedPath = (store: { folder: string }, file: string) =>
  join(originalsFolder(store.folder), file.slice(0, 2), file)

/**
 * Seals the bytes as they are and returns their SHA-256 (hex), under which `insertImage` names them and
 * `unsealOriginal` finds them. The same bytes again cost no second file.
 * Call it before the transaction: until an image names it, a sealed file counts as abandoned at the next opening.
 * Fails with `client.missing` or `file.unwritable`.
 */
export async function sealOriginal(store: Store, client: string, bytes: Uint8Array): Promise<string> {
  const keys = clientKeys(store, client)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const file = fileName(keys, hash)
  const path = sealedPath(store, file)
  store.run(
    `INSERT INTO originals (client, hash, file, bytes, createdAt, device)
       VALUES (@client, @hash, @file, @bytes, @at, @device) ON CONFLICT DO NOTHING`,
    { client, hash, file, bytes: bytes.length, at: now(), device: store.device },
  )
  // A file that is there but no longer opens is written anew.
  if (!(await readSealed(path, keys, hash))) {
    await makeShard(path)
    await saveWhole(path, sealBox(keys.seal, bytes, about(hash)))
    await syncFolder(dirname(path))
  }
  if (store.get('SELECT 1 FROM originals WHERE client = ? AND hash = ?', client, hash)) return hash
  // The client was removed while its file was being written.
  await rm(path, { force: true })
  throw new Failure('client.missing')
}

/** The bytes as they came. Fails with `client.missing`, or `store.damaged` when the file is gone or was changed. */
export async function unsealOriginal(store: SealedStore, client: string, hash: string): Promise<Buffer> {
  const keys = clientKeys(store, client)
  const path = sealedPath(store, fileName(keys, hash))
  const bytes = await readSealed(path, keys, hash)
  if (!bytes) throw new Failure('store.damaged', { detail: path })
  return bytes
}

const KeyRow = z.object({ wrappedKey: z.instanceof(Buffer) })

/** Fails with `client.missing`, or `store.damaged` when the wrapping was changed. */
export function clientKeys(store: SealedStore, client: string): ClientKeys {
  const row = store.get('SELECT wrappedKey FROM clients WHERE id = ? AND deletedAt IS NULL', client)
  if (row === undefined) throw new Failure('client.missing')
  return store.ring.clientKeys(client, parseRow(KeyRow, row, 'clients').wrappedKey)
}

const fileName = (keys: ClientKeys, hash: string) => createHmac('sha256', keys.name).update(hash).digest('hex')
const about = (hash: string) => `beiqi-original/1 ${hash}`

async function readSealed(path: string, keys: ClientKeys, hash: string): Promise<Buffer | null> {
  try {
    return openBox(keys.seal, await readFile(path), about(hash))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return null
    throw new Failure('file.unreadable', { file: path, detail: code ?? String(error) })
  }
}

async function makeShard(path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Failure('file.unwritable', { file: path, detail: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}

/** So that the new name is on the disk before a row names it. Windows has no such call, and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
