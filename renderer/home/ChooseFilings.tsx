import { Checkbox, Input } from 'antd'
import { type ReactElement, useDeferredValue, useState } from 'react'
import { useAnswer } from '../calls.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { ClientMark } from './ClientMark.tsx'
import { filingLines } from './client-view.ts'
import './choose-filings.css'

/** So many lines are quick to draw; the others are found by searching. */
const mostShown = 300
const mostClients = 100_000

interface ChooseFilingsProps {
  title: string
  hint: string
  /** What is said when more are ticked than can be taken at once. */
  most: { count: number; tooMany: string }
  onChosen(filings: string[]): void
}

/** Filings of several clients, for one piece of work; what was ticked stays ticked while searching. */
export function ChooseFilings({ title, hint, most, onChosen }: ChooseFilingsProps): ReactElement {
  const t = useText('home')
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
  const tooMany = chosen.size > most.count
  return (
    <main id="main" tabIndex={-1} className="page" aria-label={title}>
      <div className="column stack">
        <h2>{title}</h2>
        <p className="aside">{hint}</p>
        {clients.error && <FailureNote error={clients.error} onRetry={() => void clients.refetch()} />}
        <div className="row">
          <Input
            type="search"
            allowClear
            className="choose-search"
            prefix={<Icon name="search" size={16} />}
            aria-label={t('searchClients')}
            placeholder={t('searchHint')}
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
            {t('chooseAll')}
          </Button>
          <Button onClick={() => setChosen(new Set())}>{t('chooseNone')}</Button>
          <Button
            kind="primary"
            disabled={chosen.size === 0 || tooMany}
            onClick={() => onChosen(lines.length > 0 ? orderedChoice(lines, chosen) : [...chosen])}
          >
            {t('chosen', { count: chosen.size })}
          </Button>
        </div>
        {tooMany && <p className="choose-warning">{most.tooMany}</p>}
        {clients.data && lines.length === 0 && (
          <p className="aside">{search ? t('noMatch', { search }) : t('emptyFilings')}</p>
        )}
        <ul className="card choose-list" aria-label={title}>
          {lines.slice(0, mostShown).map(({ id, title, client }) => (
            <li key={id}>
              <Checkbox checked={chosen.has(id)} onChange={(event) => tick([id], event.target.checked)}>
                <ClientMark id={client.id} name={client.name} />
                <span className="choose-client">{client.name}</span>
                <span className="aside">{title}</span>
              </Checkbox>
            </li>
          ))}
        </ul>
        {lines.length > mostShown && <p className="aside">{t('moreFilings', { count: lines.length - mostShown })}</p>}
      </div>
    </main>
  )
}

/** As the list shows them; what was ticked under another search follows. */
function orderedChoice(lines: readonly { id: string }[], chosen: ReadonlySet<string>): string[] {
  const inSight = lines.map(({ id }) => id).filter((id) => chosen.has(id))
  return [...inSight, ...[...chosen].filter((id) => !inSight.includes(id))]
}
