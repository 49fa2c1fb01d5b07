/** One encrypted connection to SQLite, and its narrow face. */
import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Failure } from '../failure.ts'
import type { KeyRing } from './keys.ts'
import type { Values, WriteStore } from './store.ts'

/**
 * Opens the encrypted database at `path`, or makes it.
 *
 * Cipher: SQLCipher 4's format (AES-256-CBC, HMAC-SHA-512 on each page, `legacy = 4`: nothing but the salt in
 * the clear) with a raw key. It costs the same as ChaCha20 here within noise, and it is the one format with
 * tools of other makers, so an office that holds its key is not tied to this program.
 *
 * Journal: WAL with FULL sync, one flush a commit where DELETE needs several (a save is 0.3 ms against
 * 2 ms here), and a kill leaves the last whole state. Changing the database key needs DELETE for that moment.
 *
 * Fails with `store.key-wrong`, `store.damaged`, `store.locked` or `file.unwritable`.
 */
export function openDatabase(path: string, ring: KeyRing): Database.Database {
  const old = checkStart(path, ring)
  return translated(path, () => {
    const database = new Database(path, { timeout: 2000, fileMustExist: old })
    try {
      database.pragma(`cipher = 'sqlcipher'`)
      database.pragma('legacy = 4')
      database.pragma(`key = "x'${ring.database.toString('hex')}${ring.databaseSalt.toString('hex')}'"`)
      database.prepare('SELECT count(*) FROM sqlite_schema').get()
      database.pragma('journal_mode = WAL')
      database.pragma('synchronous = FULL')
      database.pragma('foreign_keys = ON')
      database.pragma('secure_delete = ON')
      // SQLite's temporary files are not encrypted, so there must be none.
      database.pragma('temp_store = MEMORY')
      database.pragma('trusted_schema = OFF')
      // 64 MB at most: the rows that a search over 100,000 clients touches then stay decrypted.
      database.pragma('cache_size = -65536')
      return database
    } catch (error) {
      database.close()
      throw error
    }
  })
}

/** A database starts with the salt that belongs to its key. False: there is none yet. */
function checkStart(path: string, ring: KeyRing): boolean {
  const start = Buffer.alloc(ring.databaseSalt.length)
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0
  if (size === 0) return false
  const file = openSync(path, 'r')
  readSync(file, start)
  closeSync(file)
  if (!start.equals(ring.databaseSalt)) throw new Failure('store.key-wrong')
  return true
}

/** The narrow face of a connection: statements are prepared once, SQLite's errors become failures. */
export function writeStore(database: Database.Database, by: { device: string; who: string }): WriteStore {
  const statements = new Map<string, Database.Statement>()
  const prepared = (sql: string) => {
    const known = statements.get(sql)
    if (known) return known
    const made = database.prepare(sql)
    statements.set(sql, made)
    return made
  }
  const face = {
    ...by,
    all: (sql: string, ...values: Values) => translated(database.name, () => prepared(sql).all(...values)),
    get: (sql: string, ...values: Values) => translated(database.name, () => prepared(sql).get(...values)),
    run: (sql: string, ...values: Values) => translated(database.name, () => prepared(sql).run(...values).changes),
    transaction: <T>(work: () => T) => translated(database.name, () => database.transaction(work).immediate()),
  }
  return face as typeof face & WriteStore
}

const failures = [
  { codes: /^SQLITE_(CORRUPT|NOTADB|IOERR_DATA)/, failure: 'store.damaged' },
  { codes: /^SQLITE_(BUSY|LOCKED)/, failure: 'store.locked' },
  { codes: /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|PERM)/, failure: 'file.unwritable' },
] as const

function translated<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    const { code } = error
    const known = failures.find(({ codes }) => codes.test(code))
    if (!known) throw error
    throw new Failure(known.failure, { file: path, detail: code })
  }
}
