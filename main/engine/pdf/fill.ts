/** Filling a blank that a person supplied: at anchors of a flat page, or in the fields of a PDF form. */
import { createHash } from 'node:crypto'
import type { PDFFont } from 'pdf-lib'
import { Failure } from '../failure.ts'
import type { AnchorMap } from './anchor-map.ts'
import { finishFields, textFieldsByName } from './fill-fields.ts'
import { type Place, placesOf } from './fill-places.ts'
import { type EmbeddedFonts, embedFonts } from './fonts.ts'
import { refuseForeignMap } from './foreign-map.ts'
import type { FilledField, FilledPdf, FormFacts, LeftField, PlacedHand } from './form-report.ts'
import type { FormField, FormTableField } from './form-shape.ts'
import { openBlank } from './open-blank.ts'
import { appendPages, attachedPhrase, shortenedList } from './overflow.ts'
import { stamp } from './stamp.ts'
import { cleanText } from './text.ts'
import {
  charactersMissing,
  composedText,
  fieldsFor,
  noBox,
  notOnBlank,
  reportOf,
  tableText,
  tooLong,
  writtenText,
} from './written-text.ts'

export interface BlankFacts extends FormFacts {
  blank: Uint8Array
  /** The blank's name, for messages. */
  name: string
  /** The map of the blank; a PDF form whose fields have our names needs none. */
  map: AnchorMap | null
  /** Turn the fields of a PDF form into plain page content. */
  flatten?: boolean
}

/**
 * The blank with everything written that is known, can be drawn and fits; the rest is left and said. A table with too
 * few rows, and no sheet that takes the others, is continued on further copies of its pages.
 * Signature, seal, date and other hand places are never written.
 * Fails with `form.blank-too-large`, `form.blank-damaged`, `form.blank-encrypted`, `form.xfa`, `form.blank-unknown`,
 * `form.map-other-file`, `form.map-other-form`, or `input.invalid` where the map names what is not on the blank.
 */
export async function fillBlank(facts: BlankFacts): Promise<FilledPdf> {
  const { map, definition, on } = facts
  const copies = [await fillCopy(facts)]
  for (let { rest } = copies[0] as Copy; rest.length > 0; rest = copies.at(-1)?.rest ?? []) {
    copies.push(await fillCopy({ ...facts, rows: rest, flatten: true }))
  }
  const [first, ...more] = copies as [Copy, ...Copy[]]
  const tablePages = pagesOf(map?.anchors.filter(({ row }) => row !== undefined) ?? [])
  let { pdf } = first
  for (const copy of more) pdf = await appendPages(pdf, copy.pdf, on, tablePages)
  const outcomes = more.reduce((sum, copy) => withRows(sum, copy.outcomes), first.outcomes)
  return {
    pdf,
    pages: first.pages + more.length * tablePages.length,
    edition: map?.edition ?? definition.edition,
    overflow: outcomes.some((outcome) => 'overflow' in outcome),
    places: handsOf(facts, more.length, { first: first.pages, tablePages }),
    ...reportOf(facts, outcomes),
  }
}

interface Copy {
  pdf: Uint8Array
  pages: number
  outcomes: Outcome[]
  /** Domains for which its table has no rows. */
  rest: Rows
}

async function fillCopy(facts: BlankFacts): Promise<Copy> {
  const document = await openBlank(facts.blank, facts.name)
  if (facts.map) refuseForeignMap(facts.map, { ...facts, hash: hashOf(facts.blank) })
  const fonts = await embedFonts(document, textsOf(facts))
  const font = chineseOf(fonts)
  const { map, definition, name } = facts
  const places = placesOf({ document, map, definition, fonts, font, name })
  if (places.size === 0) throw unknownBlank(facts)
  const outcomes = fieldsFor(facts).flatMap((field) => write(field, facts, places.get(field.id)))
  if (textFieldsByName(document).size > 0) finishFields(document.getForm(), font, facts.flatten ?? false)
  stamp(document, facts.on)
  const pdf = await document.save({ updateFieldAppearances: false, addDefaultPage: false })
  const rests = outcomes.flatMap((outcome) => ('rest' in outcome && outcome.rest ? [outcome.rest] : []))
  const rest = rests.sort((one, other) => other.length - one.length)[0] ?? []
  return { pdf, pages: document.getPageCount(), outcomes, rest }
}

function pagesOf(places: readonly { page: number }[]): number[] {
  return [...new Set(places.map(({ page }) => page))].sort((one, other) => one - other)
}

