/** Places on a page while they are made: from the pointer to points, and onto the cells that are there. Pure. */
import type { BlankField, RuledView, SuggestionView } from '../../preload/blank-views.ts'
import type { Anchor, Places } from '../../rules/anchor-map.ts'

export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}
export interface PageSize {
  width: number
  height: number
}

/** A place drawn freely where the page shows no cell. Points. */
const free = { width: 160, height: 18 }
const inset = { x: 4, y: 1 }
const leastSide = 4

const round = (value: number) => Math.round(value * 4) / 4
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), Math.max(low, high))

function holds({ x, y, width, height }: Rectangle, [left, up]: readonly [number, number]): boolean {
  return left >= x && left <= x + width && up >= y && up <= y + height
}

const smallest = <Box extends Rectangle>(boxes: readonly Box[]): Box | undefined =>
  [...boxes].sort((one, other) => one.width * one.height - other.width * other.height)[0]

export function kept({ x, y, width, height }: Rectangle, page: PageSize): Rectangle {
  const [wide, high] = [clamp(width, leastSide, page.width), clamp(height, leastSide, page.height)]
  return {
    x: round(clamp(x, 0, page.width - wide)),
    y: round(clamp(y, 0, page.height - high)),
    width: round(wide),
    height: round(high),
  }
}

/** What the text of a new place looks like; the rest of an anchor's usual values. */
const usual = { size: 10.5, minSize: 6, align: 'left', valign: 'middle' } as const

/** Where a click puts a field: the boxes, the box to tick, the cell or the line under the pointer, else a free place. */
export function placeAt(
  point: readonly [number, number],
  {
    ruled,
    page,
    size,
    field,
    places,
  }: { ruled: RuledView | undefined; page: number; size: PageSize; field: BlankField; places: Places },
): Anchor {
  const under = <Box extends Rectangle>(boxes: readonly Box[] = []) =>
    smallest(boxes.filter((box) => holds(box, point)))
  const base = { field: field.id, page, ...usual }
  const comb = under(ruled?.combs)
  if (comb) {
    const { boxes, ...box } = comb
    return { ...base, ...kept(box, size), boxes }
  }
  const square = under(ruled?.squares)
  const option = square && optionFor(square.word, field, places)
  if (square && option !== undefined) return { ...base, ...kept(square, size), ticks: [option] }
  const cell = under(ruled?.cells)
  if (cell) return { ...base, ...kept(inside(cell), size) }
  const line = under(ruled?.lines)
  if (line) return { ...base, ...kept(line, size) }
  return { ...base, ...kept({ x: point[0], y: point[1] - free.height / 2, ...free }, size) }
}

const plain = (text: string) => text.replace(/[\s\p{P}\p{S}]/gu, '')

/** What the print behind a box says; where it says nothing that is known, the first text without a box. */
function optionFor(word: string, { id, options }: BlankField, { anchors }: Places): string | undefined {
  const used = anchors.flatMap((anchor) => (anchor.field === id ? (anchor.ticks ?? []) : []))
  return options.find((option) => plain(option) === word) ?? options.find((option) => !used.includes(option))
}

function inside({ x, y, width, height }: Rectangle): Rectangle {
  return { x: x + inset.x, y: y + inset.y, width: width - 2 * inset.x, height: height - 2 * inset.y }
}

/** A place drawn from corner to corner. */
export function drawnPlace(from: readonly [number, number], to: readonly [number, number], size: PageSize): Rectangle {
  const [x, y] = [Math.min(from[0], to[0]), Math.min(from[1], to[1])]
  return kept({ x, y, width: Math.abs(to[0] - from[0]), height: Math.abs(to[1] - from[1]) }, size)
}

export const freshAnchor = (field: string, page: number, box: Rectangle): Anchor => ({ field, page, ...usual, ...box })

export function moved(anchor: Anchor, dx: number, dy: number, size: PageSize): Anchor {
  return { ...anchor, ...kept({ ...anchor, x: anchor.x + dx, y: anchor.y + dy }, size) }
}

