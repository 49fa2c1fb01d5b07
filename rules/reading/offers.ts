/** What a reading can put into the filing: offered field by field, taken over by the person only. */
import type { Filing } from '../schema.ts'
import type { Tables } from '../tables.ts'
import { isSame } from './compare.ts'
import { factsAt, type ReadingPlace } from './places.ts'
import type { DocumentReading, Offer } from './schema.ts'

/** In the order of the document's fields. A value that is only "read" is offered too: the person sees the picture. */
export function offersOf(reading: DocumentReading, place: ReadingPlace, filing: Filing, tables: Tables): Offer[] {
  const facts = factsAt(reading, place, filing, tables)
  return reading.fields.flatMap(({ field, title, value, standing }) => {
    const fact = facts.find((one) => one.field === field)
    if (!fact) return []
    const same = fact.value !== undefined && isSame(field, fact.value, value)
    return [{ field, title, at: fact.at, value, standing, now: fact.value ?? null, same }]
  })
}
