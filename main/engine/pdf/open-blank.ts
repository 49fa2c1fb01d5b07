/** Opening a blank that a person supplied: refuses, by name, whatever cannot be filled reliably. */
import {
  componentsToColor,
  EncryptedPDFError,
  PDFDict,
  PDFDocument,
  type PDFField,
  PDFName,
  PDFTextField,
  type PDFWidgetAnnotation,
} from 'pdf-lib'
import type { Text } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { countPages } from './render.ts'

const blankLimits = { megabytes: 50, pages: 100 } as const
const mebibyte = 1024 * 1024

/**
 * Fails with `form.blank-too-large`, `form.blank-damaged`, `form.blank-encrypted` or `form.xfa`.
 * @param file the name that a failure tells the person
 */
export async function openBlank(bytes: Uint8Array, file: string): Promise<PDFDocument> {
  refuseSize(bytes, file)
  refuseCutOff(bytes, file)
  const document = await parse(bytes, file)
  const { pages, xfa } = look(document, file)
  if (xfa) throw new Failure('form.xfa', { file })
  refusePages(pages, file)
  // A second reader has to agree: the first one skips over broken objects in silence.
  if ((await countPages(bytes, file)) !== pages) {
    throw damaged(file, { zh: '页面不完整', en: 'its pages are incomplete' })
  }
  return document
}

/** The dictionary of the PDF form, or undefined: asking the library for a form would create one. */
export function acroFormOf(document: PDFDocument): PDFDict | undefined {
  return document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
}

function refuseSize(bytes: Uint8Array, file: string): void {
  const megabytes = bytes.length / mebibyte
  if (megabytes <= blankLimits.megabytes) return
  const found = `${megabytes.toFixed(1)} MB`
  throw new Failure('form.blank-too-large', { file, found, limit: `${blankLimits.megabytes} MB` })
}

function refusePages(pages: number, file: string): void {
  if (pages <= blankLimits.pages) return
  throw new Failure('form.blank-too-large', { file, found: pageCount(pages), limit: pageCount(blankLimits.pages) })
}

function pageCount(pages: number): Text {
  return { zh: `${pages} 页`, en: `${pages} pages` }
}

/** Readers allow a little before the first and after the last mark; a download that broke off lacks the last. */
function refuseCutOff(bytes: Uint8Array, file: string): void {
  if (!latin1(bytes.subarray(0, 1024)).includes('%PDF-')) {
    throw damaged(file, { zh: '内容不是 PDF', en: 'its content is not PDF' })
  }
  if (!latin1(bytes.subarray(-2048)).includes('%%EOF')) {
    throw damaged(file, { zh: '文件不完整，缺少结尾', en: 'it is incomplete, the end is missing' })
  }
}

async function parse(bytes: Uint8Array, file: string): Promise<PDFDocument> {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false })
  } catch (error) {
    // Encrypted object streams can stop the parser before it has seen that the file is encrypted.
    if (error instanceof EncryptedPDFError || /\/Encrypt\s*(\d+\s+\d+\s+R|<<)/.test(latin1(bytes))) {
      throw new Failure('form.blank-encrypted', { file })
    }
    throw damaged(file, { zh: '结构无法读取', en: 'its structure cannot be read' })
  }
}

function look(document: PDFDocument, file: string): { pages: number; xfa: boolean } {
  try {
    const pages = document.getPages()
    for (const page of pages) page.getCropBox()
    const form = acroFormOf(document)
    const xfa = form?.has(PDFName.of('XFA')) ?? false
    if (form && !xfa) document.getForm().getFields().forEach(readField)
    if (pages.length > 0) return { pages: pages.length, xfa }
  } catch {
    // The parser repairs what it can; what is left may lack its catalog, its pages or parts of its form.
  }
  throw damaged(file, { zh: '页面或表单域已损坏', en: 'its pages or form fields are broken' })
}

/** Reads all that filling will ask of a field, so that a broken one throws before anything is written. */
function readField(field: PDFField): void {
  field.getName()
  field.acroField.getDefaultAppearance()
  if (field instanceof PDFTextField) {
    field.getMaxLength()
    field.getAlignment()
    textIn(field)
  }
  for (const widget of field.acroField.getWidgets()) readWidget(widget)
}

function readWidget(widget: PDFWidgetAnnotation): void {
  widget.getDefaultAppearance()
  widget.getAppearances()
  widget.getBorderStyle()?.getWidth()
  const characteristics = widget.getAppearanceCharacteristics()
  characteristics?.getRotation()
  componentsToColor(characteristics?.getBorderColor())
  componentsToColor(characteristics?.getBackgroundColor())
  const { width, height } = widget.getRectangle()
  if (!(width >= 0 && height >= 0)) throw new RangeError('a widget has no size')
}

/** The text that a field brought along; the library refuses to read an empty one of rich text. */
export function textIn(field: PDFTextField): string {
  return field.isRichFormatted() ? '' : (field.getText() ?? '')
}

function damaged(file: string, detail: Text): Failure {
  return new Failure('form.blank-damaged', { file, detail })
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
}
