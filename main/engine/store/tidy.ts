/**
 * What is done with removed things. Removing marks a row, and nothing more: at the next opening its content goes
 * and then the sealed files that no image names any more, those of an interrupted sealing among them.
 */
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import { originalsFolder } from './folder.ts'
import { sealedPath } from './originals.ts'
import { parseRow } from './rows.ts'
import type { ReadStore, Store, WriteStore } from './store.ts'

/** At every opening, before anything else writes. */
export async function tidy(store: Store): Promise<void> {
  store.transaction(() => emptyRemoved(store, null))
  await removeAbandoned(store, null)
}

/** Takes the content out of rows marked as removed: of one client, or of all. */
export function emptyRemoved(store: WriteStore, client: string | null): void {
  store.run(
    `UPDATE filings SET data = '{}', title = ''
       WHERE deletedAt IS NOT NULL AND data <> '{}' AND (@client IS NULL OR client = @client)`,
    { client },
  )
  store.run(
    `UPDATE images SET hash = NULL, name = '', adjustments = '[]', findings = '[]', measurements = 'null',
         overruled = '[]', reading = NULL
       WHERE deletedAt IS NOT NULL AND hash IS NOT NULL AND (@client IS NULL OR client = @client)`,
    { client },
  )
  store.run(
    `UPDATE exports SET out = '', files = '[]'
       WHERE deletedAt IS NOT NULL AND out <> '' AND (@client IS NULL OR client = @client)`,
    { client },
  )
}

const OriginalRow = z.object({ client: z.uuid(), hash: z.string(), file: z.string() })

/** The file goes before its row: after a crash in between, the row still tells what is left to do. */
export async function removeAbandoned(store: Store, client: string | null): Promise<void> {
  const abandoned = store.all(
    'SELECT client, hash, file FROM originals WHERE named = 0 AND (@client IS NULL OR client = @client)',
    { client },
  )
  for (const row of abandoned) {
    const { client: owner, hash, file } = parseRow(OriginalRow, row, 'originals')
    await removeSealed(sealedPath(store, file))
    store.run('DELETE FROM originals WHERE client = ? AND hash = ?', owner, hash)
  }
}

/** The sealed file and what a killed `saveWhole` left beside it. */
async function removeSealed(path: string): Promise<void> {
  for (const name of await namesIn(dirname(path))) {
    if (name.startsWith(basename(path))) await rm(join(dirname(path), name), { force: true })
  }
}

const namesIn = (folder: string) => readdir(folder).catch(() => [] as string[])

interface OriginalsReport {
  /** Named by an image, and not there. */
  missing: { client: string; hash: string; file: string }[]
  /** There, and named by no row: the database is older than the files. They are left alone. */
  unknown: string[]
}

/** Compares the sealed files with the rows that name them; changes nothing. Reads every file's name, no content. */
export async function checkOriginals(store: ReadStore & { folder: string }): Promise<OriginalsReport> {
  const rows = store
    .all('SELECT client, hash, file FROM originals')
    .map((row) => parseRow(OriginalRow, row, 'originals'))
  const root = originalsFolder(store.folder)
  const shards = await Promise.all((await namesIn(root)).map((shard) => namesIn(join(root, shard))))
  const files = new Set(shards.flat())
  const named = new Set(rows.map(({ file }) => file))
  return {
    missing: rows.filter(({ file }) => !files.has(file)),
    unknown: [...files].filter((file) => !named.has(file.slice(0, 64))),
  }
}
