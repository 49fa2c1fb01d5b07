import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react'
import type { ClientView } from '../../preload/client-views.ts'
import { useText } from '../text/language.ts'
import { nextLine } from '../ui/roving.ts'
import { ClientMark } from './ClientMark.tsx'
import { linesInSight } from './client-view.ts'
import { openFiling } from './deeds.ts'

const lineHeight = 60

interface ClientListProps {
  clients: readonly ClientView[]
  chosen: string | null
  onChoose(client: string): void
}

/** A list of any length: only the lines in sight are in the page, so it is one Tab stop with an active line. */
export function ClientList({ clients, chosen, onChoose }: ClientListProps): ReactElement {
  const t = useText('home')
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ scrolled: 0, height: 800 })
  const at = clients.findIndex((client) => client.id === chosen)
  useEffect(() => {
    const { current } = box
    if (!current || at < 0) return
    const top = at * lineHeight
    if (top < current.scrollTop) current.scrollTop = top
    if (top + lineHeight > current.scrollTop + current.clientHeight)
      current.scrollTop = top + lineHeight - current.clientHeight
  }, [at])

  const press = (event: KeyboardEvent) => {
    const only = clients[at]?.filings[0]
    if (event.key === 'Enter' && only) openFiling(only.id)
    const to = nextLine(event.key, Math.max(at, 0), clients.length)
    const client = to === null ? undefined : clients[to]
    if (!client) return
    event.preventDefault()
    onChoose(client.id)
  }
  const { first, last } = linesInSight(clients.length, lineHeight, view.scrolled, view.height)
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={t('clients')}
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      className="client-list"
      onKeyDown={press}
      onScroll={({ currentTarget: now }) => setView({ scrolled: now.scrollTop, height: now.clientHeight })}
    >
      <div role="presentation" style={{ height: clients.length * lineHeight, paddingTop: first * lineHeight }}>
        {clients.slice(first, last).map((client, index) => (
          <ClientLine
            key={client.id}
            id={`${id}-${first + index}`}
            client={client}
            nth={first + index + 1}
            of={clients.length}
            chosen={client.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </div>
    </div>
  )
}

interface LineProps {
  id: string
  client: ClientView
  nth: number
  of: number
  chosen: boolean
  onChoose(client: string): void
}

function ClientLine({ id, client, nth, of, chosen, onChoose }: LineProps): ReactElement {
  const t = useText('home')
  const common = useText('common')
  const count = client.filings.length
  const [latest] = client.filings
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list itself takes the keys, its lines take the pointer
    // biome-ignore lint/a11y/useFocusableInteractive: one active line of a listbox is named by aria-activedescendant
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-posinset={nth}
      aria-setsize={of}
      className="client-line"
      onClick={() => onChoose(client.id)}
      onDoubleClick={() => latest && openFiling(latest.id)}
    >
      <ClientMark id={client.id} name={client.name} />
      <span className="client-text">
        <span className="client-name">
          <span>{client.name}</span>
          {client.sample && <span className="sample-mark">{common('sample')}</span>}
        </span>
        <span className="aside">{count === 0 ? t('noFiling') : t('filingCount', { count })}</span>
      </span>
    </div>
  )
}
