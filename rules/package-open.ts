/** Apart from the rules themselves, so that the window does not load all knowledge with it. */
import type { Finding } from './answers.ts'

/** Found of pictures that did not go into the package. */
const leftOut = ['package.unsorted', 'package.not-asked']

/**
 * What a finished package still waits for: required papers that are not in it, findings that would be refused, and what
 * is said of pictures that were left out.
 */
export function openIn<Item extends { need: string }>(result: {
  missing: readonly Item[]
  findings: readonly Finding[]
}) {
  return {
    missing: result.missing.filter(({ need }) => need === 'required'),
    refused: result.findings.filter(({ severity }) => severity === 'blocker'),
    leftOut: result.findings.filter(({ rule }) => leftOut.includes(rule)),
  }
}
