/** Filling a blank that a person supplied: at anchors of a flat page, or in the fields of a PDF form. */
import { createHash } from 'node:crypto'
import type { PDFDocument, PDFFont } from 'pdf-lib'
import { Failure } from '../failure.ts'
import type { Anchor, AnchorMap } from './anchor-map.ts'
import { anchorsByField, anchorWriter, fitAnchor } from './fill-anchors.ts'
import { flattenForm, keepAppearances, textFieldsByName, writeField } from './fill-fields.ts'
import { type EmbeddedFonts, embedFonts, missingInChinese } from './fonts.ts'
import type { FilledField, FilledPdf, FormFacts, LeftField } from './form-report.ts'
import { type FormTextField, textFields } from './form-shape.ts'
import { openBlank } from './open-blank.ts'
import { stamp } from './stamp.ts'
import { cleanText } from './text.ts'
import { charactersMissing, notOnBlank, reportOf, tooLong, writtenText } from './written-text.ts'

export interface BlankFacts extends FormFacts {
  blank: Uint8Array
  /** The blank's name, for messages. */
  name: string
  /** The map that lies beside the blank; a PDF form whose fields have our names needs none. */
  map: AnchorMap | null
  /** Turn the fields of a PDF form into plain page content. */
  flatten?: boolean
}

/** Where a field is written on the blank. */
interface Place {
  /** The field of a PDF form: its appearance has one font, the Chinese one. */
  oneFont: boolean
  /** Writes a text into every place of its field, or into none and says false. */
  put: (text: string) => boolean
}

/**
 * The blank with everything written that is known, can be drawn and fits; the rest is left and said.
 * Signature, seal, date and other hand places are never written.
 * Fails with `form.blank-too-large`, `form.blank-damaged`, `form.blank-encrypted`, `form.xfa`, `form.blank-unknown`,
 * or `input.invalid` where the map names what is not on the blank.
 */
export async function fillBlank(facts: BlankFacts): Promise<FilledPdf> {
  const document = await openBlank(facts.blank, facts.name)
  refuseForeignMap(facts)
  const fonts = await embedFonts(document, textsOf(facts))
  const font = chineseOf(fonts)
  const places = placesOf(facts, document, fonts)
  const outcomes = textFields(facts.definition).map((field) => write(field, facts, places.get(field.id)))
  finishForm(facts, document, font)
  stamp(document, facts.on)
  const pdf = await document.save({ updateFieldAppearances: false, addDefaultPage: false })
  const edition = facts.map?.edition ?? facts.definition.edition
  return { pdf, pages: document.getPageCount(), edition, ...reportOf(facts, outcomes) }
}

/** All that may be written; a blank keeps the Chinese font also where every text turns out too long. */
function textsOf({ values }: BlankFacts) {
  return [' ', ...Object.values(values).map(cleanText)].map((text) => ({ text, weight: 'regular' as const }))
}

function chineseOf(fonts: EmbeddedFonts): PDFFont {
  const font = fonts.get('regular')
  if (!font) throw new Error('The Chinese font is embedded with every blank')
  return font
}

/** A map belongs to one form and one file; another edition of the blank has its lines elsewhere. */
function refuseForeignMap({ map, blank, definition, name }: BlankFacts): void {
  const hash = hashOf(blank)
  if (map && (map.blank !== hash || map.form !== definition.id)) throw unknownBlank(definition.title.zh, name, hash)
}

function unknownBlank(form: string, file: string, hash: string): Failure {
  return new Failure('form.blank-unknown', { form, file, hash })
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function write(field: FormTextField, facts: BlankFacts, place: Place | undefined): FilledField | { left: LeftField } {
  const written = writtenText(field, facts.values)
  if ('left' in written) return written
  if (!place) return notOnBlank(field)
  const missing = place.oneFont ? missingInChinese(written.text) : []
  if (missing.length > 0) return charactersMissing(field, written.text, missing)
  if (!place.put(written.text)) return tooLong(field, written.text)
  return { field: field.id, title: field.title, text: written.text }
}

/** Where each field can be written on this blank. A blank on which no field has a place is not known. */
function placesOf(facts: BlankFacts, document: PDFDocument, fonts: EmbeddedFonts): Map<string, Place> {
  const { definition, map, name, blank } = facts
  const anchors = map ? anchorsByField(map, definition, document, name) : new Map<string, Anchor[]>()
  const formFields = textFieldsByName(document)
  const draw = anchorWriter(fonts)
  const font = chineseOf(fonts)
  const places = new Map<string, Place>()
  for (const { id } of textFields(definition)) {
    const marked = anchors.get(id)
    const formField = formFields.get(map?.formFields[id] ?? id)
    if (marked) places.set(id, { oneFont: false, put: (text) => writeAnchors(marked, text, document, draw) })
    else if (formField) places.set(id, { oneFont: true, put: (text) => writeField(formField, text, font) })
  }
  if (places.size === 0) throw unknownBlank(definition.title.zh, name, hashOf(blank))
  return places
}

function writeAnchors(
  anchors: readonly Anchor[],
  text: string,
  document: PDFDocument,
  draw: ReturnType<typeof anchorWriter>,
): boolean {
  const fitted = anchors.map((anchor) => fitAnchor(text, anchor))
  if (fitted.includes(null)) return false
  for (const [index, anchor] of anchors.entries()) {
    const fit = fitted[index]
    if (fit) draw(document.getPage(anchor.page), anchor, fit)
  }
  return true
}

function finishForm(facts: BlankFacts, document: PDFDocument, font: PDFFont): void {
  if (textFieldsByName(document).size === 0) return
  keepAppearances(document.getForm(), font)
  if (facts.flatten) flattenForm(document.getForm(), font)
}
