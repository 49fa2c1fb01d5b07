import { Radio, Select } from 'antd'
import { type ReactElement, useState } from 'react'
import { useText } from '../text/language.ts'
import type { FieldProps } from './TextField.tsx'

export interface Option {
  value: string
  label: string
  /** What else finds it: pinyin, a code. */
  keywords?: string
}

const finds = (search: string, option: Option | undefined) =>
  `${option?.label ?? ''} ${option?.keywords ?? ''} ${option?.value ?? ''}`
    .toLowerCase()
    .includes(search.trim().toLowerCase())

/** One of a list; long lists are searched by typing. With `free`, what is not in the list can be typed as it is. */
export function Choice(props: FieldProps & { options: readonly Option[]; free?: boolean }): ReactElement {
  const t = useText('profile')
  const [search, setSearch] = useState('')
  const known = props.options.some((option) => option.value === props.value)
  const kept = props.value && !known ? [{ value: props.value, label: props.value }] : []
  const typed = props.free && search.trim() ? [{ value: search.trim(), label: search.trim() }] : []
  const options = [
    ...typed.filter((one) => !props.options.some((o) => o.label === one.label)),
    ...kept,
    ...props.options,
  ]
  return (
    <Select<string, Option>
      id={props.id}
      value={props.value || null}
      options={options}
      allowClear
      showSearch={
        props.options.length > 7 || props.free
          ? { filterOption: finds, searchValue: search, onSearch: setSearch, optionFilterProp: 'label' }
          : false
      }
      placeholder={props.placeholder ?? t('notChosen')}
      status={props.invalid ? 'error' : ''}
      aria-invalid={props.invalid ?? false}
      aria-describedby={props.describedBy}
      style={{ width: '100%' }}
      onChange={(value: string | null | undefined) => {
        setSearch('')
        props.onChange(value ?? '')
      }}
      {...(props.onBlur && { onBlur: props.onBlur })}
    />
  )
}

interface ManyProps {
  id: string
  value: readonly string[]
  options: readonly Option[]
  onChange(value: string[]): void
  describedBy?: string | undefined
}

/** Any number of a list. */
export function ManyChoice(props: ManyProps): ReactElement {
  const t = useText('profile')
  return (
    <Select<string[], Option>
      id={props.id}
      mode="multiple"
      value={[...props.value]}
      options={[...props.options]}
      showSearch={{ filterOption: finds }}
      placeholder={t('notChosen')}
      aria-describedby={props.describedBy}
      style={{ width: '100%' }}
      onChange={(value) => props.onChange(value)}
    />
  )
}

/** Yes, no, or not known yet: absent stays absent until the person knows. */
export function YesNo(props: {
  id: string
  value: boolean | undefined
  onChange(value: boolean | undefined): void
  labelledBy: string
  describedBy?: string | undefined
}): ReactElement {
  const t = useText('common')
  const word = props.value === undefined ? 'unknown' : props.value ? 'yes' : 'no'
  return (
    <Radio.Group
      id={props.id}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      value={word}
      className={`yes-no ${word}`}
      optionType="button"
      onChange={(event) => {
        const chosen: unknown = event.target.value
        props.onChange(chosen === 'unknown' ? undefined : chosen === 'yes')
      }}
      options={[
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
        { value: 'unknown', label: t('notKnown') },
      ]}
    />
  )
}
