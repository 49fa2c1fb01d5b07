import { type ReactElement, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Finding } from '../../rules/answers.ts'
import { useOurs, useText } from '../text/language.ts'
import { StatusTag } from '../ui/StatusTag.tsx'
import { overrule } from './deeds.ts'
import { OverruleDialog } from './OverruleDialog.tsx'
import { severalIn } from './split.ts'

const weight = { blocker: 0, warning: 1, note: 2 } as const
const worstFirst = (one: Finding, other: Finding) => weight[one.severity] - weight[other.severity]

/** What is wrong with this picture, worst first; the fix stands with it, and what a person decided about it. */
export function Worries({ image }: { image: ImageView }): ReactElement | null {
  // Beside its own button: see Several.tsx.
  const worries = image.findings.filter((finding) => finding !== severalIn(image)).toSorted(worstFirst)
  if (worries.length === 0) return null
  return (
    <ul className="worries">
      {worries.map((finding) => (
        <li key={`${finding.code} ${finding.zh}`}>
          {finding.overruled ? (
            <Overruled image={image} finding={finding} />
          ) : (
            <Worry image={image} finding={finding} />
          )}
        </li>
      ))}
    </ul>
  )
}

interface WorryProps {
  image: ImageView
  finding: Finding
}

function Worry({ image, finding }: WorryProps): ReactElement {
  const t = useText('images')
  const ours = useOurs()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <StatusTag status={finding.severity} /> {ours(finding)} <span className="aside">{ours(finding.fix)}</span>{' '}
      {finding.severity === 'warning' && (
        <button type="button" className="link" onClick={() => setAsking(true)}>
          {t('overrule')}
        </button>
      )}
      {asking && <OverruleDialog image={image} finding={finding} onClose={() => setAsking(false)} />}
    </>
  )
}

function Overruled({ image, finding }: WorryProps): ReactElement {
  const t = useText('images')
  const ours = useOurs()
  const { reason, by, at } = finding.overruled ?? { reason: '' }
  const who = [by, at?.slice(0, 10)].filter(Boolean).join(' ')
  return (
    <>
      <StatusTag status="overruled" /> <s>{ours(finding)}</s>{' '}
      <span className="aside">{who ? t('overruledBy', { reason, who }) : t('overruledFor', { reason })}</span>{' '}
      <button type="button" className="link" onClick={() => void overrule(image, finding, null)}>
        {t('overruleBack')}
      </button>
    </>
  )
}
