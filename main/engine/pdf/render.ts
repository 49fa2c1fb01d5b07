/** A page of a PDF as pixels, for previews, and for tests that look at ink instead of the text layer. */
import type { PDFiumDocument, PDFiumPage } from '@hyzyla/pdfium'
import { Failure } from '../failure.ts'
import { withoutAlpha, withPdf } from './pdfium.ts'

export interface RenderedPage {
  /** RGB, 8 bits, row by row from the top left, on white: the shape of pictures everywhere in the engine. */
  data: Buffer
  width: number
  height: number
  /** How many pages the PDF has. */
  pages: number
  /** Pixels for each point (1/72 inch) of the page. */
  pixelsPerPoint: number
}

/**
 * Page `page` (the first is 0), its longer side `side` pixels.
 * Fails with `form.blank-encrypted`, `form.blank-damaged` or `form.page-missing`.
 * @param file the name that a failure tells the person
 */
export function renderPage(pdf: Uint8Array, page: number, side: number, file = 'PDF'): Promise<RenderedPage> {
  return withPage(pdf, page, file, async (sheet, pages) => {
    const { originalWidth, originalHeight } = sheet.getOriginalSize()
    const scale = side / Math.max(originalWidth, originalHeight)
    const { data, width, height } = await sheet.render({
      width: Math.max(1, Math.round(originalWidth * scale)),
      height: Math.max(1, Math.round(originalHeight * scale)),
      render: 'bitmap',
      renderFormFields: true,
    })
    return { data: withoutAlpha(data), width, height, pages, pixelsPerPoint: scale }
  })
}

/** Page `page` (the first is 0) and how many there are. Fails as `renderPage` does. */
export function withPage<T>(
  pdf: Uint8Array,
  page: number,
  file: string,
  use: (sheet: PDFiumPage, pages: number) => T | Promise<T>,
): Promise<T> {
  return withDocument(pdf, file, async (document) => {
    const pages = document.getPageCount()
    if (page >= pages) throw new Failure('form.page-missing', { file, page: page + 1, pages })
    return use(document.getPage(page), pages)
  })
}

/** How many pages the reader finds. Fails with `form.blank-encrypted` or `form.blank-damaged`. */
export function countPages(pdf: Uint8Array, file: string): Promise<number> {
  return withDocument(pdf, file, async (document) => document.getPageCount())
}

function withDocument<T>(pdf: Uint8Array, file: string, use: (document: PDFiumDocument) => Promise<T>): Promise<T> {
  const detail = { zh: '阅读器打不开它', en: 'the reader cannot open it' }
  return withPdf(pdf, use, (locked) =>
    locked ? new Failure('form.blank-encrypted', { file }) : new Failure('form.blank-damaged', { file, detail }),
  )
}
