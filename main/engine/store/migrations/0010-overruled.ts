import type { Database } from 'better-sqlite3'

/** Findings that a person decided to leave be, with the reason: who, when, why. */
export function up(database: Database): void {
  database.exec(`ALTER TABLE images ADD COLUMN overruled TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(overruled))`)
}
