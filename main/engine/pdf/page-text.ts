/** The text layer of a page: which character stands where. Scans have none. */
import type { PDFiumPage } from '@hyzyla/pdfium'
import { withPage } from './render.ts'

/** A character with its box, in points from the bottom left of the page as a reader sees it. */
export interface PlacedCharacter {
  character: string
  x: number
  y: number
  width: number
  height: number
}

/** What the wrapper keeps to itself: it hands out a page's text without places. */
interface Inside {
  pageIdx: number
  module: {
    _FPDFText_LoadPage(page: number): number
    _FPDFText_ClosePage(text: number): void
    _FPDFText_CountChars(text: number): number
    _FPDFText_GetUnicode(text: number, at: number): number
    _FPDFText_GetFontSize(text: number, at: number): number
    _FPDFText_GetCharBox(text: number, at: number, left: number, right: number, bottom: number, top: number): number
    _FPDF_PageToDevice(
      page: number,
      startX: number,
      startY: number,
      sizeX: number,
      sizeY: number,
      turn: number,
      pageX: number,
      pageY: number,
      deviceX: number,
      deviceY: number,
    ): number
    wasmExports: { malloc(size: number): number; free(at: number): void }
    HEAPF64: Float64Array
    HEAP32: Int32Array
  }
}

/** Device units in a point: the reader answers in whole ones. */
const fine = 100

/** The characters of a page (the first is 0) in the order of its content, blanks left out. */
export function pageText(pdf: Uint8Array, page: number, file: string): Promise<PlacedCharacter[]> {
  return withPage(pdf, page, file, (sheet) => charactersOf(sheet))
}

function charactersOf(sheet: PDFiumPage): PlacedCharacter[] {
  const { module, pageIdx } = sheet as unknown as Inside
  const text = module._FPDFText_LoadPage(pageIdx)
  // Four numbers of 8 bytes, then two whole ones of a point.
  const memory = module.wasmExports.malloc(40)
  try {
    const count = Math.max(0, module._FPDFText_CountChars(text))
    return Array.from({ length: count }, (_, at) => characterAt(sheet, text, at, memory)).filter(
      (each) => each !== null,
    )
  } finally {
    module.wasmExports.free(memory)
    module._FPDFText_ClosePage(text)
  }
}

function characterAt(sheet: PDFiumPage, text: number, at: number, memory: number): PlacedCharacter | null {
  const { module } = sheet as unknown as Inside
  const code = module._FPDFText_GetUnicode(text, at)
  const character = code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  if (character.trim() === '' || !module._FPDFText_GetCharBox(text, at, memory, memory + 8, memory + 16, memory + 24)) {
    return null
  }
  const [left = 0, right = 0, bottom = 0, top = 0] = module.HEAPF64.subarray(memory / 8, memory / 8 + 4)
  const [ax, ay] = seen(sheet, left, bottom, memory + 32)
  const [bx, by] = seen(sheet, right, top, memory + 32)
  // Fonts disagree about how high a line is: a character stands in its size, around its own ink.
  const height = Math.max(module._FPDFText_GetFontSize(text, at), Math.abs(by - ay))
  return { character, x: Math.min(ax, bx), y: (ay + by - height) / 2, width: Math.abs(bx - ax), height }
}

/** A point of the page as it is seen: turned and cropped, from the bottom left. */
function seen(sheet: PDFiumPage, x: number, y: number, memory: number): [number, number] {
  const { module, pageIdx } = sheet as unknown as Inside
  const { originalWidth, originalHeight } = sheet.getOriginalSize()
  const [wide, high] = [Math.round(originalWidth * fine), Math.round(originalHeight * fine)]
  module._FPDF_PageToDevice(pageIdx, 0, 0, wide, high, 0, x, y, memory, memory + 4)
  const [right = 0, down = 0] = module.HEAP32.subarray(memory / 4, memory / 4 + 2)
  return [right / fine, (high - down) / fine]
}
