import type { Database } from 'better-sqlite3'

/**
 * An original's row is written before its sealed file, so whatever a crash leaves behind has a row that tells it.
 * `named`: how many images name it.
 * An image without `material` lies in the tray. `hash` is null once the content of a removed image is gone.
 */
export function up(database: Database): void {
  database.exec(`
    CREATE TABLE originals (
      client TEXT NOT NULL REFERENCES clients (id),
      hash TEXT NOT NULL,
      file TEXT NOT NULL UNIQUE,
      bytes INTEGER NOT NULL,
      named INTEGER NOT NULL DEFAULT 0,
      createdAt TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id),
      PRIMARY KEY (client, hash)
    ) STRICT;
    CREATE INDEX originalsAbandoned ON originals (client) WHERE named = 0;

    CREATE TABLE images (
      id TEXT PRIMARY KEY,
      filing TEXT NOT NULL REFERENCES filings (id),
      client TEXT NOT NULL REFERENCES clients (id),
      hash TEXT,
      name TEXT NOT NULL,
      format TEXT NOT NULL,
      bytes INTEGER NOT NULL,
      width INTEGER NOT NULL,
      height INTEGER NOT NULL,
      material TEXT,
      placeFor TEXT CHECK ((placeFor IS NULL) = (material IS NULL)),
      position INTEGER NOT NULL,
      adjustments TEXT NOT NULL CHECK (json_valid(adjustments)),
      findings TEXT NOT NULL CHECK (json_valid(findings)),
      measurements TEXT NOT NULL CHECK (json_valid(measurements)),
      createdAt TEXT NOT NULL,
      updatedAt TEXT NOT NULL,
      device TEXT NOT NULL REFERENCES devices (id),
      deletedAt TEXT,
      FOREIGN KEY (client, hash) REFERENCES originals (client, hash)
    ) STRICT;
    CREATE INDEX imagesByFiling ON images (filing);
    CREATE INDEX imagesToEmpty ON images (client) WHERE deletedAt IS NOT NULL AND hash IS NOT NULL;

    CREATE TRIGGER imagesName AFTER INSERT ON images
      BEGIN UPDATE originals SET named = named + 1 WHERE client = NEW.client AND hash = NEW.hash; END;
    CREATE TRIGGER imagesLetGo AFTER UPDATE OF hash ON images WHEN OLD.hash IS NOT NULL AND NEW.hash IS NULL
      BEGIN UPDATE originals SET named = named - 1 WHERE client = OLD.client AND hash = OLD.hash; END;
  `)
}
