/** What a report on a signed paper says, as the window shows it. Pure. */
import type { SignedPageView, SignedReport } from '../../preload/signed-views.ts'
import type { Adjustment, Filing, IsoDate } from '../../rules/schema.ts'
import type { PlaceState, SignedFinding } from '../../rules/signed-schema.ts'
import { withAt } from '../filing/paths.ts'
import type { Key } from '../text/language.ts'

export const stateText: Readonly<Record<PlaceState, Key<'signed'>>> = {
  ok: 'stateOk',
  missing: 'stateMissing',
  unclear: 'stateUnclear',
  misplaced: 'stateMisplaced',
  stamped: 'stateStamped',
}

export function findingsIn({ pages, findings }: SignedReport): SignedFinding[] {
  return [...pages.flatMap((page) => page.findings), ...findings]
}

/** The one line above the pages. */
export function verdict(report: SignedReport): { key: 'sound' | 'blocked' | 'doubtful'; count: number } {
  const all = findingsIn(report)
  const count = (severity: SignedFinding['severity']) => all.filter((finding) => finding.severity === severity).length
  if (count('blocker') > 0) return { key: 'blocked', count: count('blocker') }
  return count('warning') > 0 ? { key: 'doubtful', count: count('warning') } : { key: 'sound', count: 0 }
}

/** What is done to the picture of a page: drawn flat by its corners, or only turned upright where some are cut off. */
export function adjustmentsFor({ corners, aspect, turned }: SignedPageView): Adjustment[] {
  if (corners && aspect !== null) return [{ kind: 'straighten', corners, aspect }]
  return turned === 0 ? [] : [{ kind: 'rotate', degrees: (360 - turned) % 360 }]
}

/** The filing with the date that stands on the paper. */
export function withDated(filing: Filing, { place }: SignedReport, dated: IsoDate): Filing {
  const owner = place.for === 'subject' ? '' : `${place.for}.`
  return withAt(filing, `${owner}papers.${place.material}.issuedOn`, dated)
}
