import type { ReactElement } from 'react'
import { useText } from '../text/language.ts'
import { Choice, ManyChoice, YesNo } from '../ui/Choice.tsx'
import { DateField } from '../ui/DateField.tsx'
import { type FieldProps, TextField } from '../ui/TextField.tsx'
import { halfWidth } from '../ui/typed-text.ts'
import type { FieldSpec } from './fields.ts'
import type { Lists } from './lists.ts'

interface FieldInputProps {
  id: string
  spec: FieldSpec
  lists: Lists
  value: unknown
  invalid?: boolean
  onChange(value: unknown): void
  onBlur?(): void
}

const shown = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** A number as the filing wants it; what is no number stays as typed, so that it can be named and corrected. */
export function readNumber(text: string): number | string {
  const plain = halfWidth(text).trim()
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain
}

/** The input of one fact, by its kind. Also used by the questions of the task list. */
export function FieldInput({ id, spec, lists, value, invalid, onChange, onBlur }: FieldInputProps): ReactElement {
  const t = useText('profile')
  const props: FieldProps = {
    id,
    value: shown(value),
    onChange,
    invalid: invalid ?? false,
    describedBy: `${id}-more`,
    placeholder: spec.hint && t(spec.hint),
    ...(onBlur && { onBlur }),
  }
  switch (spec.kind) {
    case 'date':
    case 'end-date':
      return <DateField {...props} mayBeLongTerm={spec.kind === 'end-date'} />
    case 'choice':
    case 'free-choice':
      return <Choice {...props} options={lists.options(spec.list ?? 'natures')} free={spec.kind === 'free-choice'} />
    case 'many':
      return (
        <ManyChoice
          id={id}
          value={Array.isArray(value) ? (value as string[]) : []}
          options={lists.options(spec.list ?? 'topics')}
          onChange={onChange}
          describedBy={props.describedBy}
        />
      )
    case 'yes-no':
      return (
        <YesNo
          id={id}
          value={typeof value === 'boolean' ? value : undefined}
          onChange={onChange}
          labelledBy={`${id}-label`}
          describedBy={props.describedBy}
        />
      )
    case 'number':
      return <TextField {...props} kind="number-text" numeric onChange={(text) => onChange(readNumber(text))} />
    default:
      return <TextField {...props} kind={spec.kind} numeric={spec.kind === 'number-text'} />
  }
}
