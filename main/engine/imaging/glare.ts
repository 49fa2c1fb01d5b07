/** The lamp mirrored in a document: one patch of full white on a paper that is not full white elsewhere. */
import type { Size } from './decode.ts'

/** Pixels of the picture for one cell of the map in which the patch is searched. */
const CELL = 4
/** Level, of 255, from which a cell's mean counts as full: JPEG and resizing leave white a little below 255. */
const FULL = 249
/** Where this share of the paper is full white, it is a bright scan or burnt out, and no patch can be told. */
const MOST_FULL = 0.5

/**
 * Area of the largest patch as a share of the document, 0 to 1.
 * @param least for each pixel the lowest of its three channels
 */
export function glareShare(least: Uint8Array, size: Size): number {
  const { full, columns, rows } = cellsOf(least, size)
  let total = 0
  for (let at = 0; at < full.length; at += 1) total += full[at] as number
  if (total === 0 || total > MOST_FULL * full.length) return 0
  let largest = 0
  for (let start = 0; start < full.length; start += 1) {
    if (full[start] === 1) largest = Math.max(largest, takePatch(full, start, columns, rows))
  }
  return largest / full.length
}

function cellsOf(least: Uint8Array, { width, height }: Size): { full: Uint8Array; columns: number; rows: number } {
  const [columns, rows] = [Math.floor(width / CELL), Math.floor(height / CELL)]
  const full = new Uint8Array(columns * rows)
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let sum = 0
      for (let y = row * CELL; y < (row + 1) * CELL; y += 1) {
        for (let at = y * width + column * CELL; at < y * width + (column + 1) * CELL; at += 1)
          sum += least[at] as number
      }
      full[row * columns + column] = sum >= FULL * CELL * CELL ? 1 : 0
    }
  }
  return { full, columns, rows }
}

/** Counts the cells that hang together with the first one, and takes them off the map. */
function takePatch(full: Uint8Array, start: number, columns: number, rows: number): number {
  const waiting = [start]
  full[start] = 0
  let count = 0
  for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
    count += 1
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    const near = [
      column > 0 ? cell - 1 : -1,
      column < columns - 1 ? cell + 1 : -1,
      row > 0 ? cell - columns : -1,
      row < rows - 1 ? cell + columns : -1,
    ]
    for (const next of near) {
      if (next < 0 || full[next] !== 1) continue
      full[next] = 0
      waiting.push(next)
    }
  }
  return count
}
