import type { Database } from 'better-sqlite3'

/**
 * A removed client keeps its row, empty and without its key, so that other copies learn of the removal.
 * `usedAt`: when anything of the client was last worked on; it orders the list.
 */
export function up(database: Database): void {
  database.exec(`
    CREATE TABLE clients (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
      wrappedKey BLOB CHECK ((wrappedKey IS NULL) = (deletedAt IS NOT NULL)),
      usedAt TEXT NOT NULL,
      createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id),
      deletedAt TEXT
    ) STRICT;
    CREATE INDEX clientsByUse ON clients (usedAt) WHERE deletedAt IS NULL;
  `)
}
