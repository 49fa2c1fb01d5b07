import type { Database } from 'better-sqlite3'

/** Who writes here, what was chosen, and the log that only grows. */
export function up(database: Database): void {
  database.exec(`
    CREATE TABLE devices (
      id TEXT PRIMARY KEY,
      name TEXT NOT NULL,
      here INTEGER NOT NULL CHECK (here IN (0, 1)),
      createdAt TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX devicesOneHere ON devices (here) WHERE here = 1;

    CREATE TABLE settings (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL CHECK (json_valid(value)),
      updatedAt TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id)
    ) STRICT;

    CREATE TABLE log (
      id TEXT PRIMARY KEY,
      at TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id),
      who TEXT NOT NULL,
      action TEXT NOT NULL,
      target TEXT,
      detail TEXT NOT NULL CHECK (json_valid(detail))
    ) STRICT;
    CREATE TRIGGER logIsNotChanged BEFORE UPDATE ON log
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER logIsNotCut BEFORE DELETE ON log
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
    CREATE TRIGGER logIsNotReplaced BEFORE INSERT ON log WHEN EXISTS (SELECT 1 FROM log WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'the log is append-only'); END;
  `)
}
