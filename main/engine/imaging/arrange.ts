/** Where the parts of a joined picture lie: geometry only, so that every layout can be computed for any width at once. */
import type { Layout } from '../../../rules/joining.ts'
import { type Arrangement, arrangeSheets, type Box, widestSheet } from './arrange-a4.ts'
import type { Size } from './decode.ts'

/** The parts' own sizes are the largest that they may get; a narrower part stays as it is and is centred. */
export type Arrange = (parts: readonly Size[], width: number, gap: number) => Arrangement

const GRID_COLUMNS = 2

export const arrangers: Record<Layout, Arrange> = {
  column: arrangeColumn,
  row: arrangeRow,
  grid: arrangeGrid,
  a4: (parts, width) => arrangeSheets(parts, width),
}

/**
 * The widest that a joined picture gets: every part fills its share without being enlarged. A small part does not
 * drag the others below `comfort`; it then stands between margins.
 */
export function widestOf(layout: Layout, parts: readonly Size[], gap: number, comfort: number): number {
  const common = (sides: number[]): number => Math.max(Math.min(...sides), Math.min(Math.max(...sides), comfort))
  const width = common(parts.map((part) => part.width))
  if (layout === 'a4') return widestSheet(parts)
  if (layout === 'grid' && parts.length > 1) return width * GRID_COLUMNS + gap
  if (layout === 'row') return rowWidth(parts, common(parts.map((part) => part.height)), gap)
  return width
}

function arrangeColumn(parts: readonly Size[], width: number, gap: number): Arrangement {
  const boxes: Box[] = []
  let top = 0
  for (const part of parts) {
    const size = toWidth(part, Math.min(part.width, width))
    boxes.push({ ...size, left: Math.floor((width - size.width) / 2), top })
    top += size.height + gap
  }
  return { boxes, width, height: top - gap }
}

/** The tallest common height at which the row is no wider than asked. */
function arrangeRow(parts: readonly Size[], width: number, gap: number): Arrangement {
  const tallest = Math.max(...parts.map((part) => part.height))
  const height = largest(1, tallest, (tried) => rowWidth(parts, tried, gap) <= width)
  const boxes: Box[] = []
  let left = 0
  for (const part of parts) {
    const size = toHeight(part, Math.min(part.height, height))
    boxes.push({ ...size, left, top: Math.floor((height - size.height) / 2) })
    left += size.width + gap
  }
  return { boxes, width: left - gap, height }
}

function rowWidth(parts: readonly Size[], height: number, gap: number): number {
  const widths = parts.map((part) => toHeight(part, Math.min(part.height, height)).width)
  return widths.reduce((sum, width) => sum + width, 0) + gap * (parts.length - 1)
}

/** Two columns; a row is as tall as its taller part. */
function arrangeGrid(parts: readonly Size[], width: number, gap: number): Arrangement {
  if (parts.length === 1) return arrangeColumn(parts, width, gap)
  const cell = Math.max(1, Math.floor((width - gap) / GRID_COLUMNS))
  const boxes: Box[] = []
  let top = 0
  for (let at = 0; at < parts.length; at += GRID_COLUMNS) {
    const sizes = parts.slice(at, at + GRID_COLUMNS).map((part) => toWidth(part, Math.min(part.width, cell)))
    const height = Math.max(...sizes.map((size) => size.height))
    for (const [column, size] of sizes.entries()) {
      const left = column * (cell + gap) + Math.floor((cell - size.width) / 2)
      boxes.push({ ...size, left, top: top + Math.floor((height - size.height) / 2) })
    }
    top += height + gap
  }
  return { boxes, width: cell * GRID_COLUMNS + gap, height: top - gap }
}

export function toWidth(part: Size, width: number): Size {
  return { width, height: Math.max(1, Math.round((part.height * width) / part.width)) }
}

function toHeight(part: Size, height: number): Size {
  return { width: Math.max(1, Math.round((part.width * height) / part.height)), height }
}

/** The largest whole number from `low` to `high` for which `holds`, which must hold up to some point; `low` if none. */
export function largest(low: number, high: number, holds: (tried: number) => boolean): number {
  let [yes, no] = [low, high + 1]
  while (no - yes > 1) {
    const middle = Math.floor((yes + no) / 2)
    if (holds(middle)) yes = middle
    else no = middle
  }
  return yes
}
