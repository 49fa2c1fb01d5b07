import type { Checklist, Slot } from './answers.ts'
import type { Filing } from './schema.ts'

/**
 * The upload places of the filing's provider, in order, and what goes into each. Items whose need is `unknown`
 * or `later` have a slot as well, so that a picture already at hand has a place. Names are safe as file names and unique.
 */
export function slots(_checklist: Checklist, _filing: Filing): Slot[] {
  throw new Error('rules/slots.ts is being written')
}
