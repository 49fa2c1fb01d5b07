/**
 * Several papers as one PDF, each as often as it is wanted. Their pages are taken over as they are; copies share what
 * is on them, so a second copy costs next to nothing.
 */
import { PDFDocument, PDFPage } from 'pdf-lib'
import type { IsoDate } from '../../../rules/schema.ts'
import { embedFonts } from './fonts.ts'
import { Pen } from './pen.ts'
import { drawEdgeScale } from './print-scale.ts'
import { stamp } from './stamp.ts'

export interface MergePart {
  pdf: Uint8Array
  copies: number
}

export interface MergedPage {
  /** Position of the part. */
  part: number
  /** Page of the part and number of the copy; the first is 0. */
  page: number
  copy: number
  /** In points. */
  width: number
  height: number
}

export interface MergeOptions {
  title: string
  on: IsoDate
  /** Whether each page carries the scale at its upper edge. */
  scale: boolean
  /** Told before each part. */
  step(done: number): void
}

export async function merge(
  parts: readonly MergePart[],
  { title, on, scale, step }: MergeOptions,
): Promise<{ pdf: Uint8Array; pages: MergedPage[] }> {
  const document = await PDFDocument.create({ updateMetadata: false })
  const sources: PDFPage[][] = []
  for (const [index, { pdf, copies }] of parts.entries()) {
    step(index)
    sources.push(copies > 0 ? await pagesOf(document, pdf) : [])
  }
  if (scale) await drawScales(document, sources.flat())
  const pages = parts.flatMap(({ copies }, part) =>
    Array.from({ length: copies }, (_, copy) =>
      (sources[part] ?? []).map((page, number) => {
        document.addPage(copy === 0 ? page : again(document, page))
        return { part, page: number, copy, ...shownSize(page) }
      }),
    ).flat(),
  )
  stamp(document, on, title)
  return { pdf: await document.save(), pages }
}

async function pagesOf(document: PDFDocument, pdf: Uint8Array): Promise<PDFPage[]> {
  const source = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.copyPages(source, source.getPageIndices())
}

/** Another page with the same content. */
function again(document: PDFDocument, page: PDFPage): PDFPage {
  const leaf = page.node.clone()
  return PDFPage.of(leaf, document.context.register(leaf), document)
}

/** Of the part of the page that is seen, turned as it is seen. */
function shownSize(page: PDFPage): { width: number; height: number } {
  const { width, height } = page.getCropBox()
  return page.getRotation().angle % 180 === 0 ? { width, height } : { width: height, height: width }
}

async function drawScales(document: PDFDocument, pages: readonly PDFPage[]): Promise<void> {
  const pens = pages.map((page) => {
    const pen = new Pen(page)
    drawEdgeScale(pen, page.getCropBox())
    return pen
  })
  const fonts = await embedFonts(
    document,
    pens.flatMap(({ lines }) => lines),
  )
  for (const pen of pens) pen.finish(fonts)
}
