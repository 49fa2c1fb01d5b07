import { z } from 'zod'
import { writeLog } from './log.ts'
import { json, now, parseRow } from './rows.ts'
import type { ReadStore, WriteStore } from './store.ts'

const SettingRow = z.object({ name: z.string(), value: json(z.unknown()) })

/**
 * What was chosen, read through the schema of whoever owns the settings; `defaults` for what was never set,
 * and for a value that the schema no longer knows: a choice may be forgotten, it must not stop the program.
 */
export function getSettings<T extends object>(store: ReadStore, schema: z.ZodType<T>, defaults: T): T {
  const settings = { ...defaults }
  for (const row of store.all('SELECT name, value FROM settings')) {
    const { name, value } = parseRow(SettingRow, row, 'settings')
    const next = schema.safeParse({ ...settings, [name]: value })
    if (next.success) Object.assign(settings, next.data)
  }
  return settings
}

/** Sets those that are given; `undefined` leaves a setting as it is. */
export function setSettings(store: WriteStore, settings: Readonly<Record<string, unknown>>): void {
  const given = Object.entries(settings).filter(([, value]) => value !== undefined)
  store.transaction(() => {
    for (const [name, value] of given) {
      store.run(
        `INSERT INTO settings (name, value, updatedAt, device) VALUES (@name, @value, @at, @device)
           ON CONFLICT (name) DO UPDATE SET value = excluded.value, updatedAt = excluded.updatedAt, device = excluded.device`,
        { name, value: JSON.stringify(value), at: now(), device: store.device },
      )
    }
    writeLog(store, 'settings.set', null, { names: given.map(([name]) => name).join(' ') })
  })
}
