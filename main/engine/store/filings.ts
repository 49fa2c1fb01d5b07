import { z } from 'zod'
import { Filing } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { getClient, markUsed } from './clients.ts'
import { writeLog } from './log.ts'
import { json, newId, now, parseRow } from './rows.ts'
import type { ReadStore, WriteStore } from './store.ts'

const StoredFiling = z.object({
  id: z.uuid(),
  client: z.uuid(),
  clientName: z.string(),
  /** Grows with each save. */
  revision: z.int(),
  updatedAt: z.string(),
  filing: json(Filing),
})
export type StoredFiling = z.output<typeof StoredFiling>

/** Fails with `client.missing`. */
export function createFiling(store: WriteStore, client: string, filing: Filing): StoredFiling {
  const id = newId()
  return store.transaction(() => {
    getClient(store, client)
    store.run(
      `INSERT INTO filings (id, client, revision, data, title, createdAt, updatedAt, device)
         VALUES (@id, @client, 1, @data, @title, @at, @at, @device)`,
      { id, client, data: JSON.stringify(filing), title: titleOf(filing), at: now(), device: store.device },
    )
    markUsed(store, client)
    writeLog(store, 'filing.create', id)
    return getFiling(store, id)
  })
}

/** Fails with `filing.missing`. */
export function getFiling(store: ReadStore, filing: string): StoredFiling {
  const row = store.get(
    `SELECT f.id, f.client, c.name AS clientName, f.revision, f.updatedAt, f.data AS filing
       FROM filings f JOIN clients c ON c.id = f.client WHERE f.id = ? AND f.deletedAt IS NULL`,
    filing,
  )
  if (row === undefined) throw new Failure('filing.missing')
  return parseRow(StoredFiling, row, 'filings')
}

export function filingIds(store: ReadStore): string[] {
  const rows = store.all('SELECT id FROM filings WHERE deletedAt IS NULL ORDER BY id')
  return rows.map((row) => parseRow(StoredFiling.pick({ id: true }), row, 'filings').id)
}

/** Every filing that is not removed, of every client. */
export function allFilings(store: ReadStore): StoredFiling[] {
  return store
    .all(
      `SELECT f.id, f.client, c.name AS clientName, f.revision, f.updatedAt, f.data AS filing
         FROM filings f JOIN clients c ON c.id = f.client WHERE f.deletedAt IS NULL ORDER BY f.id`,
    )
    .map((row) => parseRow(StoredFiling, row, 'filings'))
}

/**
 * Saves over `revision`, the one that the person saw.
 * Fails with `filing.stale` when another save came first, and with `filing.missing`.
 */
export function saveFiling(
  store: WriteStore,
  { filing, revision, data }: { filing: string; revision: number; data: Filing },
): StoredFiling {
  return store.transaction(() => {
    const stored = getFiling(store, filing)
    if (stored.revision !== revision) throw new Failure('filing.stale')
    store.run(
      `UPDATE filings SET data = @data, title = @title, revision = revision + 1, updatedAt = @at, device = @device
         WHERE id = @filing`,
      { filing, data: JSON.stringify(data), title: titleOf(data), at: now(), device: store.device },
    )
    markUsed(store, stored.client)
    writeLog(store, 'filing.save', filing, { revision: revision + 1 })
    return getFiling(store, filing)
  })
}

/** Marks the filing, its images and the record of its exports as removed; see tidy.ts. Fails with `filing.missing`. */
export function removeFiling(store: WriteStore, filing: string): void {
  store.transaction(() => {
    const { client } = getFiling(store, filing)
    const removal = { filing, at: now(), device: store.device }
    store.run('UPDATE filings SET deletedAt = @at, updatedAt = @at, device = @device WHERE id = @filing', removal)
    for (const table of ['images', 'exports']) {
      store.run(
        `UPDATE ${table} SET deletedAt = @at, updatedAt = @at, device = @device
           WHERE filing = @filing AND deletedAt IS NULL`,
        removal,
      )
    }
    markUsed(store, client)
    writeLog(store, 'filing.remove', filing)
  })
}

/** What tells one filing of a client from another: its services, or who files. Empty while nothing is known. */
function titleOf({ services = [], subject }: Filing): string {
  const named = services.flatMap(({ name, domains = [] }) => name ?? domains[0]?.name ?? [])
  return named.join('、') || (subject?.name ?? '')
}
