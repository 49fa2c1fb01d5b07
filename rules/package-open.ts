/** Apart from the rules themselves, so that the window does not load all knowledge with it. */
import type { Finding } from './answers.ts'

/** What a finished package still waits for: required papers that are not in it, and findings that would be refused. */
export function openIn<Item extends { need: string }>(result: {
  missing: readonly Item[]
  findings: readonly Finding[]
}) {
  return {
    missing: result.missing.filter(({ need }) => need === 'required'),
    refused: result.findings.filter(({ severity }) => severity === 'blocker'),
  }
}
