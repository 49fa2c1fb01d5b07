import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useText } from '../text/language.ts'
import type { Aspect } from './steps.ts'

/** The known proportions of what is photographed. */
export function AspectChoice({ value, onChange }: { value: Aspect; onChange(aspect: Aspect): void }): ReactElement {
  const t = useText('editor')
  return (
    <div>
      <p className="aside">{t('aspect')}</p>
      <Segmented
        block
        aria-label={t('aspect')}
        value={value}
        onChange={onChange}
        options={[
          { value: 'card', label: t('card') },
          { value: 'a4', label: t('a4') },
          { value: 'free', label: t('free') },
        ]}
      />
    </div>
  )
}
