import type { ReactElement } from 'react'
import { useText } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { asksId } from './Asks.tsx'
import { DeadlineLine } from './DeadlineLine.tsx'
import { useDesk } from './desk.ts'
import { findingsId } from './Findings.tsx'
import { openCounts } from './tasks-view.ts'

export const materialsId = 'materials-head'

/** The answer to "how far am I?", in one line; each part leads to its place. */
export function Summary(): ReactElement | null {
  const { checklist, tasks, findings } = useDesk()
  const t = useText('filing')
  const output = useText('output')
  if (!checklist) return null
  const { missing, blockers } = openCounts(tasks, findings)
  const asks = checklist.asks.length
  const checking = tasks.some(({ state }) => state === 'checking')
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
            <Icon name={checking ? 'clock' : 'check'} size={16} />
            {checking ? output('checking') : t('readyAll')}
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
