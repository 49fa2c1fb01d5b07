import type { Database } from 'better-sqlite3'

/**
 * Pictures of one filing that are called the same (cut out of one photo, pasted, from two folders) are told apart by a
 * number, in the order in which they came.
 */
export function up(database: Database): void {
  database.exec('ALTER TABLE images ADD COLUMN nth INTEGER NOT NULL DEFAULT 1 CHECK (nth >= 1)')
  database.exec(`UPDATE images SET nth = counted.nth FROM (
    SELECT id, ROW_NUMBER() OVER (PARTITION BY filing, name, page ORDER BY createdAt, id) AS nth FROM images
  ) AS counted WHERE counted.id = images.id`)
}
