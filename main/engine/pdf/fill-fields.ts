/**
 * Writing into the text fields of a PDF form. The value stays whole in the field; its appearance is laid out here,
 * at an explicit size with the embedded font, because readers and the library break lines at blanks only.
 */
import {
  adjustDimsForRotation,
  componentsToColor,
  drawTextField,
  PDFDict,
  type PDFDocument,
  type PDFFont,
  type PDFForm,
  PDFName,
  type PDFOperator,
  PDFTextField,
  type PDFWidgetAnnotation,
  reduceRotation,
  rgb,
  rotateInPlace,
} from 'pdf-lib'
import { measureOf, missingInChinese } from './fonts.ts'
import { acroFormOf, textIn } from './open-blank.ts'
import { type FittedText, fitCells, fitText } from './text.ts'

const usualSize = 10.5
const minSize = 6

/** The text fields by name; a name in parts ("page1.email") is found by its last part as well. */
export function textFieldsByName(document: PDFDocument): Map<string, PDFTextField> {
  const byName = new Map<string, PDFTextField>()
  if (!acroFormOf(document)) return byName
  for (const field of document.getForm().getFields()) {
    if (!(field instanceof PDFTextField)) continue
    const name = field.getName()
    const lastPart = name.split('.').at(-1) ?? name
    if (!byName.has(lastPart)) byName.set(lastPart, field)
    byName.set(name, field)
  }
  return byName
}

/** How the text will be written, or null when it does not fit one of the field's widgets. Nothing is changed yet. */
export function plannedField(field: PDFTextField, text: string, font: PDFFont): (() => void) | null {
  const value = field.isMultiline() ? text : text.replaceAll('\n', ' ')
  if (value.length > (field.getMaxLength() ?? Number.POSITIVE_INFINITY)) return null
  const fitted = new Map<PDFDict, FittedText>()
  for (const widget of field.acroField.getWidgets()) {
    const fit = fitWidget(field, widget, value)
    if (!fit) return null
    fitted.set(widget.dict, fit)
  }
  return () => {
    field.setText(value)
    field.updateAppearances(font, (_, widget) => appearanceOf(widget, fitted.get(widget.dict), font))
    setDefaultAppearance(field, fitted, font)
  }
}

function frameOf(widget: PDFWidgetAnnotation) {
  const characteristics = widget.getAppearanceCharacteristics()
  const rotation = reduceRotation(characteristics?.getRotation())
  const rectangle = widget.getRectangle()
  const border = widget.getBorderStyle()?.getWidth() ?? 0
  return { rectangle, rotation, border, ...adjustDimsForRotation(rectangle, rotation) }
}

function fitWidget(field: PDFTextField, widget: PDFWidgetAnnotation, text: string): FittedText | null {
  const { width, height, border } = frameOf(widget)
  const cells = field.isCombed() ? field.getMaxLength() : undefined
  const padding = cells === undefined ? border + 2 : border
  const box = {
    width: width - 2 * padding,
    height: height - 2 * border,
    size: sizeOf(widget.getDefaultAppearance() ?? field.acroField.getDefaultAppearance()),
    minSize,
    align: (['left', 'center', 'right'] as const)[field.getAlignment()] ?? 'left',
    valign: field.isMultiline() ? ('top' as const) : ('middle' as const),
    single: !field.isMultiline(),
  }
  const fit =
    cells === undefined ? fitText(text, box, measureOf('regular')) : fitCells(text, cells, box, measureOf('regular'))
  if (!fit) return null
  return { ...fit, lines: fit.lines.map((line) => ({ ...line, x: line.x + padding, y: line.y + border })) }
}

/** The size a form's author set ("/Helv 9 Tf"); 0 means "whatever fits", which readers blow up. */
function sizeOf(defaultAppearance: string | undefined): number {
  const size = Number(/([\d.]+)\s+Tf/.exec(defaultAppearance ?? '')?.[1] ?? 0)
  return size > 0 ? Math.max(size, minSize) : usualSize
}

function appearanceOf(widget: PDFWidgetAnnotation, fitted: FittedText | undefined, font: PDFFont): PDFOperator[] {
  const { rectangle, rotation, border, width, height } = frameOf(widget)
  const characteristics = widget.getAppearanceCharacteristics()
  const { size = usualSize, lines = [] } = fitted ?? {}
  return [
    ...rotateInPlace({ ...rectangle, rotation }),
    ...drawTextField({
      x: border / 2,
      y: border / 2,
      width: width - border,
      height: height - border,
      borderWidth: border,
      borderColor: componentsToColor(characteristics?.getBorderColor()),
      color: componentsToColor(characteristics?.getBackgroundColor()),
      textColor: rgb(0, 0, 0),
      font: font.name,
      fontSize: size,
      textLines: lines.map(({ text, x, y }) => ({ encoded: font.encodeText(text), x, y })),
      padding: 0,
    }),
  ]
}

/** What a reader uses once somebody edits the field: our font at the size just used. */
function setDefaultAppearance(field: PDFTextField, fitted: ReadonlyMap<PDFDict, FittedText>, font: PDFFont): void {
  for (const widget of field.acroField.getWidgets()) {
    const size = fitted.get(widget.dict)?.size ?? usualSize
    widget.setDefaultAppearance(`0 g /${font.name} ${size} Tf`)
  }
}

/** The last step of every filled form. */
export function finishFields(form: PDFForm, font: PDFFont, flatten: boolean): void {
  keepAppearances(form, font)
  if (flatten) flattenForm(form, font)
}

/** Afterwards readers show the appearances made here instead of making their own. */
function keepAppearances(form: PDFForm, font: PDFFont): void {
  const { dict } = form.acroForm
  dict.delete(PDFName.of('NeedAppearances'))
  const resources = dictIn(dict, 'DR')
  dictIn(resources, 'Font').set(PDFName.of(font.name), font.ref)
}

/**
 * Turns every field into plain page content. A field without an appearance gets one first: a text that the blank
 * brought along is laid out as ours are, anything else is empty.
 */
function flattenForm(form: PDFForm, font: PDFFont): void {
  for (const field of form.getFields()) {
    const widgets = field.acroField.getWidgets()
    const shown = widgets.every((widget) => widget.getAppearances() !== undefined)
    if (shown || (field instanceof PDFTextField && rewrite(field, font))) continue
    const { context } = form.doc
    for (const widget of widgets) widget.setNormalAppearance(context.register(context.formXObject([])))
  }
  form.flatten({ updateFieldAppearances: false })
}

function rewrite(field: PDFTextField, font: PDFFont): boolean {
  const text = textIn(field)
  if (text === '' || missingInChinese(text).length > 0) return false
  const write = plannedField(field, text, font)
  write?.()
  return write !== null
}

function dictIn(parent: PDFDict, key: string): PDFDict {
  const found = parent.lookupMaybe(PDFName.of(key), PDFDict)
  if (found) return found
  const made = PDFDict.withContext(parent.context)
  parent.set(PDFName.of(key), made)
  return made
}
