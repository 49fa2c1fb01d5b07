/** Until when a filing can be submitted as it stands, and what runs out then. */
import { z } from 'zod'
import { Finding } from './answers.ts'
import { IsoDate } from './schema.ts'

/** The last day before `finding` appears, by the facts as they stand. */
export const SafeWindow = z.strictObject({ date: IsoDate, finding: Finding })
export type SafeWindow = z.infer<typeof SafeWindow>

/** `date` null: nothing runs out as far ahead as is looked. `windows`: everything that does, the earliest first. */
export const Deadline = z.strictObject({
  date: IsoDate.nullable(),
  first: Finding.nullable(),
  windows: z.array(SafeWindow),
})
export type Deadline = z.infer<typeof Deadline>
