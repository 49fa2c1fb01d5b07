import { Segmented } from 'antd'
import { type ReactElement, useState } from 'react'
import type { SlotView } from '../../preload/views.ts'
import { shownBytes } from '../../rules/bytes.ts'
import { useAnswer } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { useOurs, useText } from '../text/language.ts'
import { BytesImage } from '../ui/BytesImage.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { JoiningChoice } from './JoiningChoice.tsx'
import { askOfSlot } from './slot-check.ts'
import { countIn, shownWindow } from './slot-view.ts'
import './slots.css'

/** The slot exactly as it will be uploaded: the joined picture at its real bytes and pixels. */
export function SlotPreview({ slot: opened, onClose }: { slot: SlotView; onClose(): void }): ReactElement {
  const t = useText('slots')
  const ours = useOurs()
  const { view, today, images, checks, checklist } = useDesk()
  const slot = checks.find((one) => one.slot.id === opened.id)?.slot ?? opened
  const [zoom, setZoom] = useState<'whole' | 'actual'>('whole')
  const count = countIn(slot, images)
  const { input, of } = askOfSlot({ view, today, rulesVersion: checklist?.rulesVersion ?? '', images }, slot)
  const answer = useAnswer('slot/preview', input, { enabled: count > 0, keepPrevious: true, of })
  const title = ours(slot.title)
  return (
    <Dialog title={t('title', { title })} onClose={onClose} width="min(960px, 92vw)" tall>
      {count === 0 ? <p>{t('none')}</p> : <JoiningChoice slot={slot} count={count} />}
      {answer.error && <FailureNote error={answer.error} title={t('cannot')} onRetry={() => void answer.refetch()} />}
      {answer.isFetching && <p className="aside">{t('joining')}</p>}
      {answer.data && !answer.error && (
        <div className={`slot-preview ${answer.isFetching ? 'old' : ''}`} aria-busy={answer.isFetching}>
          <div className="slot-figures">
            <Figures result={answer.data.result} />
            <span className="aside">
              {t('made', { count })} · {t('quality', { quality: answer.data.result.quality })} · {t('real')}
            </span>
            <Segmented
              aria-label={t('zoom')}
              value={zoom}
              onChange={setZoom}
              options={[
                { value: 'whole', label: t('whole') },
                { value: 'actual', label: t('actual') },
              ]}
            />
          </div>
          {answer.data.unmarked && <p>{ours(answer.data.unmarked)}</p>}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a picture larger than its place is scrolled with the arrow keys */}
          <div className={`slot-picture ${zoom}`} tabIndex={0}>
            <BytesImage bytes={answer.data.picture} alt={t('alt', { title })} />
          </div>
        </div>
      )}
    </Dialog>
  )
}

interface FiguresProps {
  result: { bytes: number; width: number; height: number; window: SlotView['window'] }
}

/** "1.9 MB · 在 200 KB–4 MB 内 · 1600×3200" */
function Figures({ result }: FiguresProps): ReactElement {
  const t = useText('slots')
  const { min, max } = shownWindow(result.window)
  const window = min === null ? t('windowMax', { max }) : t('window', { min, max })
  return (
    <strong className="figures">
      <Icon name="check" size={16} />
      {t('figures', { bytes: shownBytes(result.bytes), window, width: result.width, height: result.height })}
    </strong>
  )
}
