import type { Database } from 'better-sqlite3'

/** An image may be one page of an original that has several, counted from 1; null: the original is one picture. */
export function up(database: Database): void {
  database.exec('ALTER TABLE images ADD COLUMN page INTEGER CHECK (page >= 1)')
}
