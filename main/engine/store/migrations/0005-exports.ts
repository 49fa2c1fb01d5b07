import type { Database } from 'better-sqlite3'

/** What was written out of a filing: when, under which rules, which files. */
export function up(database: Database): void {
  database.exec(`
    CREATE TABLE exports (
      id TEXT PRIMARY KEY,
      filing TEXT NOT NULL REFERENCES filings (id),
      client TEXT NOT NULL REFERENCES clients (id),
      kind TEXT NOT NULL CHECK (kind IN ('package', 'form', 'filing')),
      out TEXT NOT NULL,
      rulesVersion TEXT NOT NULL,
      asOf TEXT NOT NULL,
      files TEXT NOT NULL CHECK (json_valid(files)),
      createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id),
      deletedAt TEXT
    ) STRICT;
    CREATE INDEX exportsByFiling ON exports (filing);
    CREATE INDEX exportsToEmpty ON exports (client) WHERE deletedAt IS NOT NULL AND out <> '';
  `)
}
