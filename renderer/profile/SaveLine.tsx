import type { ReactElement } from 'react'
import { useText } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import type { SaveState } from './autosave.ts'

/** Always visible: what is typed is kept, or why not. */
export function SaveLine({ save, onSave }: { save: SaveState; onSave(): Promise<void> }): ReactElement {
  const t = useText('profile')
  const common = useText('common')
  const text = {
    saved: save.leftOut > 0 ? t('savedExcept', { count: save.leftOut }) : t('saved'),
    waiting: t('waiting'),
    saving: t('saving'),
    failed: t('notSaved'),
  }[save.state]
  const open = save.state === 'failed' || save.leftOut > 0
  return (
    <span className={`save-line ${open ? 'open' : ''}`} role="status">
      <Icon name={open ? 'alert' : save.state === 'saved' ? 'check' : 'clock'} size={15} />
      {text}
      {save.state === 'failed' && (
        <button type="button" className="link" onClick={() => void onSave()}>
          {common('retry')}
        </button>
      )}
    </span>
  )
}
