/** Rows of a table: cells side by side, as high as the highest, cut between lines where a page ends. */
import { type Block, heightOfLines, type Paper } from './paper.ts'
import type { Ink } from './pen.ts'

export interface Cell {
  x: number
  width: number
  blocks: readonly Block[]
  /** Grey behind the cell. */
  fill?: number
}

interface RowLook {
  /** White above and below the text, in points. */
  pad: number
  /** Rule under the row; its grey. */
  rule?: number
}

interface Line {
  text: string
  ink: Ink
  height: number
}

export function heightOfRow(cells: readonly Cell[], { pad }: RowLook): number {
  const heights = cells.map(({ blocks }) => blocks.reduce((sum, block) => sum + block.height, 0))
  return Math.max(0, ...heights) + 2 * pad
}

/** Sets a row: whole on this or the next page where it fits on one, else over as many as it takes. */
export function setRow(paper: Paper, cells: readonly Cell[], look: RowLook): void {
  paper.need(heightOfRow(cells, look))
  let rest = cells.map(linesOf)
  do {
    const room = Math.max(paper.room - 2 * look.pad, 0)
    const taken = rest.map((lines) => lines.slice(0, countThatFits(lines, room)))
    if (taken.every((lines) => lines.length === 0) && rest.some((lines) => lines.length > 0)) {
      paper.turn()
      continue
    }
    drawPart(paper, cells, taken, look)
    rest = rest.map((lines, index) => lines.slice(taken[index]?.length ?? 0))
  } while (rest.some((lines) => lines.length > 0))
}

function linesOf({ blocks }: Cell): Line[] {
  return blocks.flatMap(({ lines, ink }) => lines.map((text) => ({ text, ink, height: heightOfLines(1, ink.size) })))
}

function countThatFits(lines: readonly Line[], room: number): number {
  let used = 0
  const over = lines.findIndex((line) => {
    used += line.height
    return used > room + 0.01
  })
  return over === -1 ? lines.length : over
}

function drawPart(paper: Paper, cells: readonly Cell[], taken: readonly Line[][], { pad, rule }: RowLook): void {
  const heights = taken.map((lines) => lines.reduce((sum, line) => sum + line.height, 0))
  const height = Math.max(0, ...heights) + 2 * pad
  for (const [index, { x, width, fill }] of cells.entries()) {
    // A hair below the rule of the row above, so that the rule is not painted over.
    if (fill !== undefined) paper.pen.fill({ x, y: paper.y - height, width, height: height - 0.8 }, fill)
    let y = paper.y - pad
    for (const { text, ink, height: step } of taken[index] ?? []) {
      paper.place({ lines: [text], ink, height: step }, x + (fill === undefined ? 0 : 8), y)
      y -= step
    }
  }
  paper.y -= height
  if (rule !== undefined) ruleUnder(paper, cells, rule)
}

function ruleUnder(paper: Paper, cells: readonly Cell[], grey: number): void {
  const left = Math.min(...cells.map(({ x }) => x))
  const right = Math.max(...cells.map(({ x, width }) => x + width))
  paper.pen.rule(left, paper.y, right - left, { grey, width: 0.5 })
}
