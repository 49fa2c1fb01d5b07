import type { ReactElement } from 'react'
import type { Advice } from '../../rules/answers.ts'
import { useOurs, useText } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { Earlier, VerifyLine } from './Earlier.tsx'
import { Sources } from './Sources.tsx'

/** 说明: what the sources say and no program can check, folded, one line for each subject. */
export function AdviceList({ advice }: { advice: readonly Advice[] }): ReactElement | null {
  const t = useText('knowledge')
  if (advice.length === 0) return null
  return (
    <details className="card asks advice">
      <summary className="lead-row">
        <Icon name="info" size={20} />
        <span className="task-text">
          <span className="task-title">{t('advice')}</span>
          <span className="aside">{t('adviceHint')}</span>
        </span>
        <span className="aside figures">{t('adviceCount', { count: advice.length })}</span>
        <Icon name="down" size={16} />
      </summary>
      <ul className="rows">
        {advice.map((one) => (
          <Topic key={`${one.topic}-${one.zh}`} advice={one} />
        ))}
      </ul>
    </details>
  )
}

function Topic({ advice }: { advice: Advice }): ReactElement {
  const ours = useOurs()
  return (
    <li>
      <details className="topic">
        <summary>{ours(advice.title)}</summary>
        <p>{ours(advice)}</p>
        {advice.verify && <VerifyLine />}
        <Sources sources={advice.sources} />
        <Earlier reasons={advice.earlier} deciding={advice.sources} />
      </details>
    </li>
  )
}
