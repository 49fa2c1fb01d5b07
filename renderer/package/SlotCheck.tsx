import { type ReactElement, useState } from 'react'
import { failureText } from '../../preload/failures.ts'
import type { SlotView } from '../../preload/views.ts'
import { shownBytes } from '../../rules/bytes.ts'
import { failureOf } from '../bridge.ts'
import { SlotPreview } from '../slots/SlotPreview.tsx'
import { shownWindow } from '../slots/slot-view.ts'
import { useLanguage, useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'
import type { CheckedSlot } from './slot-check.ts'

/** Check-answers: every upload place with what its pictures come to, to be looked at before it goes out. */
export function SlotCheck({ slots }: { slots: readonly CheckedSlot[] }): ReactElement | null {
  const t = useText('output')
  const [preview, setPreview] = useState<SlotView | null>(null)
  if (slots.length === 0) return null
  return (
    <section aria-labelledby="check-head">
      <h2 id="check-head">{t('check')}</h2>
      <ul className="card rows slot-check">
        {slots.map((checked) => (
          <SlotLine key={checked.slot.id} checked={checked} onPreview={() => setPreview(checked.slot)} />
        ))}
      </ul>
      {preview && <SlotPreview slot={preview} onClose={() => setPreview(null)} />}
    </section>
  )
}

function SlotLine({ checked, onPreview }: { checked: CheckedSlot; onPreview(): void }): ReactElement {
  const filing = useText('filing')
  const common = useText('common')
  const ours = useOurs()
  const language = useLanguage()
  const { slot, count, error } = checked
  return (
    <li>
      <div className="task-text">
        <span className={count > 0 ? '' : 'aside'}>{ours(slot.title)}</span>
        <SlotFigures checked={checked} />
        {error && <span className="slot-unfit">{failureText(failureOf(error), language)}</span>}
      </div>
      {error && <StatusTag status="blocker" />}
      {count > 0 && (
        <Button
          small
          icon="eye"
          name={common('pair', { what: filing('preview'), of: ours(slot.title) })}
          onClick={onPreview}
        >
          {filing('preview')}
        </Button>
      )}
    </li>
  )
}

/** "2 张图片 · 1.9 MB · 1600×3200 · 在 4 MB 内" */
function SlotFigures({ checked: { slot, count, joined, error } }: { checked: CheckedSlot }): ReactElement {
  const t = useText('output')
  const slotText = useText('slots')
  const { min, max } = shownWindow(slot.window)
  const isOpen = count > 0 && !joined && !error
  const parts = [
    count > 0 ? t('slotReady', { count }) : t('slotEmpty'),
    joined && `${shownBytes(joined.bytes)} · ${joined.width}×${joined.height}`,
    isOpen && t('slotJoining'),
    min === null ? slotText('windowMax', { max }) : slotText('window', { min, max }),
  ]
  return <span className="aside figures">{parts.filter(Boolean).join(' · ')}</span>
}
