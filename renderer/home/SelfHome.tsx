import { type ReactElement, useState } from 'react'
import { useAnswer, useDeed } from '../calls.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { useRoving } from '../ui/roving.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { type FilingLine, filingLines } from './client-view.ts'
import { newOwnFiling, useImport, useSample } from './deeds.ts'
import { FilingRow } from './FilingRow.tsx'
import { RemoveFiling } from './RemoveDialogs.tsx'

/** 我的备案: one list, newest first. */
export function SelfHome(): ReactElement {
  const t = useText('home')
  const clients = useAnswer('client/list', { search: '' })
  const create = useDeed(newOwnFiling)
  const imported = useImport(null)
  const sample = useSample()
  const [removing, setRemoving] = useState<FilingLine | null>(null)
  const lines = filingLines(clients.data ?? [])
  const roving = useRoving<HTMLUListElement>()
  const start = () => clients.data && create.start(clients.data)
  useShortcuts({ n: start, o: () => imported.start() })
  const hasSample = (clients.data ?? []).some((client) => client.sample)
  const actions = (
    <>
      <Button kind="primary" icon="plus" onClick={start} busy={create.running}>
        {t('newFiling')}
      </Button>
      <Button icon="import" onClick={() => imported.start()} busy={imported.running}>
        {t('importFiling')}
      </Button>
    </>
  )
  return (
    <main id="main" tabIndex={-1} className="page">
      <div className="column stack">
        <div className="home-title">
          <h1>{t('myFilings')}</h1>
          {lines.length > 0 && <div className="row">{actions}</div>}
        </div>
        {[clients, create, imported, sample].map(
          ({ error }) => error && <FailureNote key={error.message} error={error} />,
        )}
        <TaskProgress task={imported.task} label={t('importing')} />
        <TaskProgress task={sample.task} label={t('addingSample')} />
        {clients.data && lines.length === 0 && (
          <div className="card">
            <EmptyState icon="document" title={t('emptyFilings')} action={actions}>
              {t('emptyFilingsWhy')}
            </EmptyState>
          </div>
        )}
        {lines.length > 0 && (
          <ul className="card filing-list" aria-label={t('myFilings')} {...roving}>
            {lines.map((line) => (
              <FilingRow key={line.id} line={line} onRemove={() => setRemoving(line)} />
            ))}
          </ul>
        )}
        {clients.data && !hasSample && (
          <p className="aside">
            <button type="button" className="link" onClick={() => sample.start()} disabled={sample.running}>
              {t('addSample')}
            </button>
          </p>
        )}
      </div>
      {removing && <RemoveFiling line={removing} onClose={() => setRemoving(null)} />}
    </main>
  )
}