/** One corner (0 top left, clockwise) pulled so far, the opposite one stays. */
export function pulled(anchor: Anchor, corner: number, dx: number, dy: number, size: PageSize): Anchor {
  const atLeft = corner === 0 || corner === 3
  const atTop = corner < 2
  const width = Math.max(leastSide, anchor.width + (atLeft ? -dx : dx))
  const height = Math.max(leastSide, anchor.height + (atTop ? dy : -dy))
  const x = atLeft ? anchor.x + anchor.width - width : anchor.x
  const y = atTop ? anchor.y : anchor.y + anchor.height - height
  return { ...anchor, ...kept({ x, y, width, height }, size) }
}

/** Rows below a cell that was made the first row: the equal cells under it, as far as they follow each other. */
export function rowsBelow(anchor: Anchor, ruled: RuledView | undefined, size: PageSize): Anchor[] {
  const middle = [anchor.x + anchor.width / 2, anchor.y + anchor.height / 2] as const
  const first = smallest((ruled?.cells ?? []).filter((cell) => holds(cell, middle)))
  if (!first || anchor.row === undefined) return []
  const rows: Anchor[] = []
  let above: Rectangle = first
  for (;;) {
    const next = ruled?.cells.find(
      (cell) =>
        cell.y < above.y &&
        Math.abs(cell.x - first.x) < 2 &&
        Math.abs(cell.width - first.width) < 3 &&
        Math.abs(cell.height - first.height) < 3 &&
        Math.abs(cell.y + cell.height - above.y) < 4,
    )
    if (!next) return rows
    rows.push({ ...anchor, ...kept(inside(next), size), row: anchor.row + rows.length + 1 })
    above = next
  }
}

/** How many places a field has. */
export function countPlaces({ anchors, formFields, formChoices }: Places, field: string): number {
  const boxes = [...anchors, ...formChoices].filter((one) => one.field === field).length
  return boxes + (field in formFields ? 1 : 0)
}

/** The next field without a place, after this one and from the top again; null: all have one. */
export function nextField(fields: readonly BlankField[], places: Places, after: string): string | null {
  const at = fields.findIndex(({ id }) => id === after)
  const turned = [...fields.slice(at + 1), ...fields.slice(0, at)]
  return turned.find(({ id, kind }) => kind !== 'hand' && countPlaces(places, id) === 0)?.id ?? null
}

export function withSuggestion(places: Places, { field, anchor, formField }: SuggestionView): Places {
  if (formField !== null) return { ...places, formFields: { ...places.formFields, [field]: formField } }
  return anchor ? { ...places, anchors: [...places.anchors, anchor] } : places
}

/** Which of our fields is written into this field of the PDF form. */
export function fieldAt(name: string, { formFields, formChoices }: Places): string | null {
  const text = Object.entries(formFields).find(([, each]) => each === name)?.[0]
  return text ?? formChoices.find((choice) => choice.name === name)?.field ?? null
}

/** A check box, or every choice of a group of radio buttons, each for a text of the field that has no box yet. */
export function withFormChoices(
  places: Places,
  { id, title, options }: BlankField,
  { name, options: values }: { name: string; options: readonly string[] },
): Places {
  const others = places.formChoices.filter((choice) => choice.name !== name)
  const used = new Set(others.flatMap(({ field, ticks }) => (field === id ? ticks : [])))
  const named = (value: string | undefined) => options.find((option) => plain(option) === plain(value ?? name))
  const choices = (values.length > 0 ? values : [undefined]).map((value) => {
    const tick = named(value) ?? options.find((option) => !used.has(option)) ?? value ?? title.zh
    used.add(tick)
    return { field: id, name, ticks: [tick], ...(value !== undefined && { value }) }
  })
  return { ...places, formChoices: [...others, ...choices] }
}

/** Offered places of fields that have got none meanwhile. */
export function openSuggestions(suggestions: readonly SuggestionView[], places: Places): SuggestionView[] {
  return suggestions.filter(({ field }) => countPlaces(places, field) === 0)
}

/** A rectangle of the page in pixels of its picture. */
export function onScreen({ x, y, width, height }: Rectangle, size: PageSize, scale: number) {
  return { left: x * scale, top: (size.height - y - height) * scale, width: width * scale, height: height * scale }
}
