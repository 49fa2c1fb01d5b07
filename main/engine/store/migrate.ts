import type { Database } from 'better-sqlite3'
import { Failure } from '../failure.ts'
import { up as devicesSettingsLog } from './migrations/0001-devices-settings-log.ts'
import { up as clients } from './migrations/0002-clients.ts'
import { up as filings } from './migrations/0003-filings.ts'
import { up as images } from './migrations/0004-images.ts'
import { up as exports } from './migrations/0005-exports.ts'
import { up as clientNames } from './migrations/0006-client-names.ts'
import { up as readings } from './migrations/0007-readings.ts'
import { up as blanks } from './migrations/0008-blanks.ts'
import { up as imagePages } from './migrations/0009-image-pages.ts'
import { up as overruled } from './migrations/0010-overruled.ts'
import { up as proposed } from './migrations/0011-proposed.ts'
import { up as imageNth } from './migrations/0012-image-nth.ts'

/** In order; the place in the list is the number. A migration that was released is never edited. */
const migrations = [
  devicesSettingsLog,
  clients,
  filings,
  images,
  exports,
  clientNames,
  readings,
  blanks,
  imagePages,
  overruled,
  proposed,
  imageNth,
]

/** The schema version that this program writes. */
export const schemaVersion = migrations.length

/**
 * Brings the schema up to `version`, each step whole or not at all.
 * Fails with `store.newer` when the database was made by a later program.
 */
export function migrateTo(database: Database, version: number): void {
  const found = Number(database.pragma('user_version', { simple: true }))
  if (found > schemaVersion) throw new Failure('store.newer', { found, known: schemaVersion })
  for (const [at, up] of migrations.entries()) {
    const number = at + 1
    if (number <= found || number > version) continue
    const step = database.transaction(() => {
      up(database)
      database.pragma(`user_version = ${number}`)
    })
    step.immediate()
  }
}
