import type { ReactElement } from 'react'
import type { BlankDetail, BlankField } from '../../preload/blank-views.ts'
import { ask } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { useRoving } from '../ui/roving.ts'
import { AnchorPanel } from './AnchorPanel.tsx'
import { FormPlaces } from './FormPlaces.tsx'
import { placesNow, usePlacing } from './place-store.ts'
import { countPlaces, openSuggestions, withSuggestion } from './placing.ts'
import './placing-panel.css'

interface PanelProps {
  detail: BlankDetail
  page: number
  onPage(page: number): void
}

/** The fields with their places, what is suggested, and the place that is selected. */
export function PlacingPanel({ detail, page, onPage }: PanelProps): ReactElement {
  const t = useText('blanks')
  const written = detail.fields.filter(({ kind }) => kind !== 'hand')
  const hands = detail.fields.filter(({ kind }) => kind === 'hand')
  return (
    <aside className="placing-panel" aria-label={t('fields')}>
      <AnchorPanel detail={detail} page={page} />
      <FormPlaces detail={detail} />
      <Suggestions detail={detail} />
      <section aria-labelledby="placing-fields">
        <h2 id="placing-fields">{t('fields')}</h2>
        <p className="aside">{t('fieldsHint')}</p>
        <FieldList fields={written} onPage={onPage} />
      </section>
      <section aria-labelledby="placing-hands">
        <h2 id="placing-hands">{t('hands')}</h2>
        <p className="aside">{t('handsHint')}</p>
        <FieldList fields={hands} onPage={onPage} />
      </section>
    </aside>
  )
}

function Suggestions({ detail }: { detail: BlankDetail }): ReactElement {
  const t = useText('blanks')
  const placing = usePlacing()
  const { suggestions, offer, commit } = placing
  const places = placesNow(placing)
  const open = openSuggestions(suggestions, places)
  const look = useDeed(async () => {
    const found = await ask('blank/suggest', { blank: detail.view.id })
    offer(found)
    if (openSuggestions(found, placesNow(usePlacing.getState())).length === 0) tell(t('suggestNone'))
  })
  const takeAll = () => {
    commit(open.reduce(withSuggestion, places))
    offer([])
  }
  return (
    <section className="suggestions">
      {open.length === 0 ? (
        <Button icon="search" busy={look.running} onClick={() => look.start()}>
          {t('suggest')}
        </Button>
      ) : (
        <>
          <p className="aside">{t('suggested', { count: open.length })}</p>
          <div className="row">
            <Button kind="primary" small onClick={takeAll}>
              {t('takeAll')}
            </Button>
            <Button small onClick={() => offer([])}>
              {t('dismiss')}
            </Button>
          </div>
        </>
      )}
      {look.error && <FailureNote error={look.error} />}
    </section>
  )
}

function FieldList({ fields, onPage }: { fields: readonly BlankField[]; onPage(page: number): void }): ReactElement {
  const t = useText('blanks')
  const ours = useOurs()
  const placing = usePlacing()
  const { field: inHand, pick } = placing
  const places = placesNow(placing)
  const roving = useRoving<HTMLUListElement>()
  const choose = (id: string) => {
    pick(inHand === id ? null : id)
    const there = places.anchors.find(({ field }) => field === id)
    if (there) onPage(there.page)
  }
  return (
    <ul className="field-list" {...roving}>
      {fields.map(({ id, title }) => {
        const count = countPlaces(places, id)
        return (
          <li key={id}>
            <button
              type="button"
              data-line
              className={`field-line ${count > 0 ? 'placed' : ''}`}
              aria-pressed={inHand === id}
              onClick={() => choose(id)}
            >
              <span>{ours(title)}</span>
              <span className="aside figures">{count > 0 ? t('nPlaces', { count }) : t('noPlace')}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
