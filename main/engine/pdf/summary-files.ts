/** The table of a package's files, its heading repeated on every page. */
import { shownBytes } from '../../../rules/bytes.ts'
import { blockOf, contentWidth, margin, type Paper } from './paper.ts'
import type { Ink } from './pen.ts'
import { type Cell, heightOfRow, setRow } from './rows.ts'
import type { SummaryFile } from './summary-model.ts'
import type { SummaryText } from './summary-text.ts'

const headInk: Ink = { size: 8.5, weight: 'bold', grey: 0.3 }
const slotInk: Ink = { size: 9.5, weight: 'bold', grey: 0 }
const bodyInk: Ink = { size: 9, weight: 'regular', grey: 0.1 }

const gap = 10
const shares = [0.24, 0.31, 0.17, 0.28]
const look = { pad: 5, rule: 0.85 }

export function setFiles(paper: Paper, files: readonly SummaryFile[], text: SummaryText['files']): void {
  const heads = cells([text.slot, text.name, text.size, text.from].map((title) => [[title, headInk]]))
  setRow(paper, heads, { pad: 4, rule: 0.5 })
  for (const file of files) {
    const row = rowOf(file, text)
    if (heightOfRow(row, look) > paper.room) {
      paper.turn()
      setRow(paper, heads, { pad: 4, rule: 0.5 })
    }
    setRow(paper, row, look)
  }
}

function rowOf({ slot, name, bytes, width, height, from }: SummaryFile, text: SummaryText['files']): Cell[] {
  const size: [string, Ink][] = [[shownBytes(bytes), bodyInk]]
  if (width !== null && height !== null) size.unshift([`${width} × ${height}`, bodyInk])
  const sources = from.length > 0 ? from : [text.made]
  return cells([[[slot, slotInk]], [[name, bodyInk]], size, sources.map((source) => [source, bodyInk])])
}

function cells(columns: readonly (readonly [string, Ink])[][]): Cell[] {
  let x = margin
  return columns.map((lines, index) => {
    const full = contentWidth * (shares[index] ?? 0)
    const width = index === columns.length - 1 ? full : full - gap
    const cell = { x, width, blocks: lines.map(([line, ink]) => blockOf(line, width, ink)) }
    x += full
    return cell
  })
}
