import type { Database } from 'better-sqlite3'

/** `data` is a filing file (beiqi-filing/1), `{}` once the content is gone; `title` is derived from it. */
export function up(database: Database): void {
  database.exec(`
    CREATE TABLE filings (
      id TEXT PRIMARY KEY,
      client TEXT NOT NULL REFERENCES clients (id),
      revision INTEGER NOT NULL,
      data TEXT NOT NULL CHECK (json_valid(data)),
      title TEXT NOT NULL,
      createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id),
      deletedAt TEXT
    ) STRICT;
    CREATE INDEX filingsByClient ON filings (client, updatedAt, id, title) WHERE deletedAt IS NULL;
    CREATE INDEX filingsToEmpty ON filings (client) WHERE deletedAt IS NOT NULL AND data <> '{}';
  `)
}
