import type { ReactElement } from 'react'
import type { Finding } from '../../rules/answers.ts'
import { useText } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { asksId } from './Asks.tsx'
import { DeadlineLine } from './DeadlineLine.tsx'
import { useDesk } from './desk.ts'
import { findingsId } from './Findings.tsx'
import { openCounts, type Task } from './tasks-view.ts'

export const materialsId = 'materials-head'

/** The answer to "how far am I?", in one line; each part leads to its place. */
export function Summary(props: { tasks: readonly Task[]; findings: readonly Finding[] }): ReactElement | null {
  const { checklist } = useDesk()
  const t = useText('filing')
  if (!checklist) return null
  const { missing, blockers } = openCounts(props.tasks, props.findings)
  const asks = checklist.asks.length
  const open = [
    { id: materialsId, count: missing, text: t('openMissing', { count: missing }) },
    { id: findingsId, count: blockers, text: t('openBlockers', { count: blockers }) },
    { id: asksId, count: asks, text: t('openAsks', { count: asks }) },
  ].filter(({ count }) => count > 0)
  return (
    <div className="summary">
      <h1>{t('tasks')}</h1>
      <p role="status">
        {open.length === 0 && (
          <span className="summary-ready">
            <Icon name="check" size={16} />
            {t('readyAll')}
          </span>
        )}
        {open.map(({ id, text }) => (
          <button key={id} type="button" className="link" onClick={() => goTo(id)}>
            {text}
          </button>
        ))}
      </p>
      <DeadlineLine />
    </div>
  )
}

/** Brings a section into sight, opened if it was closed. */
function goTo(id: string): void {
  const place = document.getElementById(id)
  if (place instanceof HTMLDetailsElement) place.open = true
  place?.scrollIntoView({ block: 'start', behavior: 'smooth' })
}
