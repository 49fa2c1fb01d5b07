import { z } from 'zod'
import { Failure } from '../failure.ts'
import { writeLog } from './log.ts'
import { indexText, searchQuery } from './names.ts'
import { newId, now, parseRow } from './rows.ts'
import type { ReadStore, Store, WriteStore } from './store.ts'
import { emptyRemoved, removeAbandoned } from './tidy.ts'

const ClientRow = z.object({
  seq: z.int(),
  id: z.uuid(),
  name: z.string(),
  sample: z.literal([0, 1]).transform((flag) => flag === 1),
})
const FilingRow = z.object({ id: z.uuid(), client: z.uuid(), title: z.string(), updatedAt: z.string() })

export interface Client {
  id: string
  name: string
  sample: boolean
  /** The newest first. */
  filings: { id: string; title: string; updatedAt: string }[]
}

const columns = 'c.seq, c.id, c.name, c.sample'

/**
 * At most `limit` clients. Without a search: those last worked on first. With one: those whose name contains
 * each of its words (width and case of letters do not matter), the newest client first.
 */
export function listClients(store: ReadStore, { search = '', limit = 100 } = {}): Client[] {
  const query = searchQuery(search)
  const rows =
    query === null
      ? store.all(
          `SELECT ${columns} FROM clients c WHERE deletedAt IS NULL ORDER BY usedAt DESC, seq DESC LIMIT ?`,
          limit,
        )
      : store.all(
          `SELECT ${columns} FROM clientNames n JOIN clients c ON c.seq = n.rowid
             WHERE clientNames MATCH ? ORDER BY n.rowid DESC LIMIT ?`,
          query,
          limit,
        )
  return withFilings(
    store,
    rows.map((row) => parseRow(ClientRow, row, 'clients')),
  )
}

/** Fails with `client.missing`. */
export function getClient(store: ReadStore, client: string): Client {
  const [found] = withFilings(store, [clientRow(store, client)])
  if (!found) throw new Failure('client.missing')
  return found
}

/** Makes a client with a data key of its own. */
export function createClient(store: Store, { name, sample = false }: { name: string; sample?: boolean }): Client {
  const id = newId()
  const at = now()
  return store.transaction(() => {
    store.run(
      `INSERT INTO clients (id, name, sample, wrappedKey, usedAt, createdAt, updatedAt, device)
         VALUES (@id, @name, @sample, @wrappedKey, @at, @at, @at, @device)`,
      { id, name, sample: sample ? 1 : 0, wrappedKey: store.ring.newClientKey(id), at, device: store.device },
    )
    addToIndex(store, clientRow(store, id))
    writeLog(store, 'client.create', id)
    return { id, name, sample, filings: [] }
  })
}

/** Fails with `client.missing`. */
export function renameClient(store: WriteStore, client: string, name: string): Client {
  return store.transaction(() => {
    const row = clientRow(store, client)
    takeFromIndex(store, row)
    addToIndex(store, { ...row, name })
    store.run('UPDATE clients SET name = @name, usedAt = @at, updatedAt = @at, device = @device WHERE id = @client', {
      client,
      name,
      at: now(),
      device: store.device,
    })
    writeLog(store, 'client.rename', client)
    return getClient(store, client)
  })
}

/**
 * Destroys the client's data key and the content of everything that belongs to it, then its sealed files.
 * What stays is empty rows that say when it went. Cannot be undone. Fails with `client.missing`.
 *
 * The key's old page is overwritten in the database and the journal is cut off; blocks that the disk itself
 * keeps stay encrypted with the database's key.
 */
export async function removeClient(store: Store, client: string): Promise<void> {
  const removal = { client, at: now(), device: store.device }
  store.transaction(() => {
    takeFromIndex(store, clientRow(store, client))
    store.run(
      `UPDATE clients SET name = '', wrappedKey = NULL, deletedAt = @at, updatedAt = @at, device = @device
         WHERE id = @client`,
      removal,
    )
    for (const table of ['filings', 'images', 'exports']) {
      store.run(
        `UPDATE ${table} SET deletedAt = @at, updatedAt = @at, device = @device
           WHERE client = @client AND deletedAt IS NULL`,
        removal,
      )
    }
    emptyRemoved(store, client)
    writeLog(store, 'client.remove', client)
  })
  store.all('PRAGMA wal_checkpoint(TRUNCATE)')
  await removeAbandoned(store, client)
}

/** Called when anything of the client was worked on. */
export function markUsed(store: WriteStore, client: string): void {
  store.run('UPDATE clients SET usedAt = ? WHERE id = ?', now(), client)
}

function clientRow(store: ReadStore, client: string): z.output<typeof ClientRow> {
  const row = store.get(`SELECT ${columns} FROM clients c WHERE id = ? AND deletedAt IS NULL`, client)
  if (row === undefined) throw new Failure('client.missing')
  return parseRow(ClientRow, row, 'clients')
}

function withFilings(store: ReadStore, clients: readonly z.output<typeof ClientRow>[]): Client[] {
  const filings = store
    .all(
      `SELECT id, client, title, updatedAt FROM filings
         WHERE deletedAt IS NULL AND client IN (SELECT value FROM json_each(?)) ORDER BY updatedAt DESC, id DESC`,
      JSON.stringify(clients.map(({ id }) => id)),
    )
    .map((row) => parseRow(FilingRow, row, 'filings'))
  const byClient = new Map<string, Client['filings']>(clients.map(({ id }) => [id, []]))
  for (const { client, ...filing } of filings) byClient.get(client)?.push(filing)
  return clients.map(({ id, name, sample }) => ({ id, name, sample, filings: byClient.get(id) ?? [] }))
}

function addToIndex(store: WriteStore, { seq, name }: { seq: number; name: string }): void {
  store.run('INSERT INTO clientNames (rowid, pairs) VALUES (?, ?)', seq, indexText(name))
}

function takeFromIndex(store: WriteStore, { seq, name }: { seq: number; name: string }): void {
  store.run(`INSERT INTO clientNames (clientNames, rowid, pairs) VALUES ('delete', ?, ?)`, seq, indexText(name))
}
