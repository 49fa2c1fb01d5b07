import type { ReactElement } from 'react'
import type { BlankDetail } from '../../preload/blank-views.ts'
import { useOurs, useText } from '../text/language.ts'
import { placesNow, usePlacing } from './place-store.ts'
import { fieldAt, onScreen, openSuggestions, type PageSize, withFormChoices, withSuggestion } from './placing.ts'

interface OfferedProps {
  detail: BlankDetail
  page: number
  size: PageSize
  scale: number
}

/** What can be taken with a click: suggested places, and for the field in hand the fields of a PDF form. */
export function OfferedBoxes({ detail, page, size, scale }: OfferedProps): ReactElement {
  const t = useText('blanks')
  const ours = useOurs()
  const placing = usePlacing()
  const places = placesNow(placing)
  const { commit, field: inHand, pick, suggestions } = placing
  const fieldOf = (id: string | null) => detail.fields.find((field) => field.id === id)
  const known = fieldOf(inHand)
  const takeFormField = (one: BlankDetail['formFields'][number]) => {
    if (!known) return pick(fieldAt(one.name, places))
    if (one.kind === 'text' || one.kind === 'list') {
      commit({ ...places, formFields: { ...places.formFields, [known.id]: one.name } })
      pick(null)
    } else {
      // The field stays in hand: the panel now shows what each box is ticked for.
      commit(withFormChoices(places, known, one))
    }
  }
  return (
    <>
      {openSuggestions(suggestions, places).map((suggestion) => {
        const { field, label, anchor } = suggestion
        const title = fieldOf(field)?.title
        if (!anchor || anchor.page !== page || !title) return null
        const name = t('suggestionAt', { field: ours(title), label })
        return (
          <button
            key={`${field}-${anchor.x}-${anchor.y}`}
            type="button"
            className="offered-box"
            title={name}
            aria-label={name}
            style={onScreen(anchor, size, scale)}
            onClick={() => commit(withSuggestion(places, suggestion))}
          >
            <span className="anchor-name">{ours(title)}</span>
          </button>
        )
      })}
      {detail.formFields.map((one) => {
        if (!one.place || one.place.page !== page || one.kind === 'other') return null
        const used = fieldAt(one.name, places)
        const title = fieldOf(used)?.title
        return (
          <button
            key={`${one.name}-${one.place.x}-${one.place.y}`}
            type="button"
            className={`form-box ${used ? 'used' : ''}`}
            title={t('formFieldAt', { name: one.name })}
            aria-label={t('formFieldAt', { name: one.name })}
            disabled={!known && used === null}
            style={onScreen(one.place, size, scale)}
            onClick={() => takeFormField(one)}
          >
            {title && <span className="anchor-name">{ours(title)}</span>}
          </button>
        )
      })}
    </>
  )
}
