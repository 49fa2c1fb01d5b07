/** A blank as the placing page sees it: its pages with their rules and print, and the fields of its PDF form. */
import {
  PDFCheckBox,
  type PDFDocument,
  PDFDropdown,
  type PDFField,
  type PDFPage,
  PDFRadioGroup,
  PDFTextField,
  type PDFWidgetAnnotation,
} from 'pdf-lib'
import { seenSize } from './fill-anchors.ts'
import { fieldOfName, LabelMatcher } from './label-match.ts'
import { acroFormOf, openBlank } from './open-blank.ts'
import { pageText } from './page-text.ts'
import { renderPage } from './render.ts'
import { findRuled, type Rectangle, type Ruled } from './ruled.ts'
import { type AskedField, type BlankPage, boxGlyphs, labelOf, type Suggestion, suggestPlaces } from './suggest.ts'

export interface FormFieldInfo {
  name: string
  kind: 'text' | 'check' | 'radio' | 'list' | 'other'
  /** Of radio buttons and lists: what can be chosen. */
  options: string[]
  /** Where it stands, as a reader sees it; null: its page is turned or not known. */
  place: (Rectangle & { page: number }) | null
}

export interface BlankInfo {
  /** In points, as a reader sees them. */
  pages: { width: number; height: number }[]
  formFields: FormFieldInfo[]
}

/** Fails with what `openBlank` fails with. */
export async function blankInfo(pdf: Uint8Array, file: string): Promise<BlankInfo> {
  const document = await openBlank(pdf, file)
  return { pages: document.getPages().map(seenSize), formFields: formFieldsOf(document) }
}

/** Pixels of a point: fine enough for hair lines, coarse enough for 30 ms a page. */
const pixelsPerPoint = 2

/** Rules and print of one page (the first is 0). */
export async function blankPage(pdf: Uint8Array, page: number, file: string): Promise<BlankPage> {
  const { width, height } = (await blankInfo(pdf, file)).pages[page] ?? { width: 595, height: 842 }
  const long = Math.max(width, height)
  const scale = Math.min(pixelsPerPoint, 4000 / long)
  const rendered = await renderPage(pdf, page, Math.round(long * scale), file)
  const text = await pageText(pdf, page, file)
  return { ruled: withoutGlyphs(findRuled(rendered, rendered.width / width), text), text }
}

/** The white inside a large 口 or 日 is no box. */
function withoutGlyphs({ cells, combs, squares, lines }: Ruled, text: BlankPage['text']): Ruled {
  const isGlyph = ({ x, y, width, height }: Rectangle) =>
    text.some(
      (each) =>
        !boxGlyphs.has(each.character) &&
        width < 1.5 * each.height &&
        x > each.x - 2 &&
        x + width < each.x + each.width + 2 &&
        y > each.y - 0.3 * each.height &&
        y + height < each.y + 1.3 * each.height,
    )
  const real = <Box extends Rectangle>(boxes: readonly Box[]) => boxes.filter((box) => !isGlyph(box))
  const boxes = real([...cells, ...squares])
  const inside = (comb: Rectangle, { x, y, width, height }: Rectangle) =>
    x > comb.x - 1 && x + width < comb.x + comb.width + 1 && y > comb.y - 1 && y + height < comb.y + comb.height + 1
  return {
    cells: real(cells),
    combs: combs.filter((comb) => boxes.filter((box) => inside(comb, box)).length >= comb.boxes),
    squares: real(squares),
    lines,
  }
}

/** What the blank offers by itself: names of a PDF form first, else its print and rules. */
export async function suggestFor(pdf: Uint8Array, file: string, fields: readonly AskedField[]): Promise<Suggestion[]> {
  const { pages, formFields } = await blankInfo(pdf, file)
  const seen: BlankPage[] = []
  for (const page of pages.keys()) seen.push(await blankPage(pdf, page, file))
  if (formFields.length > 0) return suggestFormFields(formFields, seen, fields)
  return suggestPlaces(seen, fields)
}

function formFieldsOf(document: PDFDocument): FormFieldInfo[] {
  if (!acroFormOf(document)) return []
  const pages = document.getPages()
  return document
    .getForm()
    .getFields()
    .map((field) => ({
      name: field.getName(),
      kind: kindOf(field),
      options: field instanceof PDFRadioGroup || field instanceof PDFDropdown ? field.getOptions() : [],
      place: placeOf(field.acroField.getWidgets()[0], pages),
    }))
}

function kindOf(field: PDFField): FormFieldInfo['kind'] {
  if (field instanceof PDFTextField) return 'text'
  if (field instanceof PDFCheckBox) return 'check'
  if (field instanceof PDFRadioGroup) return 'radio'
  return field instanceof PDFDropdown ? 'list' : 'other'
}

function placeOf(widget: PDFWidgetAnnotation | undefined, pages: readonly PDFPage[]): FormFieldInfo['place'] {
  const reference = widget?.P()
  const page = reference ? pages.findIndex(({ ref }) => ref === reference) : pages.length === 1 ? 0 : -1
  const sheet = pages[page]
  if (!widget || !sheet || sheet.getRotation().angle % 360 !== 0) return null
  const crop = sheet.getCropBox()
  const { x, y, width, height } = widget.getRectangle()
  return { page, x: x - crop.x, y: y - crop.y, width, height }
}

function suggestFormFields(
  formFields: readonly FormFieldInfo[],
  pages: readonly BlankPage[],
  fields: readonly AskedField[],
): Suggestion[] {
  const named = new Map<string, string>()
  for (const { name, kind } of formFields) {
    const field = kind === 'text' || kind === 'list' ? fieldOfName(name, fields) : null
    if (field !== null && !named.has(field)) named.set(field, name)
  }
  const taken = new Set(named.values())
  const rest = new LabelMatcher(fields.filter(({ id }) => !named.has(id)))
  const byPlace = formFields.filter(({ name, kind }) => kind === 'text' && !taken.has(name)).sort(topDown)
  const beside = byPlace.flatMap(({ name, place }): Suggestion[] => {
    const label = place ? labelOf(place, pages[place.page]?.text ?? []) : ''
    const field = rest.match(label) ?? rest.match(name.split('.').at(-1) ?? name)
    return field === null ? [] : [{ field, label: label || name, formField: name }]
  })
  return [...[...named].map(([field, name]) => ({ field, label: name, formField: name })), ...beside]
}

function topDown({ place: one }: FormFieldInfo, { place: other }: FormFieldInfo): number {
  if (!one || !other) return 0
  return one.page - other.page || (Math.abs(one.y - other.y) < 6 ? one.x - other.x : other.y - one.y)
}
