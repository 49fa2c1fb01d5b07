/** Places that a blank offers by itself: empty cells, boxes and lines beside a label that asks for a field. */
import type { Places, WrittenAnchor } from '../../../rules/anchor-map.ts'
import { columnOf, type FieldWords, LabelMatcher, plainLabel } from './label-match.ts'
import type { PlacedCharacter } from './page-text.ts'
import type { Comb, Rectangle, Ruled } from './ruled.ts'

export interface BlankPage {
  ruled: Ruled
  text: readonly PlacedCharacter[]
}

export interface AskedField extends FieldWords {
  /** Texts that the field can have, for boxes to tick. */
  options: readonly string[]
  /** A table of domains, or a list of them: it can stand in rows. */
  rows: boolean
}

export interface Suggestion {
  field: string
  /** The print that asks for it. */
  label: string
  anchor?: WrittenAnchor
  formField?: string
  formChoice?: Places['formChoices'][number]
}

export const boxGlyphs = new Set('□☐◻▢○〇◯')
/** Points. */
const least = { width: 24, height: 10 }
const reach = 70
const margin = { x: 4, y: 1 }

/** From the print and rules of the pages. A page without text, as a scan is, offers nothing. */
export function suggestPlaces(pages: readonly BlankPage[], fields: readonly AskedField[]): Suggestion[] {
  const matcher = new LabelMatcher(fields)
  return pages.flatMap((page, number) => {
    const rows = suggestRows(page, number, fields)
    const taken = rows.map(({ anchor }) => anchor as WrittenAnchor)
    const ticks = suggestTicks(page, number, fields)
    const places = writingPlaces(page).filter((place) => !taken.some((anchor) => overlap(anchor, place)))
    const found = places.flatMap((place) => {
      const label = labelOf(place, page.text)
      const field = label === '' ? null : matcher.match(label)
      return field === null ? [] : [{ field, label, anchor: anchorAt(field, number, place) }]
    })
    return [...found, ...rows, ...ticks]
  })
}

/** Empty cells, combs and lines from the top, left before right. */
function writingPlaces({ ruled: { cells, combs, lines }, text }: BlankPage): (Rectangle | Comb)[] {
  const wide = cells.filter(({ width, height }) => width >= least.width && height >= least.height)
  const empty = wide.filter((cell) => textIn(cell, text).length === 0 && !combs.some((comb) => overlap(comb, cell)))
  const open = lines.filter((line) => !cells.some((cell) => overlap(cell, line) && cell.height < 3 * line.height))
  const free = open.filter((line) => textIn(line, text).length === 0)
  return [...empty, ...combs, ...free].sort((one, other) => {
    const beside = Math.abs(middle(one) - middle(other)) < 4
    return beside ? one.x - other.x : middle(other) - middle(one)
  })
}

const middle = ({ y, height }: Rectangle) => y + height / 2

function textIn({ x, y, width, height }: Rectangle, text: readonly PlacedCharacter[]): PlacedCharacter[] {
  return text.filter((each) => {
    const [across, up] = [each.x + each.width / 2, each.y + each.height / 2]
    return across >= x && across <= x + width && up >= y && up <= y + height
  })
}

function overlap(one: Pick<Rectangle, 'x' | 'y' | 'width' | 'height'>, other: Rectangle): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const up = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return across > 2 && up > 2
}

/** The print left of a place at its height, as far as it hangs together. */
export function labelOf(place: Rectangle, text: readonly PlacedCharacter[]): string {
  const band = text
    .filter(({ y, height }) => y + height / 2 >= place.y && y + height / 2 <= place.y + place.height)
    .filter(({ x, width }) => x + width <= place.x + 3)
    .sort((one, other) => other.x - one.x)
  const [nearest] = band
  if (!nearest || place.x - nearest.x - nearest.width > reach) return ''
  const label: PlacedCharacter[] = []
  for (const each of band) {
    const last = label.at(-1)
    if (last && last.x - each.x - each.width > 2.6 * last.height) break
    label.push(each)
  }
  return inReadingOrder(label)
}

