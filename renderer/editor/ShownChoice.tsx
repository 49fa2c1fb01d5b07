import { Segmented } from 'antd'
import type { ReactElement } from 'react'
import { useText } from '../text/language.ts'
import { type Shown, useEditor } from './editor-store.ts'

/** The result, the original, or both beside each other. */
export function ShownChoice(): ReactElement {
  const t = useText('editor')
  const { shown, set } = useEditor()
  return (
    <Segmented<Shown>
      block
      aria-label={t('shown')}
      value={shown}
      onChange={(next) => set({ shown: next })}
      options={[
        { value: 'after', label: t('after') },
        { value: 'before', label: t('before') },
        { value: 'both', label: t('both') },
      ]}
    />
  )
}
