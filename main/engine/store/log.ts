/** The log of who did what and when. It only grows, so it holds ids and counts, never a person's data. */
import { z } from 'zod'
import { json, newId, now, parseRow } from './rows.ts'
import type { ReadStore, WriteStore } from './store.ts'

const actions = [
  'client.create',
  'client.rename',
  'client.remove',
  'filing.create',
  'filing.save',
  'filing.remove',
  'image.insert',
  'image.move',
  'image.adjust',
  'image.read',
  'image.overrule',
  'image.overrule-undo',
  'image.remove',
  'image.restore',
  'export.write',
  'paper.print',
  'blank.insert',
  'blank.change',
  'blank.remove',
  'blank.choose',
  'settings.set',
  'rules.import',
  'rules.revert',
  'rules.trust',
  'rules.distrust',
] as const
type Action = (typeof actions)[number]

const Detail = z.record(z.string(), z.union([z.string(), z.number()]))
const LogRow = z.object({
  id: z.uuid(),
  at: z.string(),
  device: z.uuid(),
  who: z.string(),
  action: z.enum(actions),
  target: z.uuid().nullable(),
  detail: json(Detail),
})
type LogEntry = z.output<typeof LogRow>

/** Call it inside the transaction that does what it tells. */
export function writeLog(
  store: WriteStore,
  action: Action,
  target: string | null,
  detail: z.input<typeof Detail> = {},
): void {
  store.run(
    `INSERT INTO log (id, at, device, who, action, target, detail)
       VALUES (@id, @at, @device, @who, @action, @target, @detail)`,
    { id: newId(), at: now(), device: store.device, who: store.who, action, target, detail: JSON.stringify(detail) },
  )
}

/** The id of the newest entry; empty while nothing was logged. Ids sort in the order of writing. */
export function latestLog(store: ReadStore): string {
  const row = store.get('SELECT max(id) AS id FROM log')
  return parseRow(z.object({ id: z.uuid().nullable() }), row, 'log').id ?? ''
}

/** What was done after that entry, oldest first. */
export function logSince(store: ReadStore, id: string): Pick<LogEntry, 'id' | 'action' | 'target'>[] {
  return store
    .all('SELECT id, action, target FROM log WHERE id > ? ORDER BY id', id)
    .map((row) => parseRow(LogRow.pick({ id: true, action: true, target: true }), row, 'log'))
}

/** The newest entries, newest first; those about one client, filing or image when `target` is given. */
export function listLog(store: ReadStore, { target, limit }: { target: string | null; limit: number }): LogEntry[] {
  return store
    .all('SELECT * FROM log WHERE @target IS NULL OR target = @target ORDER BY id DESC LIMIT @limit', { target, limit })
    .map((row) => parseRow(LogRow, row, 'log'))
}
