/** What the inputs of many calls have in common. */
import { z } from 'zod'
import { Filing } from '../rules/schema.ts'

export const Id = z.uuid()
/** Of one call over many filings. */
export const mostFilings = 10_000
export const Path = z.string().min(1).max(4096)
/** Names a long call: its progress is told, and it is cancelled, by this. */
export const Task = z.uuid()
export const Nothing = z.strictObject({})

/** Of filing files: write on the blanks that were chosen in the library, as for stored filings; else on our own sheets. */
export const Library = { library: z.boolean().default(false) }
/** Filing files by their paths. */
export const FilingFiles = z
  .array(z.strictObject({ file: Path, filing: Filing }))
  .min(1)
  .max(mostFilings)
