import type { KeyboardEvent, ReactElement } from 'react'
import type { BlankDetail } from '../../preload/blank-views.ts'
import type { Anchor } from '../../rules/anchor-map.ts'
import { dragFrom } from '../editor/drag.ts'
import { useOurs, useText } from '../text/language.ts'
import { placesNow, usePlacing, withAnchor } from './place-store.ts'
import { moved, onScreen, type PageSize, pulled } from './placing.ts'

interface BoxesProps {
  detail: BlankDetail
  page: number
  size: PageSize
  scale: number
  /** The filled page is shown: the frames step back. */
  quiet: boolean
}

const corners = [0, 1, 2, 3] as const

/** The places of a page: moved by dragging or with the arrow keys, pulled at their corners, taken away with Delete. */
export function AnchorBoxes({ detail, page, size, scale, quiet }: BoxesProps): ReactElement {
  const t = useText('blanks')
  const ours = useOurs()
  const placing = usePlacing()
  const { selected, select, commit, drag, drop } = placing
  const places = placesNow(placing)
  const titleOf = (id: string) => {
    const title = detail.fields.find((field) => field.id === id)?.title
    return title ? ours(title) : id
  }
  const columnTitleOf = (id: string) => {
    const title = detail.fields.flatMap(({ columns }) => columns).find((column) => column.id === id)?.title
    return title ? ours(title) : id
  }
  return (
    <>
      {places.anchors.map((anchor, at) => {
        if (anchor.page !== page) return null
        const change = (next: Anchor | null) => commit(withAnchor(places, at, next))
        const start = (event: Parameters<typeof dragFrom>[0], next: (dx: number, dy: number) => Anchor) => {
          if (event.button !== 0) return
          select(at)
          dragFrom(event, scale, (dx, dy) => drag(withAnchor(places, at, next(dx, -dy))), drop)
        }
        const name = t('anchorAt', {
          field: titleOf(anchor.field),
          n: at + 1,
          x: Math.round(anchor.x),
          y: Math.round(anchor.y),
        })
        const isChosen = at === selected
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: an anchor is its position in the list
          <div key={at} className={classesOf(anchor, isChosen, quiet)} style={onScreen(anchor, size, scale)}>
            <button
              type="button"
              className="anchor-body"
              aria-label={name}
              aria-pressed={isChosen}
              onFocus={() => select(at)}
              onPointerDown={(event) => start(event, (dx, dy) => moved(anchor, dx, dy, size))}
              onKeyDown={(event) => nudge(event, anchor, size, change, () => select(null))}
            />
            {!quiet && <span className="anchor-name">{labelOf(anchor, titleOf(anchor.field), columnTitleOf)}</span>}
            {anchor.boxes !== undefined && <Cells count={anchor.boxes} />}
            {isChosen &&
              corners.map((corner) => (
                <span
                  key={corner}
                  aria-hidden="true"
                  className={`anchor-corner at-${corner}`}
                  onPointerDown={(event) => start(event, (dx, dy) => pulled(anchor, corner, dx, dy, size))}
                />
              ))}
          </div>
        )
      })}
    </>
  )
}

function classesOf({ ticks }: Anchor, isChosen: boolean, quiet: boolean): string {
  return ['anchor-box', isChosen && 'chosen', ticks && 'tick', quiet && 'quiet'].filter(Boolean).join(' ')
}

function labelOf({ ticks, row, column }: Anchor, title: string, columnTitle: (id: string) => string): string {
  if (ticks) return `${title} = ${ticks.join('、')}`
  return row === undefined ? title : `${columnTitle(column ?? '')} ${row + 1}`
}

function Cells({ count }: { count: number }): ReactElement {
  const pattern = `repeating-linear-gradient(90deg, transparent 0 calc(${100 / count}% - 1px), currentcolor calc(${100 / count}% - 1px) ${100 / count}%)`
  return <span aria-hidden="true" className="anchor-cells" style={{ background: pattern }} />
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}

/** Half a point, five with Shift; with Alt the right or lower edge. */
function nudge(
  event: KeyboardEvent,
  anchor: Anchor,
  size: PageSize,
  change: (next: Anchor | null) => void,
  leave: () => void,
): void {
  if (event.key === 'Delete' || event.key === 'Backspace') {
    event.preventDefault()
    leave()
    change(null)
    return
  }
  const way = ways[event.key]
  if (!way || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  const step = event.shiftKey ? 5 : 0.5
  const [dx, dy] = [way[0] * step, way[1] * step]
  change(event.altKey ? pulled(anchor, 2, dx, dy, size) : moved(anchor, dx, dy, size))
}
