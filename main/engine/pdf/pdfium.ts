/** PDFium (WebAssembly), started when it is first needed. It was built without scripts, so a PDF's actions do nothing. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'

let library: Promise<PDFiumLibrary> | undefined

/**
 * Opens a PDF for as long as `use` takes.
 * @param refusal what is thrown for one that cannot be opened; `locked`: it wants a password
 */
export async function withPdf<T>(
  pdf: Uint8Array,
  use: (document: PDFiumDocument) => Promise<T>,
  refusal: (locked: boolean) => Error,
): Promise<T> {
  const document = await load(pdf).catch((error: unknown) => {
    throw refusal(isLocked(error))
  })
  try {
    return await use(document)
  } finally {
    document.destroy()
  }
}

async function load(pdf: Uint8Array): Promise<PDFiumDocument> {
  library ??= startLibrary()
  return (await library).loadDocument(pdf)
}

async function startLibrary(): Promise<PDFiumLibrary> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@hyzyla/pdfium/pdfium.wasm'))
  return PDFiumLibrary.init({ wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) })
}

/** Whether PDFium wanted a password, or a way of locking that it does not know. */
function isLocked(error: unknown): boolean {
  return /password|security/i.test(error instanceof Error ? error.message : String(error))
}

/** RGB of a page that is opaque already: the fourth byte of each pixel says nothing. */
export function withoutAlpha(rgba: Uint8Array): Buffer {
  const rgb = Buffer.allocUnsafeSlow((rgba.length / 4) * 3)
  for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) {
    rgb[to] = rgba[from] as number
    rgb[to + 1] = rgba[from + 1] as number
    rgb[to + 2] = rgba[from + 2] as number
  }
  return rgb
}
