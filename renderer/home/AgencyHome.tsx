import { Input } from 'antd'
import { type ReactElement, useDeferredValue, useState } from 'react'
import { ask } from '../bridge.ts'
import { refresh, useAnswer, useDeed } from '../calls.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { useShortcuts } from '../ui/shortcuts.ts'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { ClientList } from './ClientList.tsx'
import { ClientPage } from './ClientPage.tsx'
import { newFiling, useImport, useSample } from './deeds.ts'
import { NameDialog } from './NameDialog.tsx'

/** Clients on the left, the chosen one's filings on the right. */
export function AgencyHome(): ReactElement {
  const t = useText('home')
  const print = useText('print')
  const output = useText('output')
  const { goToPrint, goToPackages } = useWhere()
  const [search, setSearch] = useState('')
  const clients = useAnswer('client/list', { search: useDeferredValue(search.trim()) }, { keepPrevious: true })
  const [chosen, setChosen] = useState<string | null>(null)
  const [naming, setNaming] = useState(false)
  const imported = useImport(null)
  const sample = useSample()
  const create = useDeed(async (name: string) => {
    const made = await ask('client/create', { name })
    await refresh('client/list')
    setNaming(false)
    await newFiling(made.id)
  })
  useShortcuts({ n: () => setNaming(true), o: () => imported.start() })
  const all = clients.data ?? []
  const client = all.find((one) => one.id === chosen) ?? all[0]
  const empty = clients.data !== undefined && all.length === 0 && search === ''
  return (
    <div className="agency">
      <nav className="agency-list" aria-label={t('clients')}>
        <div className="agency-tools">
          <div className="home-title">
            <h1>{t('clients')}</h1>
            <div className="row tight">
              <IconButton icon="package" name={output('open')} onClick={goToPackages} />
              <IconButton icon="printer" name={print('open')} onClick={goToPrint} />
              <IconButton icon="import" name={t('importFiling')} onClick={() => imported.start()} />
              <Button kind="primary" icon="plus" onClick={() => setNaming(true)}>
                {t('newClient')}
              </Button>
            </div>
          </div>
          <Input
            type="search"
            allowClear
            prefix={<Icon name="search" size={16} />}
            aria-label={t('searchClients')}
            placeholder={t('searchHint')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
        </div>
        <ClientList clients={all} chosen={client?.id ?? null} onChoose={setChosen} />
        {all.length === 0 && search !== '' && <p className="agency-none">{t('noMatch', { search })}</p>}
      </nav>
      <main id="main" tabIndex={-1} className="page">
        <div className="column stack">
          {[clients, imported, sample].map(({ error }) => error && <FailureNote key={error.message} error={error} />)}
          <TaskProgress task={imported.task} label={t('importing')} />
          <TaskProgress task={sample.task} label={t('addingSample')} />
          {client && <ClientPage key={client.id} client={client} />}
          {empty && (
            <EmptyState
              icon="people"
              title={t('emptyClients')}
              action={
                <>
                  <Button icon="import" onClick={() => imported.start()}>
                    {t('importFiling')}
                  </Button>
                  <Button busy={sample.running} onClick={() => sample.start()}>
                    {t('addSample')}
                  </Button>
                </>
              }
            >
              {t('emptyClientsWhy')}
            </EmptyState>
          )}
        </div>
      </main>
      {naming && (
        <NameDialog
          title={t('newClient')}
          action={t('create')}
          busy={create.running}
          error={create.error}
          onName={create.start}
          onClose={() => setNaming(false)}
        />
      )}
    </div>
  )
}
