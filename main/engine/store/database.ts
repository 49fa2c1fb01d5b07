/** Opening the store: lock, key, schema, this device, and what a crash left behind. */
import { hostname, userInfo } from 'node:os'
import { resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { openDatabase, writeStore } from './connection.ts'
import { checkNotLost, databaseFile, lockFolder, makeFolder } from './folder.ts'
import { type KeyProvider, type KeyRing, keyRing } from './keys.ts'
import { migrateTo, schemaVersion } from './migrate.ts'
import { newId, now, parseRow } from './rows.ts'
import type { Store } from './store.ts'
import { tidy } from './tidy.ts'

/**
 * Opens the store in `folder` for this process alone, or makes it.
 * Fails with `store.locked` (another window), `store.key-wrong`, `store.damaged`, `store.newer` or
 * `file.unwritable`; nothing is changed then.
 */
export async function openStore(folder: string, keys: KeyProvider): Promise<Store> {
  const path = resolve(folder)
  makeFolder(path)
  const unlock = lockFolder(path)
  try {
    checkNotLost(path)
    const ring = keyRing(await keys.vaultKey())
    const database = openDatabase(databaseFile(path), ring)
    try {
      migrateTo(database, schemaVersion)
      const store = storeOf(path, database, ring, unlock)
      await tidy(store)
      return store
    } catch (error) {
      database.close()
      throw error
    }
  } catch (error) {
    unlock()
    throw error
  }
}

function storeOf(folder: string, database: Database, ring: KeyRing, unlock: () => void): Store {
  const close = () => {
    database.close()
    ring.forget()
    unlock()
  }
  const face = writeStore(database, { device: deviceHere(database), who: person() })
  return Object.assign(face, { folder, ring, close })
}

/** The id of this installation, made at the first opening. */
function deviceHere(database: Database): string {
  const row = database.prepare('SELECT id FROM devices WHERE here = 1').get()
  if (row) return parseRow(z.object({ id: z.uuid() }), row, 'devices').id
  const id = newId()
  database.prepare('INSERT INTO devices (id, name, here, createdAt) VALUES (?, ?, 1, ?)').run(id, hostname(), now())
  return id
}

/** The account at this machine. A user without an entry in the system's list has no name. */
function person(): string {
  try {
    return userInfo().username
  } catch {
    return ''
  }
}
