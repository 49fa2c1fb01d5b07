/** What every row has in common: its id, its time, and the door at which it is parsed. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { Failure } from '../failure.ts'

/** A JSON column: text in the database, the schema's type outside. */
export const json = <T extends z.ZodType>(schema: T) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

/** Parses a row that came back. One that does not parse is `store.damaged`, told without its content. */
export function parseRow<T extends z.ZodType>(schema: T, row: unknown, table: string): z.output<T> {
  const parsed = schema.safeParse(row)
  if (parsed.success) return parsed.data
  throw new Failure('store.damaged', { detail: `${table}: ${parsed.error.issues[0]?.path.join('.') ?? ''}` })
}

/** UTC, to the millisecond; as text it sorts like time. */
export const now = () => new Date().toISOString()

let lastTime = 0
let counter = 0

/** UUIDv7 (RFC 9562): ids made by one process sort in the order in which they were made. */
export function newId(): string {
  const time = Date.now()
  if (time > lastTime) {
    lastTime = time
    counter = randomBytes(2).readUInt16BE() & 0x7ff
  } else if (counter < 0xfff) {
    counter += 1
  } else {
    lastTime += 1
    counter = 0
  }
  const bytes = randomBytes(16)
  bytes.writeUIntBE(lastTime, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
