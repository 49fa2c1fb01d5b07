import { type PointerEvent, type ReactElement, useEffect, useRef, useState } from 'react'
import type { BlankDetail } from '../../preload/blank-views.ts'
import { useAnswer } from '../calls.ts'
import { useOurs, useText } from '../text/language.ts'
import { IconButton } from '../ui/Button.tsx'
import { AnchorBoxes } from './AnchorBoxes.tsx'
import { OfferedBoxes } from './OfferedBoxes.tsx'
import { PagePicture, type Preview } from './PagePicture.tsx'
import { placesNow, usePlacing } from './place-store.ts'
import { drawnPlace, freshAnchor, nextField, onScreen, type PageSize, placeAt, type Rectangle } from './placing.ts'

interface StageProps {
  detail: BlankDetail
  page: number
  onPage(page: number): void
  preview: Preview | null
}

/** Pixels of a point at which the page fits its place, and steps from there. */
const zoomStep = 1.25
const [leastZoom, mostZoom] = [0.4, 6]
const margin = 48

/** The page with its places; a click or a drag places the field in hand. */
export function PlaceStage({ detail, page, onPage, preview }: StageProps): ReactElement {
  const t = useText('blanks')
  const ours = useOurs()
  const { ref, fit } = useFit(detail.pages[page])
  const [zoom, setZoom] = useState<number | null>(null)
  const scale = zoom ?? fit
  const size = detail.pages[page]
  const field = usePlacing((placing) => placing.field)
  const title = detail.fields.find(({ id }) => id === field)?.title
  const step = (factor: number) => setZoom(Math.min(mostZoom, Math.max(leastZoom, (scale ?? 1) * factor)))
  return (
    <div className="placing-stage">
      <main id="main" tabIndex={-1} className="placing-scroll" ref={ref} aria-label={t('canvas')}>
        {size && scale !== null && <Sheet detail={detail} page={page} size={size} scale={scale} preview={preview} />}
      </main>
      <div className="placing-tools">
        <IconButton icon="minus" name={t('zoomOut')} small onClick={() => step(1 / zoomStep)} />
        <button type="button" className="figures zoom" title={t('zoomFit')} onClick={() => setZoom(null)}>
          {Math.round((scale ?? 1) * 75)} %
        </button>
        <IconButton icon="plus" name={t('zoomIn')} small onClick={() => step(zoomStep)} />
        {detail.pages.length > 1 && (
          <>
            <IconButton
              icon="back"
              name={t('earlierPage')}
              small
              disabled={page === 0}
              onClick={() => onPage(page - 1)}
            />
            <span className="figures">{t('page', { n: page + 1, count: detail.pages.length })}</span>
            <IconButton
              icon="chevron"
              name={t('nextPage')}
              small
              disabled={page === detail.pages.length - 1}
              onClick={() => onPage(page + 1)}
            />
          </>
        )}
        <span role="status" className="placing-hint">
          {title ? t('inHand', { field: ours(title) }) : t('pickFirst')}
        </span>
      </div>
    </div>
  )
}

/** The scale at which a whole page is seen, followed as the window changes. */
function useFit(size: PageSize | undefined) {
  const ref = useRef<HTMLElement>(null)
  const [fit, setFit] = useState<number | null>(null)
  useEffect(() => {
    const { current } = ref
    if (!current || !size) return
    const measure = () => setFit(Math.max(leastZoom, (current.clientWidth - margin) / size.width))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [size])
  return { ref, fit }
}

interface SheetProps {
  detail: BlankDetail
  page: number
  size: PageSize
  scale: number
  preview: Preview | null
}

function Sheet({ detail, page, size, scale, preview }: SheetProps): ReactElement {
  const t = useText('blanks')
  const ruled = useAnswer('blank/ruled', { blank: detail.view.id, page })
  const placing = usePlacing()
  const places = placesNow(placing)
  const { field, pick, commit, select } = placing
  const [drawing, setDrawing] = useState<Rectangle | null>(null)
  const known = detail.fields.find(({ id }) => id === field)
  const put = (anchor: ReturnType<typeof freshAnchor>) => {
    const next = { ...places, anchors: [...places.anchors, anchor] }
    commit(next)
    // A field has as many boxes to tick as it has texts.
    if (anchor.ticks) return
    const following = nextField(detail.fields, next, anchor.field)
    pick(following)
    if (following === null) select(next.anchors.length - 1)
  }
  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || event.target !== event.currentTarget) return
    if (!known) return select(null)
    const box = event.currentTarget.getBoundingClientRect()
    const pointOf = (at: { clientX: number; clientY: number }) =>
      [(at.clientX - box.left) / scale, size.height - (at.clientY - box.top) / scale] as const
    const from = pointOf(event)
    follow(event, {
      move: (now) => setDrawing(drawnPlace(from, pointOf(now), size)),
      end: (now, far) => {
        setDrawing(null)
        const anchor = far
          ? freshAnchor(known.id, page, drawnPlace(from, pointOf(now), size))
          : placeAt(from, { ruled: ruled.data, page, size, field: known, places })
        put(known.kind === 'table' ? firstRow(anchor, known.columns[0]?.id) : anchor)
      },
    })
  }
  return (
    <div
      className={`placing-sheet ${known ? 'in-hand' : ''}`}
      style={{ width: size.width * scale, height: size.height * scale }}
    >
      <PagePicture detail={detail} page={page} scale={scale} preview={preview} />
      <div className="placing-touch" role="presentation" title={t('canvas')} onPointerDown={press}>
        <AnchorBoxes detail={detail} page={page} size={size} scale={scale} quiet={preview !== null} />
        {!preview && <OfferedBoxes detail={detail} page={page} size={size} scale={scale} />}
        {drawing && <span className="drawn-box" style={onScreen(drawing, size, scale)} />}
      </div>
    </div>
  )
}

const firstRow = (anchor: ReturnType<typeof freshAnchor>, column: string | undefined) =>
  column === undefined ? anchor : { ...anchor, row: 0, column }

/** Pixels below which a hand only trembled. */
const tremble = 4

function follow(
  start: PointerEvent<HTMLElement>,
  hand: { move(now: globalThis.PointerEvent): void; end(now: globalThis.PointerEvent, far: boolean): void },
): void {
  start.preventDefault()
  const far = (now: globalThis.PointerEvent) =>
    Math.abs(now.clientX - start.clientX) > tremble || Math.abs(now.clientY - start.clientY) > tremble
  const move = (now: globalThis.PointerEvent) => far(now) && hand.move(now)
  const up = (now: globalThis.PointerEvent) => {
    window.removeEventListener('pointermove', move)
    window.removeEventListener('pointerup', up)
    hand.end(now, far(now))
  }
  window.addEventListener('pointermove', move)
  window.addEventListener('pointerup', up)
}
