import type { Database } from 'better-sqlite3'
import { indexText } from '../names.ts'

/**
 * Search in names (see names.ts). The index keeps no copy of the text, and `secure-delete` takes a name's pairs
 * out of it at once, where FTS5 would else only mark them.
 */
export function up(database: Database): void {
  database.exec(`
    CREATE VIRTUAL TABLE clientNames USING fts5(pairs, content='', prefix='6', tokenize='ascii');
    INSERT INTO clientNames (clientNames, rank) VALUES ('secure-delete', 1);
  `)
  const add = database.prepare('INSERT INTO clientNames (rowid, pairs) VALUES (?, ?)')
  const clients = database.prepare<[], { seq: number; name: string }>(
    'SELECT seq, name FROM clients WHERE deletedAt IS NULL',
  )
  for (const { seq, name } of clients.all()) add.run(seq, indexText(name))
}
