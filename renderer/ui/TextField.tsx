import { Input } from 'antd'
import { type ReactElement, useEffect, useState } from 'react'
import { useText } from '../text/language.ts'
import { groupedId, type TextKind, tidy } from './typed-text.ts'

/** What every field of `ui/` takes; the label is a `<label htmlFor={id}>` beside it. */
export interface FieldProps {
  id: string
  value: string
  onChange(value: string): void
  onBlur?(): void
  invalid?: boolean
  describedBy?: string | undefined
  placeholder?: string | undefined
}

/**
 * A line of text. While an input method composes, nothing is reported and nothing is judged; on leaving,
 * the text is tidied and a line says what was changed.
 */
export function TextField(props: FieldProps & { kind: TextKind; numeric?: boolean }): ReactElement {
  const { id, value, onChange, onBlur, kind } = props
  const t = useText('profile')
  const [draft, setDraft] = useState(value)
  const [composing, setComposing] = useState(false)
  const [focused, setFocused] = useState(false)
  const [changed, setChanged] = useState<{ before: string; after: string } | null>(null)
  useEffect(() => setDraft(value), [value])

  const take = (text: string) => {
    setDraft(text)
    setChanged(null)
    if (!composing) onChange(text)
  }
  const leave = () => {
    const tidied = tidy(kind, draft)
    const visibly = tidied !== draft.trim() && tidied !== draft.replace(/\s/g, '')
    setFocused(false)
    setDraft(tidied)
    setChanged(visibly ? { before: draft.trim(), after: tidied } : null)
    if (tidied !== value) onChange(tidied)
    onBlur?.()
  }
  // The value itself never has spaces, so that copying, selecting and typing over it work as everywhere.
  const grouped = kind === 'certificate' && !focused ? groupedId(draft) : draft
  const spaced = grouped !== draft
  return (
    <div className={spaced ? 'grouped-field' : undefined}>
      <Input
        id={id}
        value={draft}
        placeholder={props.placeholder}
        status={props.invalid ? 'error' : ''}
        aria-invalid={props.invalid ?? false}
        aria-describedby={props.describedBy}
        inputMode={props.numeric ? 'numeric' : 'text'}
        autoComplete="off"
        spellCheck={false}
        className={kind === 'certificate' || kind === 'number-text' ? 'figures' : ''}
        onFocus={() => setFocused(true)}
        onBlur={leave}
        onChange={(event) => take(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={(event) => {
          setComposing(false)
          onChange(event.currentTarget.value)
        }}
      />
      {spaced && (
        <span aria-hidden="true" className="grouped figures">
          {grouped}
        </span>
      )}
      {changed && (
        <p className="field-changed" role="status">
          {t('tidied', changed)}
        </p>
      )}
    </div>
  )
}
