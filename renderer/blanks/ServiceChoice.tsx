import { Select } from 'antd'
import type { ReactElement } from 'react'
import { useAnswer } from '../calls.ts'
import { useText } from '../text/language.ts'

interface ChoiceProps {
  filing: string
  service: number
  onChange(service: number): void
}

/** For which service of the filing the page is filled; where there is but one, there is nothing to choose. */
export function ServiceChoice({ filing, service, onChange }: ChoiceProps): ReactElement | null {
  const t = useText('blanks')
  const { data } = useAnswer('filing/get', { filing })
  const services = data?.filing.services ?? []
  if (services.length < 2) return null
  const options = services.map(({ name }, at) => ({ value: at, label: name || t('serviceN', { n: at + 1 }) }))
  return (
    <Select<number>
      aria-label={t('service')}
      value={service}
      options={options}
      popupMatchSelectWidth={false}
      onChange={onChange}
    />
  )
}
