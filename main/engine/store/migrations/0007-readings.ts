import type { Database } from 'better-sqlite3'

/**
 * `reading`: the text read off the picture with these adjustments, sealed with the client's key; null: not yet read.
 * `settled`: a person, or the program once, has said how the picture is used. Nothing is proposed after that, so all
 * pictures of before are settled.
 */
export function up(database: Database): void {
  database.exec(`
    ALTER TABLE images ADD COLUMN reading BLOB;
    ALTER TABLE images ADD COLUMN settled INTEGER NOT NULL DEFAULT 1 CHECK (settled IN (0, 1));
  `)
}
