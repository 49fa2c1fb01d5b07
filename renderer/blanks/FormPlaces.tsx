import { Select } from 'antd'
import { type ReactElement, useId } from 'react'
import type { BlankDetail } from '../../preload/blank-views.ts'
import type { Places } from '../../rules/anchor-map.ts'
import { useOurs, useText } from '../text/language.ts'
import { IconButton } from '../ui/Button.tsx'
import { placesNow, usePlacing } from './place-store.ts'

type Choice = Places['formChoices'][number]

/** Where the field in hand goes in a PDF form: its text field, and what each of its boxes is ticked for. */
export function FormPlaces({ detail }: { detail: BlankDetail }): ReactElement | null {
  const t = useText('blanks')
  const ours = useOurs()
  const placing = usePlacing()
  const { field: inHand, commit } = placing
  const places = placesNow(placing)
  const field = detail.fields.find(({ id }) => id === inHand)
  const choices = [...places.formChoices.entries()].filter(([, choice]) => choice.field === inHand)
  const name = inHand === null ? undefined : places.formFields[inHand]
  if (!field || (choices.length === 0 && name === undefined)) return null
  const removeText = () => {
    const { [field.id]: _, ...formFields } = places.formFields
    commit({ ...places, formFields })
  }
  const change = (at: number, choice: Choice | null) =>
    commit({
      ...places,
      formChoices: choice ? places.formChoices.with(at, choice) : places.formChoices.toSpliced(at, 1),
    })
  return (
    <section aria-labelledby="placing-form" className="anchor-panel">
      <h2 id="placing-form">{ours(field.title)}</h2>
      {name !== undefined && (
        <div className="anchor-line">
          <span>{t('formFieldAt', { name })}</span>
          <IconButton icon="trash" small name={t('removeFormField', { name })} onClick={removeText} />
        </div>
      )}
      {choices.map(([at, choice]) => (
        <TickedFor key={at} choice={choice} options={field.options} onChange={(next) => change(at, next)} />
      ))}
    </section>
  )
}

interface TickedProps {
  choice: Choice
  options: readonly string[]
  onChange(next: Choice | null): void
}

function TickedFor({ choice, options, onChange }: TickedProps): ReactElement {
  const t = useText('blanks')
  const id = useId()
  const name = choice.value === undefined ? choice.name : `${choice.name} = ${choice.value}`
  // A box that is ticked for nothing is no place: it is taken away.
  const setTicks = (ticks: string[]) => onChange(ticks.length > 0 ? { ...choice, ticks } : null)
  return (
    <div className="anchor-block">
      <div className="anchor-line">
        <label htmlFor={id}>{t('tickedFor', { name })}</label>
        <IconButton icon="trash" small name={t('removeFormField', { name })} onClick={() => onChange(null)} />
      </div>
      <Select<string[]>
        id={id}
        mode="tags"
        value={[...choice.ticks]}
        options={options.map((option) => ({ value: option, label: option }))}
        style={{ width: '100%' }}
        onChange={setTicks}
      />
    </div>
  )
}
