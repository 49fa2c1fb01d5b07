import type { Checklist } from './answers.ts'
import type { Filing, IsoDate } from './schema.ts'

/**
 * What this filing needs on that day, with reasons, findings and what is still to be asked.
 * Pure: the same filing and day give the same answer. Never throws on a parsed filing, however partial.
 */
export function checklist(_filing: Filing, _on: IsoDate): Checklist {
  throw new Error('rules/checklist.ts is being written')
}
