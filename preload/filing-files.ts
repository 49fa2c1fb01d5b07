/** Filing files of a terminal, as the input of calls. */
import { z } from 'zod'
import { Filing } from '../rules/schema.ts'
import { mostFilings, Path } from './call-parts.ts'

/** Of filing files: write on the blanks that were chosen in the library, as for stored filings; else on our own sheets. */
export const Library = { library: z.boolean().default(false) }
/** Filing files by their paths. */
export const FilingFiles = z
  .array(z.strictObject({ file: Path, filing: Filing }))
  .min(1)
  .max(mostFilings)
