/** The pages of somebody's PDF as pictures: a scan at its own resolution, anything else at that of good print. */
import type { PDFiumDocument, PDFiumImageObject, PDFiumPage } from '@hyzyla/pdfium'
import { Failure } from '../failure.ts'
import { withoutAlpha, withPdf } from './pdfium.ts'

interface Size {
  width: number
  height: number
}

/** Points of a PDF in an inch, and the dots in which type and lines are drawn. */
const POINTS = 72
const PRINT_DPI = 300
/** A4 at 500 dpi. More is drawn smaller. */
const MOST_PIXELS = 25_000_000
/** Share of the page that an image covers when the page is a scan of it, whatever hidden text lies upon it. */
const COVERS = 0.9
/** No scan has so many parts; the rest of a page is not looked through. */
const MOST_OBJECTS = 500

/**
 * The size in pixels in which each page is drawn.
 * Fails with `image.encrypted`, `image.truncated` or `image.too-many-pages`.
 */
export function scanSizes(pdf: Uint8Array, file: string, mostPages: number): Promise<Size[]> {
  return withDocument(pdf, file, async (document) => {
    const pages = document.getPageCount()
    if (pages > mostPages) throw new Failure('image.too-many-pages', { file, pages, limit: mostPages })
    if (pages < 1) throw damaged(file)
    return Array.from({ length: pages }, (_, at) => sizeOf(document.getPage(at), file))
  })
}

/** Page `page` (the first is 0) in RGB on white, in the size that `scanSizes` told. Fails like it. */
export function drawScan(pdf: Uint8Array, page: number, file: string): Promise<Size & { data: Buffer }> {
  return withDocument(pdf, file, async (document) => {
    const sheet = document.getPage(page)
    const { data, width, height } = await sheet.render({
      ...sizeOf(sheet, file),
      render: 'bitmap',
      renderFormFields: true,
    })
    return { data: withoutAlpha(data), width, height }
  })
}

function sizeOf(page: PDFiumPage, file: string): Size {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize()
  if (!(width > 0 && height > 0 && Number.isFinite(width * height))) throw damaged(file)
  const wanted = scanScale(page, width * height) ?? PRINT_DPI / POINTS
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (width * height)))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** Pixels in a point of the finest image that covers the page; null where none does. Turning the page changes nothing. */
function scanScale(page: PDFiumPage, area: number): number | null {
  const scales: number[] = []
  for (let at = 0; at < Math.min(page.getObjectCount(), MOST_OBJECTS); at += 1) {
    const object = page.getObject(at)
    if (object.type !== 'image') continue
    const { pixels, points } = measured(object)
    if (pixels > 0 && points >= COVERS * area) scales.push(Math.sqrt(pixels / points))
  }
  return scales.length === 0 ? null : Math.max(...scales)
}

/** What the wrapper keeps to itself: the reader's own functions, and where the object lies in its memory. */
interface Inside {
  objectIdx: number
  module: {
    HEAPU8: Uint8Array
    wasmExports: { malloc(bytes: number): number; free(at: number): void }
    _FPDFImageObj_GetImagePixelSize(object: number, width: number, height: number): number
    _FPDFPageObj_GetBounds(object: number, left: number, bottom: number, right: number, top: number): number
  }
}

/** The image's pixels, and the square points that it covers; 0 where the reader does not know. */
function measured(image: PDFiumImageObject): { pixels: number; points: number } {
  const { module, objectIdx } = image as unknown as Inside
  const at = module.wasmExports.malloc(24)
  try {
    const hasSize = module._FPDFImageObj_GetImagePixelSize(objectIdx, at, at + 4)
    const seen = new DataView(module.HEAPU8.buffer, at, 24)
    const pixels = hasSize ? seen.getUint32(0, true) * seen.getUint32(4, true) : 0
    const hasBounds = module._FPDFPageObj_GetBounds(objectIdx, at, at + 4, at + 8, at + 12)
    const [left = 0, bottom = 0, right = 0, top = 0] = [0, 4, 8, 12].map((from) => seen.getFloat32(from, true))
    return { pixels, points: hasBounds ? Math.abs((right - left) * (top - bottom)) : 0 }
  } finally {
    module.wasmExports.free(at)
  }
}

function withDocument<T>(pdf: Uint8Array, file: string, use: (document: PDFiumDocument) => Promise<T>): Promise<T> {
  return withPdf(pdf, use, (locked) => (locked ? new Failure('image.encrypted', { file }) : damaged(file)))
}

function damaged(file: string): Failure {
  return new Failure('image.truncated', {
    file,
    detail: { zh: 'PDF 阅读器打不开它', en: 'the PDF reader cannot open it' },
  })
}
