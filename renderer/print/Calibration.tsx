import { Slider } from 'antd'
import { type ReactElement, useState } from 'react'
import { useDeed } from '../calls.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { card, limits, type ScreenScale } from './screen-scale.ts'

/** A card held against the screen says how large its millimetres are. */
export function Calibration({ scale, onClose }: { scale: ScreenScale; onClose(): void }): ReactElement {
  const t = useText('print')
  const [perMm, setPerMm] = useState(scale.perMm)
  const keep = useDeed(async (chosen: number | null) => {
    await scale.keep(chosen)
    onClose()
  })
  return (
    <Dialog
      title={t('calibrate')}
      width="min(96vw, 900px)"
      onClose={onClose}
      footer={
        <>
          {scale.calibrated && <Button onClick={() => keep.start(null)}>{t('resetScreen')}</Button>}
          <Button kind="primary" busy={keep.running} onClick={() => keep.start(perMm)}>
            {t('keep')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{t('calibrateHint')}</p>
        <div className="card-ground">
          <div className="card-frame" style={{ width: card.width * perMm, height: card.height * perMm }}>
            {t('cardLabel')}
          </div>
        </div>
        <Slider
          value={perMm}
          min={limits.min}
          max={limits.max}
          step={0.01}
          onChange={setPerMm}
          ariaLabelForHandle={t('cardWidth')}
          tooltip={{ open: false }}
        />
        {keep.error && <FailureNote error={keep.error} />}
      </div>
    </Dialog>
  )
}
