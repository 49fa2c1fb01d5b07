/** What lies where in the data folder, and the lock that lets one process at a time write there. */
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Failure } from '../failure.ts'

export const databaseFile = (folder: string) => join(folder, 'beiqi.db')
export const originalsFolder = (folder: string) => join(folder, 'originals')

/** Makes the folder, readable by its owner only. Fails with `file.unwritable`. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Failure('file.unwritable', { file: folder, detail: (error as NodeJS.ErrnoException).code ?? '' })
  }
}

/**
 * Sealed originals without a database are a loss, not a first start: a new database would not know them.
 * Fails with `store.damaged`.
 */
export function checkNotLost(folder: string): void {
  const path = databaseFile(folder)
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size > 0 || !existsSync(originalsFolder(folder))) return
  if (readdirSync(originalsFolder(folder)).length > 0) throw new Failure('store.damaged', { detail: `${path}: 0` })
}

/**
 * Holds the folder until the returned function is called or the process ends, however it ends: the lock is
 * the operating system's, on an empty SQLite file, since Node has no file lock of its own. Nothing else in
 * this process may open and close that file, or POSIX drops the lock. Fails with `store.locked`.
 */
export function lockFolder(folder: string): () => void {
  const path = join(folder, 'lock')
  try {
    const lock = new Database(path, { timeout: 0 })
    try {
      lock.pragma('journal_mode = MEMORY')
      lock.exec('BEGIN EXCLUSIVE')
    } catch (error) {
      lock.close()
      throw error
    }
    return () => lock.close()
  } catch (error) {
    const code = error instanceof Database.SqliteError ? error.code : String(error)
    if (code.startsWith('SQLITE_BUSY')) throw new Failure('store.locked')
    throw new Failure('file.unwritable', { file: path, detail: code })
  }
}