/** The rows of a further copy go with those before them; what else is on it was said of the first. */
function withRows(outcomes: readonly Outcome[], more: readonly Outcome[]): Outcome[] {
  const tables = new Set(outcomes.flatMap((outcome) => ('rest' in outcome ? [outcome.field] : [])))
  const joined = outcomes.map((outcome) => {
    if (!('rest' in outcome)) return outcome
    const next = more.find((one): one is FilledField => 'field' in one && one.field === outcome.field)
    return next ? { ...outcome, text: `${outcome.text}；${next.text}` } : outcome
  })
  return [...joined, ...more.filter((outcome) => 'left' in outcome && tables.has(outcome.left.field))]
}

/** Every copy of a page is signed and sealed as the first. */
function handsOf(
  { map, handPlaces }: BlankFacts,
  copies: number,
  { first, tablePages }: { first: number; tablePages: readonly number[] },
): PlacedHand[] {
  const hands = new Set(handPlaces.map(({ field }) => field))
  const places = (map?.anchors ?? []).flatMap(({ field, page, x, y, width, height }) =>
    hands.has(field) ? [{ field, page, x, y, width, height }] : [],
  )
  const again = Array.from({ length: copies }, (_, copy) =>
    places.flatMap((place) => {
      const at = tablePages.indexOf(place.page)
      return at === -1 ? [] : [{ ...place, page: first + copy * tablePages.length + at }]
    }),
  )
  return [...places, ...again.flat()]
}

/** All that may be written; a blank keeps the Chinese font also where every text turns out too long. */
function textsOf({ values, rows = [], attachment }: BlankFacts) {
  const more = attachment ? [attachedPhrase(attachment, 99)] : []
  const texts = [' ', ...Object.values(values), ...rows.flatMap((row) => Object.values(row)), ...more]
  return texts.map((text) => ({ text: cleanText(text), weight: 'regular' as const }))
}

function chineseOf(fonts: EmbeddedFonts): PDFFont {
  const font = fonts.get('regular')
  if (!font) throw new Error('The Chinese font is embedded with every blank')
  return font
}

function unknownBlank({ definition, name, blank }: BlankFacts): Failure {
  return new Failure('form.blank-unknown', { form: definition.title, file: name, hash: hashOf(blank) })
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

type Rows = NonNullable<FormFacts['rows']>
type Outcome = (FilledField & { overflow?: true; rest?: Rows }) | { left: LeftField }

function write(field: FormField, facts: BlankFacts, place: Place | undefined): Outcome[] {
  if (field.kind === 'hand') return []
  if (field.kind === 'table' || (place && place.rooms !== null)) return writeRows(field, facts, place)
  const written = field.kind === 'compose' ? composedText(field, facts.values) : writtenText(field, facts.values)
  if ('left' in written) return [written]
  if (!place) return [notOnBlank(field)]
  const missing = place.lacks(written.text)
  if (missing.length > 0) return [charactersMissing(field, written.text, missing)]
  const { id, title } = field
  const put = place.put(written.text)
  if (put === 'written') return [{ field: id, title, text: written.text }]
  if (put === 'no-box') return [noBox(field, written.text)]
  return [writeShortened(field, facts, place, written.text) ?? tooLong(field, written.text)]
}

/** As many domains of a list as fit, and where the others are. */
function writeShortened(field: FormField, { attachment }: BlankFacts, place: Place, text: string): Outcome | null {
  if (!('attachments' in field) || !attachment) return null
  const fitting = shortenedList(text, attachment).find((shorter) => place.put(shorter) === 'written')
  return fitting === undefined ? null : { field: field.id, title: field.title, text: fitting, overflow: true }
}

/** Domains in the rows of a table; where there are more, the last row says where they are, or they are the rest. */
function writeRows(field: FormField, facts: BlankFacts, place: Place | undefined): Outcome[] {
  const { rows = [], attachment } = facts
  const { text, left } = tableText(asTable(field), rows)
  if (rows.length === 0) return left.map((each) => ({ left: each }))
  if (!place || place.rooms === null) return [notOnBlank(field)]
  const overflow = rows.length > place.rooms
  const more = overflow && attachment && 'attachments' in field ? attachedPhrase(attachment, rows.length) : null
  if (place.putRows(rows, more) !== 'written') return [tooLong(field, text)]
  const { id, title } = field
  const shown = rows.slice(0, more === null ? place.rooms : place.rooms - 1).map(({ name = '' }) => name)
  const written = [...shown, ...(more === null ? [] : [more])].join('；')
  const said = more === null ? { rest: rows.slice(place.rooms) } : { overflow: true as const }
  return [{ field: id, title, text: written, ...said }, ...left.map((each) => ({ left: each }))]
}

/** A text field of domains that has rows on this blank. */
function asTable(field: FormField): FormTableField {
  if (field.kind === 'table') return field
  const { id, title, section } = field
  return { id, title, section, kind: 'table', rows: 'domains', columns: [] }
}
