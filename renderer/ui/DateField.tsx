import { Input } from 'antd'
import { type ReactElement, useEffect, useState } from 'react'
import { useText } from '../text/language.ts'
import type { FieldProps } from './TextField.tsx'
import { readDate, shownDate } from './typed-text.ts'

/**
 * A typed date: the certificate's own form, ISO, eight digits, or 长期 where `mayBeLongTerm`.
 * Reports `YYYY-MM-DD`, `long-term`, `''`, or the text itself when it is no date, so that nothing typed is lost.
 */
export function DateField(props: FieldProps & { mayBeLongTerm?: boolean }): ReactElement {
  const { id, value, onChange, onBlur, mayBeLongTerm = false } = props
  const t = useText('profile')
  const [draft, setDraft] = useState(() => shownDate(value))
  useEffect(() => setDraft(shownDate(value)), [value])

  const leave = () => {
    const read = readDate(draft, mayBeLongTerm)
    const next = read ?? draft.trim()
    setDraft(shownDate(next))
    if (next !== value) onChange(next)
    onBlur?.()
  }
  return (
    <Input
      id={id}
      value={draft}
      placeholder={props.placeholder ?? t(mayBeLongTerm ? 'endHint' : 'dateHint')}
      status={props.invalid ? 'error' : ''}
      aria-invalid={props.invalid ?? false}
      aria-describedby={props.describedBy}
      autoComplete="off"
      className="figures"
      onChange={(event) => setDraft(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
    />
  )
}
