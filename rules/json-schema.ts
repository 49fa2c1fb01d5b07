import { z } from 'zod'
import { Filing } from './schema.ts'

/** JSON Schema (2020-12) of a filing file, for editors and other programs. */
export function filingJsonSchema(): Record<string, unknown> {
  return { title: 'beiqi-filing/1', ...z.toJSONSchema(Filing, { io: 'input' }) }
}
