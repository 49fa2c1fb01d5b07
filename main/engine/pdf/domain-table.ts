/** A table over as many pages as it takes, its head repeated on each. */
import type { FormTableField } from './form-shape.ts'
import { blockOf, type Paper } from './paper.ts'
import type { Ink } from './pen.ts'
import { type Cell, heightOfRow, setRow } from './rows.ts'

const headInk: Ink = { size: 10.5, weight: 'bold', grey: 0 }
const cellInk: Ink = { size: 11, weight: 'regular', grey: 0 }
const numberWidth = 34
const look = { pad: 4.5, rule: 0.35 }

export function setTable(
  paper: Paper,
  { columns }: Pick<FormTableField, 'columns'>,
  rows: readonly Readonly<Record<string, string>>[],
  frame: { x: number; width: number },
): void {
  const texts = [
    ['序号', ...columns.map(({ title }) => title.zh)],
    ...rows.map((row, index) => [String(index + 1), ...columns.map(({ id }) => row[id] ?? '')]),
  ]
  const [head = [], ...body] = texts.map((cells, index) => cellsOf(cells, columns, frame, index === 0))
  setRow(paper, head, look)
  for (const cells of body) {
    if (heightOfRow(cells, look) > paper.room) {
      paper.turn()
      setRow(paper, head, look)
    }
    setRow(paper, cells, look)
  }
}

function cellsOf(
  texts: readonly string[],
  columns: FormTableField['columns'],
  { x, width }: { x: number; width: number },
  isHead: boolean,
): Cell[] {
  const ink = isHead ? headInk : cellInk
  let left = x
  return texts.map((text, index) => {
    const own = index === 0 ? numberWidth : (width - numberWidth) * (columns[index - 1]?.share ?? 0)
    const cell = { x: left, width: own, blocks: [blockOf(text, own - 10, ink)], fill: isHead ? 0.93 : 1 }
    left += own
    return cell
  })
}
