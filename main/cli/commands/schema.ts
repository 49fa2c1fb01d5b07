import { filingJsonSchema } from '../../../rules/json-schema.ts'
import type { Outcome } from '../asked.ts'

/** The schema is JSON for a person as well. */
export async function filingSchema(): Promise<Outcome> {
  const schema = filingJsonSchema()
  return { json: schema, text: () => JSON.stringify(schema, null, 2) }
}
