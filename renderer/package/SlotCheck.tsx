import { type ReactElement, useState } from 'react'
import type { SlotView } from '../../preload/views.ts'
import { shownBytes } from '../../rules/bytes.ts'
import { SlotPreview } from '../slots/SlotPreview.tsx'
import type { CheckedSlot } from '../slots/slot-check.ts'
import { shownWindow } from '../slots/slot-view.ts'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { StatusTag } from '../ui/StatusTag.tsx'

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
  const { slot, count, finding } = checked
  return (
    <li>
      <div className="task-text">
        <span className={count > 0 ? '' : 'aside'}>{ours(slot.title)}</span>
        <SlotFigures checked={checked} />
        {finding && (
          <span className="slot-unfit">
            {ours(finding)} {ours(finding.fix)}
          </span>
        )}
      </div>
      {finding && <StatusTag status="blocker" />}
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
function SlotFigures({ checked: { slot, count, joined, waiting } }: { checked: CheckedSlot }): ReactElement {
  const t = useText('output')
  const slotText = useText('slots')
  const { min, max } = shownWindow(slot.window)
  const parts = [
    count > 0 ? t('slotReady', { count }) : t('slotEmpty'),
    joined && !waiting && `${shownBytes(joined.bytes)} · ${joined.width}×${joined.height}`,
    waiting && t('slotJoining'),
    min === null ? slotText('windowMax', { max }) : slotText('window', { min, max }),
  ]
  return <span className="aside figures">{parts.filter(Boolean).join(' · ')}</span>
}
