import { z } from 'zod'
import { IsoDate } from '../../../rules/schema.ts'
import { markUsed } from './clients.ts'
import { getFiling } from './filings.ts'
import { writeLog } from './log.ts'
import { json, newId, now, parseRow } from './rows.ts'
import type { ReadStore, WriteStore } from './store.ts'

const ExportedFile = z.object({ name: z.string(), bytes: z.int() })

const StoredExport = z.object({
  id: z.uuid(),
  filing: z.uuid(),
  kind: z.enum(['package', 'form', 'filing']),
  /** Where it was written to: a folder or a file. */
  out: z.string(),
  rulesVersion: z.string(),
  /** The day for which the rules were asked. */
  asOf: IsoDate,
  files: json(z.array(ExportedFile)),
  createdAt: z.string(),
})
type StoredExport = z.output<typeof StoredExport>

/** Notes what was written out, once it is on the disk. Fails with `filing.missing`. */
export function recordExport(store: WriteStore, written: Omit<StoredExport, 'id' | 'createdAt'>): void {
  store.transaction(() => {
    const { client } = getFiling(store, written.filing)
    store.run(
      `INSERT INTO exports (id, filing, client, kind, out, rulesVersion, asOf, files, createdAt, updatedAt, device)
         VALUES (@id, @filing, @client, @kind, @out, @rulesVersion, @asOf, @files, @at, @at, @device)`,
      { ...written, client, files: JSON.stringify(written.files), id: newId(), at: now(), device: store.device },
    )
    markUsed(store, client)
    writeLog(store, 'export.write', written.filing, { kind: written.kind, files: written.files.length })
  })
}

/** Notes that papers of a filing went to a printer: nothing is on the disk, so there is no export to list. */
export function recordPrint(store: WriteStore, filing: string, pages: number): void {
  store.transaction(() => {
    markUsed(store, getFiling(store, filing).client)
    writeLog(store, 'paper.print', filing, { pages })
  })
}

/** The newest first. */
export function listExports(store: ReadStore, filing: string): StoredExport[] {
  return store
    .all('SELECT * FROM exports WHERE filing = ? AND deletedAt IS NULL ORDER BY id DESC', filing)
    .map((row) => parseRow(StoredExport, row, 'exports'))
}
