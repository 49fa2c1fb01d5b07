/**
 * Where a joined picture is plain paper: light, without colour of its own and without edges. Print, seals, faces and
 * ornaments are none of these, so what is drawn in free space covers nothing. Looked at in small square cells.
 */
import { paperOf } from '../../../rules/paper.ts'
import type { KeepOut } from '../../../rules/tables-schema.ts'
import type { Box } from './arrange-a4.ts'
import type { Raster } from './decode.ts'

/** Cells across the picture, and pixels of their side at least. */
const ACROSS = 260
const LEAST_CELL = 4
/** Levels of 255: paper is no darker, varies no more within a cell (ground patterns of cards do by about 30), and its
 * channels lie no further apart. */
const DARKEST = 130
const MOST_EDGE = 42
const MOST_COLOUR = 48

export interface FreeSpace {
  /** Whether a rectangle of the picture, with a margin of one cell, is free. */
  holds(box: Box): boolean
  /** Pixels of a cell's side: there is no need to look more closely. */
  cell: number
}

/** `keepOut`: of a card, places that are never free, whatever they look like. */
export function freeSpace(picture: Raster, boxes: readonly Box[], keepOut: readonly KeepOut[]): FreeSpace {
  const cell = Math.max(LEAST_CELL, Math.round(picture.width / ACROSS))
  const [columns, rows] = [Math.ceil(picture.width / cell), Math.ceil(picture.height / cell)]
  const busy = new Uint8Array(columns * rows)
  for (let at = 0; at < busy.length; at += 1) {
    busy[at] = isBusy(picture, (at % columns) * cell, Math.floor(at / columns) * cell, cell) ? 1 : 0
  }
  for (const { left, top, width, height } of boxes.flatMap((box) => zonesOf(box, keepOut))) {
    for (let row = Math.floor(top / cell); row < Math.min(rows, (top + height) / cell); row += 1) {
      busy.fill(1, row * columns + Math.floor(left / cell), row * columns + Math.ceil((left + width) / cell))
    }
  }
  const sums = summed(busy, columns, rows)
  return {
    cell,
    holds({ left, top, width, height }) {
      const [x1, y1] = [Math.floor(left / cell) - 1, Math.floor(top / cell) - 1]
      const [x2, y2] = [Math.ceil((left + width) / cell) + 1, Math.ceil((top + height) / cell) + 1]
      if (left < 0 || top < 0 || left + width > picture.width || top + height > picture.height) return false
      const [l, t, r, b] = [Math.max(0, x1), Math.max(0, y1), Math.min(columns, x2), Math.min(rows, y2)]
      const at = (x: number, y: number): number => sums[y * (columns + 1) + x] as number
      return at(r, b) - at(l, b) - at(r, t) + at(l, t) === 0
    },
  }
}

function isBusy({ data, width, height }: Raster, left: number, top: number, cell: number): boolean {
  let [darkest, lightest] = [255, 0]
  for (let y = top; y < Math.min(height, top + cell); y += 1) {
    for (let at = (y * width + left) * 3, end = (y * width + Math.min(width, left + cell)) * 3; at < end; at += 3) {
      const [red, green, blue] = [data[at] as number, data[at + 1] as number, data[at + 2] as number]
      if (Math.max(red, green, blue) - Math.min(red, green, blue) > MOST_COLOUR) return true
      const light = (red * 77 + green * 150 + blue * 29) >> 8
      if (light < darkest) darkest = light
      if (light > lightest) lightest = light
    }
  }
  return darkest < DARKEST || lightest - darkest > MOST_EDGE
}

/** A card may have been laid down either way up, so each zone counts both ways. */
function zonesOf(box: Box, keepOut: readonly KeepOut[]): Box[] {
  const paper = paperOf(box)
  if (paper?.kind !== 'card') return []
  return keepOut.flatMap((zone) => {
    const lying =
      paper.width > paper.height
        ? zone
        : { ...zone, left: zone.top, top: zone.left, width: zone.height, height: zone.width }
    const turned = { ...lying, left: 1 - lying.left - lying.width, top: 1 - lying.top - lying.height }
    return [lying, turned].map(({ left, top, width, height }) => ({
      left: box.left + left * box.width,
      top: box.top + top * box.height,
      width: width * box.width,
      height: height * box.height,
    }))
  })
}

/** Sums over everything above and to the left, so that any rectangle is four look-ups. */
function summed(cells: Uint8Array, columns: number, rows: number): Uint32Array {
  const sums = new Uint32Array((columns + 1) * (rows + 1))
  for (let row = 1; row <= rows; row += 1) {
    let sum = 0
    for (let column = 1; column <= columns; column += 1) {
      sum += cells[(row - 1) * columns + column - 1] as number
      sums[row * (columns + 1) + column] = sum + (sums[(row - 1) * (columns + 1) + column] as number)
    }
  }
  return sums
}