function inReadingOrder(characters: readonly PlacedCharacter[]): string {
  return [...characters]
    .sort((one, other) => (Math.abs(one.y - other.y) > one.height / 2 ? other.y - one.y : one.x - other.x))
    .map(({ character }) => character)
    .join('')
}

function anchorAt(field: string, page: number, place: Rectangle | Comb): WrittenAnchor {
  if ('boxes' in place) return { field, page, ...rounded(place), boxes: place.boxes }
  const { x, y, width, height } = place
  const inside = { x: x + margin.x, y: y + margin.y, width: width - 2 * margin.x, height: height - 2 * margin.y }
  return { field, page, ...rounded(inside) }
}

export function rounded({ x, y, width, height }: Rectangle): Rectangle {
  const round = (value: number) => Math.round(value * 100) / 100
  return { x: round(x), y: round(y), width: round(width), height: round(height) }
}

/** Equal empty cells below a head that names a column of domains. */
function suggestRows({ ruled: { cells }, text }: BlankPage, page: number, fields: readonly AskedField[]): Suggestion[] {
  const table = fields.find(({ rows }) => rows)
  if (!table) return []
  const heads = cells.flatMap((cell) => {
    const label = inReadingOrder(textIn(cell, text))
    const column = columnOf(label)
    const below = column === null ? [] : cellsBelow(cell, cells, text)
    return column === null || below.length < 2 ? [] : [{ column, label, below }]
  })
  if (!heads.some(({ column }) => column === 'name')) return []
  return heads.flatMap(({ column, label, below }) =>
    below.map((cell, row) => ({
      field: table.id,
      label,
      anchor: { ...anchorAt(table.id, page, cell), row, column },
    })),
  )
}

function cellsBelow(head: Rectangle, cells: readonly Rectangle[], text: readonly PlacedCharacter[]): Rectangle[] {
  const below: Rectangle[] = []
  let above = head
  for (;;) {
    const next = cells.find(
      ({ x, width, y, height }) =>
        Math.abs(x - head.x) < 2 &&
        Math.abs(width - head.width) < 3 &&
        Math.abs(y + height - above.y) < 4 &&
        y < above.y,
    )
    if (!next || textIn(next, text).length > 0) return below
    below.push(next)
    above = next
  }
}

/** A box to tick with the word behind it; a scan has no words. */
export function tickBoxes({ ruled: { squares }, text }: BlankPage): (Rectangle & { word: string })[] {
  const glyphs = text.filter(({ character }) => boxGlyphs.has(character))
  const drawn = squares.filter((each) => textIn(each, text).length === 0)
  return [...glyphs, ...drawn].map((box) => ({ ...rounded(box), word: wordAfter(box, text) }))
}

/** Boxes before a word that a field can have as its text. */
function suggestTicks(blankPage: BlankPage, page: number, fields: readonly AskedField[]): Suggestion[] {
  return tickBoxes(blankPage).flatMap(({ word, ...box }) => {
    const field = fields.find(({ options }) => options.some((option) => plainLabel(option) === word))
    const option = field?.options.find((each) => plainLabel(each) === word)
    if (!field || option === undefined) return []
    return [{ field: field.id, label: option, anchor: { field: field.id, page, ...box, ticks: [option] } }]
  })
}

function wordAfter(box: Rectangle, text: readonly PlacedCharacter[]): string {
  const after = text
    .filter((each) => Math.abs(middle(each) - middle(box)) < box.height / 2 && each.x >= box.x + box.width - 2)
    .sort((one, other) => one.x - other.x)
  let word = ''
  let right = box.x + box.width
  for (const { character, x, width } of after) {
    if (boxGlyphs.has(character) || x - right > box.width) break
    word += character
    right = x + width
  }
  return plainLabel(word)
}
