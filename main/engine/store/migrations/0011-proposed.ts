import type { Database } from 'better-sqlite3'

/**
 * How the picture is used is what the program proposed and nobody has changed: it may be proposed anew when the picture
 * is handed in as something else.
 */
export function up(database: Database): void {
  database.exec('ALTER TABLE images ADD COLUMN proposed INTEGER NOT NULL DEFAULT 0 CHECK (proposed IN (0, 1))')
}
