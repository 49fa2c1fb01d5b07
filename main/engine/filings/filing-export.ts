/** A filing out of the store: `filing.json` beside the untouched originals, as it can be imported again. */
import { extname } from 'node:path'
import type { Output } from '../../../preload/contract.ts'
import type { Filing, MaterialFile, Materials } from '../../../rules/schema.ts'
import { localDay } from '../calendar.ts'
import { writeNewFolder } from '../disk/write-folder.ts'
import type { CallContext } from '../dispatch.ts'
import { originalOf } from '../pictures/stored-pictures.ts'
import { recordExport } from '../store/exports.ts'
import { getFiling } from '../store/filings.ts'
import { type Image, listImages } from '../store/images.ts'
import type { Store } from '../store/store.ts'

const filingName = 'filing.json'

interface NamedImage {
  image: Image
  file: string
}

/** Pictures still in the tray have no material, so they go out as files that the filing does not name. */
export async function exportFiling(
  store: Store,
  id: string,
  out: string,
  context: CallContext,
): Promise<Output<'filing/export'>> {
  const { filing } = getFiling(store, id)
  const named = namedImages(listImages(store, id))
  const files = new Map<string, Uint8Array>()
  for (const [done, { image, file }] of named.entries()) {
    context.step(done, named.length, file)
    if (!files.has(file)) files.set(file, await originalOf(store, image))
  }
  files.set(filingName, encode(withMaterials(filing, named)))
  await writeNewFolder(out, files)
  const written = [...files].map(([name, bytes]) => ({ name, bytes: bytes.length }))
  recordExport(store, {
    filing: id,
    kind: 'filing',
    out,
    rulesVersion: context.rules.version,
    asOf: localDay(),
    files: written,
  })
  return { out, files: [...files.keys()] }
}

/**
 * `01-subject-responsible-id.jpg`: names that need no cleaning and cannot clash. Pages of a PDF and documents of one
 * photo share their original, which is written once.
 */
function namedImages(images: readonly Image[]): NamedImage[] {
  const files = new Map<string, string>()
  return images.map((image) => {
    const file = files.get(image.hash) ?? `${String(files.size + 1).padStart(2, '0')}-${wordsOf(image)}`
    files.set(image.hash, file)
    return { image, file }
  })
}

function wordsOf({ name, format, place }: Image): string {
  const ending =
    extname(name)
      .toLowerCase()
      .replace(/[^.a-z0-9]/g, '') || `.${format}`
  return `${place?.material ?? 'tray'}${ending}`
}

function withMaterials(filing: Filing, named: readonly NamedImage[]): Filing {
  const materials = materialsOf(named, 'subject')
  const services = filing.services?.map((service, index) => {
    const own = materialsOf(named, `services[${index}]`)
    return Object.keys(own).length > 0 ? { ...service, materials: own } : service
  })
  return { ...filing, ...(services ? { services } : {}), materials }
}

function materialsOf(named: readonly NamedImage[], whose: string): Materials {
  const materials: Materials = {}
  for (const { image, file } of named) {
    if (image.place?.for !== whose) continue
    materials[image.place.material] = [...(materials[image.place.material] ?? []), entryOf(image, file)]
  }
  return materials
}

function entryOf({ page, adjustments, overruled }: Image, file: string): MaterialFile {
  if (page === null && adjustments.length + overruled.length === 0) return file
  return {
    file,
    ...(page !== null && { page }),
    ...(adjustments.length > 0 && { adjustments }),
    ...(overruled.length > 0 && { overruled }),
  }
}

function encode(filing: Filing): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(filing, null, 2)}\n`)
}
