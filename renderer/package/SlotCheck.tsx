import { type ReactElement, useState } from 'react'
import type { SlotView } from '../../preload/views.ts'
import { useDesk } from '../filing/desk.ts'
import { placeKey } from '../filing/tasks-view.ts'
import { SlotPreview } from '../slots/SlotPreview.tsx'
import { shownWindow } from '../slots/slot-view.ts'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'

/** Check-answers: every upload place with what is in it, to be looked at before it goes out. */
export function SlotCheck(): ReactElement | null {
  const { slots } = useDesk()
  const t = useText('output')
  const [preview, setPreview] = useState<SlotView | null>(null)
  if (slots.length === 0) return null
  return (
    <section aria-labelledby="check-head">
      <h2 id="check-head">{t('check')}</h2>
      <ul className="card rows slot-check">
        {slots.map((slot) => (
          <SlotLine key={slot.id} slot={slot} onPreview={() => setPreview(slot)} />
        ))}
      </ul>
      {preview && <SlotPreview slot={preview} onClose={() => setPreview(null)} />}
    </section>
  )
}

function SlotLine({ slot, onPreview }: { slot: SlotView; onPreview(): void }): ReactElement {
  const t = useText('output')
  const slotText = useText('slots')
  const filing = useText('filing')
  const common = useText('common')
  const ours = useOurs()
  const { images } = useDesk()
  const parts = new Set(slot.parts.map(placeKey))
  const count = images.filter((image) => image.place && parts.has(placeKey(image.place))).length
  const { min, max } = shownWindow(slot.window)
  return (
    <li>
      <div className="task-text">
        <span className={count > 0 ? '' : 'aside'}>{ours(slot.title)}</span>
        <span className="aside figures">
          {count > 0 ? t('slotReady', { count }) : t('slotEmpty')} ·{' '}
          {min === null ? slotText('windowMax', { max }) : slotText('window', { min, max })}
        </span>
      </div>
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
