/** Where a value stands on a page: after its label in the line, right of it, and on the rows below. */
import type { DocumentKind } from './documents-schema.ts'
import { plainText } from './recognise.ts'
import type { PageLine } from './schema.ts'

/** Readers take the letters of a label that is spread out ("名　　称") for lines of their own. */
export function withWholeLabels(lines: readonly PageLine[], { fields, number }: DocumentKind): PageLine[] {
  const labels = new Set([...fields.flatMap((field) => field.labels), ...(number?.labels ?? [])])
  const joined: PageLine[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const word = before && plainText(before.text + line.text)
    if (before && word && word.length <= 4 && labels.has(word) && isSameRow(before, line)) {
      joined[joined.length - 1] = around(before, line)
    } else joined.push(line)
  }
  return joined
}

/** Shorter labels are like too many words. */
const LONG_LABEL = 4
/** Share of a label's letters that may be misread: labels are printed smaller and paler than values. */
const MISREAD = 0.4

/** A label that stands alone and was read with a few letters wrong ("城名注带人") is taken for the one that it is like. */
export function withPlainLabels(lines: readonly PageLine[], { fields, weak, strong }: DocumentKind): PageLine[] {
  const labels = [...new Set([...fields.flatMap((field) => field.labels), ...weak, ...strong])]
  return lines.map((line) => {
    const text = plainText(line.text)
    if (text.length < LONG_LABEL || labels.includes(text)) return line
    const like = labels.filter((label) => label.length === text.length && misread(text, label) <= MISREAD * text.length)
    return like.length === 1 ? { ...line, text: like[0] as string } : line
  })
}

function misread(text: string, label: string): number {
  return [...text].filter((letter, at) => letter !== label[at]).length
}

function around(one: PageLine, other: PageLine): PageLine {
  const [left, right] = [Math.min(leftOf(one), leftOf(other)), Math.max(rightOf(one), rightOf(other))]
  return { ...one, text: one.text + other.text, x: (left + right) / 2, width: right - left }
}

const leftOf = ({ x, width }: PageLine) => x - width / 2
const rightOf = ({ x, width }: PageLine) => x + width / 2

function isSameRow(one: PageLine, other: PageLine): boolean {
  return Math.abs(one.y - other.y) < 0.6 * Math.max(one.height, other.height)
}

interface Found {
  line: PageLine
  /** Letters before it. */
  at: number
  /** What follows the label in its own line. */
  rest: string
}

/** The line that is one of the labels, else begins with one, else has one inside; never one that is a longer label. */
function findLabel(lines: readonly PageLine[], labels: readonly string[], others: readonly string[]): Found | null {
  const found = lines.flatMap((line) => labels.flatMap((label) => labelIn(line, label, others) ?? []))
  const order = [found.filter((one) => one.at === 0 && one.rest === ''), found.filter(({ at }) => at === 0), found]
  return order.find((list) => list.length > 0)?.[0] ?? null
}

function labelIn(line: PageLine, label: string, others: readonly string[]): Found | null {
  const text = line.text.normalize('NFKC')
  const match = spread(label).exec(text)
  if (!match) return null
  const rest = text.slice(match.index + match[0].length)
  const behind = plainText(text.slice(match.index))
  const isLonger = others.some(
    (other) => other.length > label.length && other.startsWith(label) && behind.startsWith(other),
  )
  return isLonger
    ? null
    : { line, at: plainText(text.slice(0, match.index)).length, rest: rest.replace(/^[\s:：]+/, '') }
}

/** Its letters with any blanks between them. */
function spread(label: string): RegExp {
  return new RegExp([...label].map(escaped).join('\\s*'))
}

function escaped(letter: string): string {
  return letter.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Rows of one value follow each other closer than this, in heights of its print. */
const ROW_GAP = 1.6

/** The value behind one of the labels; `others`: the labels at which it ends. */
export function valueAfter(
  lines: readonly PageLine[],
  labels: readonly string[],
  { others, rows }: { others: readonly string[]; rows: boolean },
): string | null {
  const found = findLabel(lines, labels, others)
  if (!found) return null
  const own = cutAtLabel(found.rest, others)
  const start = own === '' ? rightNeighbour(lines, found.line, others) : found.line
  if (!start) return null
  const first = own === '' ? cutAtLabel(start.text.replace(/^[\s:：]+/, ''), others) : own
  if (!rows) return first === '' ? null : first
  return [first, ...rowsBelow(lines, start, own === '' ? leftOf(start) : null, others)].join('')
}

function rightNeighbour(lines: readonly PageLine[], label: PageLine, others: readonly string[]): PageLine | null {
  const [next] = rightOfLabel(lines, label)
  return next && !beginsWithLabel(next.text, others) ? next : null
}

/** Print smaller than this beside the label's is a speck that was taken for a letter. */
const LEAST_SHARE = 0.65

function rightOfLabel(lines: readonly PageLine[], label: PageLine): PageLine[] {
  const isBeside = (line: PageLine) => line !== label && isSameRow(line, label) && line.x > rightOf(label)
  return lines.filter((line) => isBeside(line) && line.height > LEAST_SHARE * label.height).sort((a, b) => a.x - b.x)
}

/** All that stands in the label's row behind it, up to the next label: of a day or a name of signs, a speck between is no harm. */
export function rowAfter(
  lines: readonly PageLine[],
  labels: readonly string[],
  others: readonly string[],
): string | null {
  const found = findLabel(lines, labels, others)
  if (!found) return null
  const right = rightOfLabel(lines, found.line)
  const end = right.findIndex(({ text }) => beginsWithLabel(text, others))
  const own = end < 0 ? right : right.slice(0, end)
  return [cutAtLabel(found.rest, others), ...own.map(({ text }) => cutAtLabel(text, others))].join(' ').trim()
}

/** `left`: where the value begins; null: not known, as its label stands in the same line. */
function rowsBelow(
  lines: readonly PageLine[],
  start: PageLine,
  left: number | null,
  others: readonly string[],
): string[] {
  const rows: string[] = []
  let last = start
  for (;;) {
    const next = lines.find(
      (line) =>
        line.y > last.y + 0.5 * last.height &&
        line.y - last.y < ROW_GAP * Math.max(last.height, start.height) &&
        (left === null
          ? leftOf(line) > leftOf(start) + start.height / 2 && leftOf(line) < rightOf(start)
          : Math.abs(leftOf(line) - left) < 0.03) &&
        !isAnothers(line, lines, others),
    )
    if (!next) return rows
    rows.push(cutAtLabel(next.text, others).trim())
    last = next
  }
}

/** It begins with a label, or stands right of one. */
function isAnothers(line: PageLine, lines: readonly PageLine[], labels: readonly string[]): boolean {
  if (beginsWithLabel(line.text, labels)) return true
  return lines.some(
    (other) => leftOf(other) < leftOf(line) && isSameRow(other, line) && beginsWithLabel(other.text, labels),
  )
}

function beginsWithLabel(text: string, labels: readonly string[]): boolean {
  const plain = plainText(text)
  return labels.some((label) => plain.startsWith(label))
}

function cutAtLabel(text: string, labels: readonly string[]): string {
  const ends = labels.filter((label) => label.length > 1).map((label) => text.search(spread(label)))
  const first = Math.min(text.length, ...ends.filter((at) => at >= 0))
  return text.slice(0, first).trim()
}
