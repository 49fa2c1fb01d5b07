import { Radio } from 'antd'
import { type ReactElement, useState } from 'react'
import type { PrintPage } from '../../preload/print-calls.ts'
import { useText } from '../text/language.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Calibration } from './Calibration.tsx'
import { Ruler } from './Ruler.tsx'
import { type ScreenScale, useScreenScale } from './screen-scale.ts'

interface PagePaneProps {
  run: string
  /** Grows with each arrangement, so that its pages are fetched anew. */
  version: number
  pages: readonly PrintPage[]
  page: number
  onPage(page: number): void
}

/** Pages of the very PDF that will be printed, at true size with rulers, or as a whole. */
export function PagePane({ run, version, pages, page, onPage }: PagePaneProps): ReactElement | null {
  const t = useText('print')
  const forms = useText('forms')
  const scale = useScreenScale()
  const [view, setView] = useState<'true' | 'whole'>('true')
  const [calibrating, setCalibrating] = useState(false)
  const shown = pages[page]
  if (!shown) return null
  return (
    <>
      <div className="print-tools">
        <Radio.Group
          aria-label={t('view')}
          optionType="button"
          size="small"
          value={view}
          onChange={(event) => setView(event.target.value as 'true' | 'whole')}
          options={[
            { value: 'true', label: t('trueSize') },
            { value: 'whole', label: t('wholePage') },
          ]}
        />
        <span className="print-scale-note">{t(scale.calibrated ? 'calibrated' : 'notCalibrated')}</span>
        <Button small onClick={() => setCalibrating(true)}>
          {t('calibrate')}
        </Button>
      </div>
      <Sheet key={view} url={`app://print/${run}/${page}.jpg`} {...{ version, shown, page, scale, view }} />
      <div className="paper-pages">
        <IconButton icon="back" name={forms('earlierPage')} disabled={page === 0} onClick={() => onPage(page - 1)} />
        <span className="figures" role="status">
          {forms('page', { n: page + 1, count: pages.length })}
        </span>
        <IconButton
          icon="chevron"
          name={forms('nextPage')}
          disabled={page === pages.length - 1}
          onClick={() => onPage(page + 1)}
        />
      </div>
      {calibrating && <Calibration scale={scale} onClose={() => setCalibrating(false)} />}
    </>
  )
}

interface SheetProps {
  url: string
  version: number
  shown: PrintPage
  page: number
  scale: ScreenScale
  view: 'true' | 'whole'
}

/** Twice the pixels that the screen shows, so that letters stay sharp, but no more than a printer gets. */
function dpiOf(perMm: number): number {
  return Math.min(300, Math.ceil(perMm * 25.4 * window.devicePixelRatio * 2))
}

function Sheet({ url, version, shown, page, scale: { perMm }, view }: SheetProps): ReactElement {
  const t = useText('print')
  const picture = (
    <img
      src={`${url}?dpi=${dpiOf(perMm)}&v=${version}`}
      alt={t('pageAlt', { n: page + 1 })}
      {...(view === 'true' && { style: { width: shown.width * perMm, height: shown.height * perMm } })}
    />
  )
  if (view === 'whole') return <div className="print-whole">{picture}</div>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page larger than its place is scrolled with the arrow keys
    <section className="print-true" tabIndex={0} aria-label={t('preview')}>
      <div className="print-desk">
        <i />
        <Ruler length={shown.width} perMm={perMm} />
        <Ruler upright length={shown.height} perMm={perMm} />
        {picture}
      </div>
    </section>
  )
}
