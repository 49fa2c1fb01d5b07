import { type ReactElement, useState } from 'react'
import type { ClientView } from '../../preload/client-views.ts'
import { ask } from '../bridge.ts'
import { refresh, useDeed } from '../calls.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Menu } from '../ui/Menu.tsx'
import { tell } from '../ui/notices.ts'
import { useRoving } from '../ui/roving.ts'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { ClientMark } from './ClientMark.tsx'
import { type FilingLine, filingLines } from './client-view.ts'
import { newFiling, useImport } from './deeds.ts'
import { FilingRow } from './FilingRow.tsx'
import { NameDialog } from './NameDialog.tsx'
import { RemoveClient, RemoveFiling } from './RemoveDialogs.tsx'

/** One client: its filings, and what can be done with it. */
export function ClientPage({ client }: { client: ClientView }): ReactElement {
  const t = useText('home')
  const common = useText('common')
  const create = useDeed(newFiling)
  const imported = useImport(client.id)
  const [open, setOpen] = useState<'rename' | 'remove' | null>(null)
  const [removing, setRemoving] = useState<FilingLine | null>(null)
  const rename = useDeed(async (name: string) => {
    await ask('client/rename', { client: client.id, name })
    await refresh('client/list', 'filing/get')
    setOpen(null)
    tell(t('renamed', { name }))
  })
  const roving = useRoving<HTMLUListElement>()
  const lines = filingLines([client])
  return (
    <>
      <div className="client-head">
        <ClientMark large id={client.id} name={client.name} />
        <div>
          <h2 className="client-title">{client.name}</h2>
          <p className="aside">
            {client.sample && <span className="sample-mark">{common('sample')}</span>}{' '}
            {t('filingCount', { count: client.filings.length })}
          </p>
        </div>
        <div className="row end">
          <Button icon="plus" busy={create.running} onClick={() => create.start(client.id)}>
            {t('newFiling')}
          </Button>
          <Menu
            name={common('pair', { what: common('more'), of: client.name })}
            lines={[
              { key: 'import', label: t('importFiling'), icon: 'import', run: () => imported.start() },
              { key: 'rename', label: t('rename'), icon: 'pencil', run: () => setOpen('rename') },
              {
                key: 'remove',
                label: client.sample ? t('removeSample') : t('removeClient'),
                icon: 'trash',
                danger: true,
                run: () => setOpen('remove'),
              },
            ]}
          />
        </div>
      </div>
      {[create, imported].map(({ error }) => error && <FailureNote key={error.message} error={error} />)}
      <TaskProgress task={imported.task} label={t('importing')} />
      <div className="card">
        {lines.length === 0 ? (
          <EmptyState icon="document" title={t('emptyOfClient')}>
            {t('emptyFilingsWhy')}
          </EmptyState>
        ) : (
          <ul className="filing-list" aria-label={client.name} {...roving}>
            {lines.map((line) => (
              <FilingRow key={line.id} line={line} ofClient onRemove={() => setRemoving(line)} />
            ))}
          </ul>
        )}
      </div>
      {open === 'rename' && (
        <NameDialog
          title={t('renameTitle')}
          action={t('rename')}
          name={client.name}
          busy={rename.running}
          error={rename.error}
          onName={rename.start}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'remove' && <RemoveClient client={client} onClose={() => setOpen(null)} />}
      {removing && <RemoveFiling line={removing} onClose={() => setRemoving(null)} />}
    </>
  )
}
