import { Checkbox, Input } from 'antd'
import { type ReactElement, useDeferredValue, useState } from 'react'
import { useAnswer } from '../calls.ts'
import { ClientMark } from '../home/ClientMark.tsx'
import { filingLines } from '../home/client-view.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'

/** The engine keeps the papers of a run in memory. */
const mostFilings = 500
/** So many lines are quick to draw; the others are found by searching. */
const mostShown = 300
const mostClients = 100_000

/** Which filings go into the run; what was ticked stays ticked while searching. */
export function ChooseFilings({ onChosen }: { onChosen(filings: string[]): void }): ReactElement {
  const t = useText('print')
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const asked = { search: useDeferredValue(search.trim()), limit: mostClients }
  const clients = useAnswer('client/list', asked, { keepPrevious: true })
  const lines = filingLines(clients.data ?? [])
  const tick = (ids: readonly string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) on ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  const tooMany = chosen.size > mostFilings
  return (
    <main id="main" tabIndex={-1} className="page" aria-label={t('choose')}>
      <div className="column stack">
        <h2>{t('choose')}</h2>
        <p className="aside">{t('chooseHint')}</p>
        {clients.error && <FailureNote error={clients.error} onRetry={() => void clients.refetch()} />}
        <div className="row">
          <Input
            type="search"
            allowClear
            className="print-search"
            prefix={<Icon name="search" size={16} />}
            aria-label={t('search')}
            placeholder={t('search')}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
          />
          <Button
            disabled={lines.length === 0}
            onClick={() =>
              tick(
                lines.map(({ id }) => id),
                true,
              )
            }
          >
            {t('all')}
          </Button>
          <Button onClick={() => setChosen(new Set())}>{t('none')}</Button>
          <Button
            kind="primary"
            disabled={chosen.size === 0 || tooMany}
            onClick={() => onChosen(lines.length > 0 ? orderedChoice(lines, chosen) : [...chosen])}
          >
            {t('next', { count: chosen.size })}
          </Button>
        </div>
        {tooMany && <p className="print-warning">{t('tooMany', { count: mostFilings })}</p>}
        {clients.data && lines.length === 0 && (
          <p className="aside">{search ? t('noMatch', { search }) : t('noFiling')}</p>
        )}
        <ul className="card print-choice" aria-label={t('choose')}>
          {lines.slice(0, mostShown).map(({ id, title, client }) => (
            <li key={id}>
              <Checkbox checked={chosen.has(id)} onChange={(event) => tick([id], event.target.checked)}>
                <ClientMark id={client.id} name={client.name} />
                <span className="print-client">{client.name}</span>
                <span className="aside">{title}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
        {lines.length > mostShown && <p className="aside">{t('more', { count: lines.length - mostShown })}</p>}
      </div>
    </main>
  )
}

/** As the list shows them; what was ticked under another search follows. */
function orderedChoice(lines: readonly { id: string }[], chosen: ReadonlySet<string>): string[] {
  const inSight = lines.map(({ id }) => id).filter((id) => chosen.has(id))
  return [...inSight, ...[...chosen].filter((id) => !inSight.includes(id))]
}
