import type { Database } from 'better-sqlite3'

/**
 * Blanks of others, for all clients. They tell nobody's data and are small, so their bytes lie in the encrypted
 * database itself and go with every copy of it; the same bytes lie there once, whatever forms they are used for.
 * `source`: the hash of the file that was taken in, where the PDF was made of a Word file or a picture.
 * In `blankChoices` an empty word stands for any; the choice of one's own sheet is no row.
 */
export function up(database: Database): void {
  database.exec(`
    CREATE TABLE blankFiles (
      hash TEXT PRIMARY KEY,
      pdf BLOB NOT NULL
    ) STRICT;

    CREATE TABLE blanks (
      id TEXT PRIMARY KEY,
      hash TEXT NOT NULL,
      source TEXT NOT NULL,
      kind TEXT NOT NULL,
      name TEXT NOT NULL,
      title TEXT NOT NULL,
      form TEXT NOT NULL,
      provider TEXT,
      province TEXT,
      edition TEXT NOT NULL,
      pages INTEGER NOT NULL,
      places TEXT NOT NULL CHECK (json_valid(places)),
      revision INTEGER NOT NULL,
      createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id),
      deletedAt TEXT
    ) STRICT;
    CREATE UNIQUE INDEX blanksOnce ON blanks (hash, form) WHERE deletedAt IS NULL;

    CREATE TABLE blankChoices (
      provider TEXT NOT NULL,
      province TEXT NOT NULL,
      form TEXT NOT NULL,
      blank TEXT NOT NULL REFERENCES blanks (id),
      updatedAt TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id),
      PRIMARY KEY (provider, province, form)
    ) STRICT;
  `)
}
