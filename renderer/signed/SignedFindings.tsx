import type { ReactElement } from 'react'
import type { SignedFinding } from '../../rules/signed-schema.ts'
import { useOurs } from '../text/language.ts'
import { StatusTag } from '../ui/StatusTag.tsx'

/** What is wrong with a page or a paper, with cause and fix. */
export function SignedFindings({ findings }: { findings: readonly SignedFinding[] }): ReactElement {
  const ours = useOurs()
  return (
    <ul className="signed-findings">
      {findings.map((finding) => (
        <li key={`${finding.code}-${finding.at}-${finding.field ?? ''}-${finding.zh}`} className="finding">
          <StatusTag status={finding.severity} />
          <div className="finding-text">
            <p>{ours(finding)}</p>
            <p className="aside">{ours(finding.fix)}</p>
          </div>
        </li>
      ))}
    </ul>
  )
}
