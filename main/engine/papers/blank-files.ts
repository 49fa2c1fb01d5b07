/** Blanks and maps as files: a map beside its blank, a map alone, and both together in one file. */
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import type { BlankCheck } from '../../../preload/blank-views.ts'
import { AnchorMap, noPlaces, Places, placedFields } from '../../../rules/anchor-map.ts'
import type { FormId } from '../../../rules/answers.ts'
import { type IsoDate, Slug } from '../../../rules/schema.ts'
import { jsonOf } from '../disk/json-file.ts'
import { readWhole } from '../disk/local-files.ts'
import { saveWhole } from '../disk/save-whole.ts'
import { Failure } from '../failure.ts'
import { expectationOf } from '../filings/filing-file-issue.ts'
import { sniff } from '../imaging/sniff.ts'
import { anchorMapPath } from '../pdf/anchor-map.ts'
import { formDefinition } from '../pdf/form-definition.ts'
import {
  blankFile,
  blankKinds,
  changeBlank,
  getBlank,
  insertBlank,
  listBlanks,
  type NewBlank,
  type StoredBlank,
} from '../store/blanks.ts'
import type { Store } from '../store/store.ts'
import { blankLimitBytes, type TakenBlank } from './blank-intake.ts'
import { type Blank, mapOf } from './blank-library.ts'

const mapLimitBytes = 1024 * 1024

/** A map from a file of its own. Fails with `file.*`, `input.not-utf8`, `input.not-json` and `input.invalid`. */
async function readMap(path: string): Promise<AnchorMap> {
  return mapFrom(await readWhole(path, mapLimitBytes), path)
}

function mapFrom(bytes: Uint8Array, file: string): AnchorMap {
  return parseAnchorMap(jsonOf(bytes, file), file)
}

/** Fails with `input.invalid`, naming the file and the path in it. */
export function parseAnchorMap(data: unknown, file: string): AnchorMap {
  const result = AnchorMap.safeParse(data)
  if (result.success) return result.data
  throw new Failure('input.invalid', { file, ...expectationOf(AnchorMap, data, result.error.issues) })
}

/** A blank that is a file, with the map that lies beside it. Fails with `file.*` and `input.*`. */
export async function blankAt(path: string): Promise<Blank> {
  return { bytes: await readWhole(path, blankLimitBytes), name: path, map: await mapBeside(path) }
}

/** The map that lies beside a blank; null when there is none. */
export async function mapBeside(blank: string): Promise<AnchorMap | null> {
  try {
    return await readMap(anchorMapPath(blank))
  } catch (error) {
    if (error instanceof Failure && error.code === 'file.missing') return null
    throw error
  }
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

interface Sent {
  pdf: Uint8Array
  blank: Omit<NewBlank, 'title' | 'edition' | 'provider' | 'province'>
}

/**
 * A blank that came in, looked through. Fields of a PDF form that have our names have their places already. Fails with
 * what `openBlank` fails with, and where its map does not fit it.
 */
export async function blankSent(
  { pdf, source, kind, name }: TakenBlank,
  { form, map, path }: { form: FormId; map: AnchorMap | null; path: string },
): Promise<Sent> {
  const { blankInfo } = await import('../pdf/blank-pages.ts')
  const { pages, formFields } = await blankInfo(pdf, path)
  const hash = hashOf(pdf)
  if (map) {
    const { refuseForeignMap } = await import('../pdf/foreign-map.ts')
    refuseForeignMap(map, { hash, definition: formDefinition(form), name: path })
    const { checkMap } = await import('../pdf/check-map.ts')
    await checkMap(pdf, map, path)
  }
  const known = new Set(formDefinition(form).fields.map(({ id }) => id))
  const named = formFields.filter((field) => field.kind === 'text' && known.has(field.name)).map((field) => field.name)
  const own = { ...noPlaces, formFields: Object.fromEntries(named.map((field) => [field, field])) }
  const seen = kind === 'flat' && formFields.length > 0 ? 'form' : kind
  const places = map ? placesIn(map) : own
  return { pdf, blank: { hash, source: hashOf(source), kind: seen, name, form, pages: pages.length, places } }
}

function placesIn({ anchors, formFields, formChoices }: AnchorMap): Places {
  return { anchors, formFields, formChoices }
}

const bundleFormat = 'beiqi-blank/1'
const bundleNames = { about: 'blank.json', pdf: 'blank.pdf', map: 'anchors.json' } as const
const About = z.strictObject({
  format: z.literal(bundleFormat),
  title: z.string().trim().min(1).max(100),
  kind: z.enum(blankKinds),
  name: z.string().min(1).max(255),
  provider: Slug.nullable(),
  province: z.string().max(2).nullable(),
})

/** The map alone, or with the blank. Fails with `blank.missing` and `file.unwritable`. */
export async function exportBlank(store: Store, id: string, out: string): Promise<{ out: string }> {
  const blank = getBlank(store, id)
  const map = jsonBytes(mapOf(blank, blank.places))
  if (out.toLowerCase().endsWith('.json')) {
    await saveWhole(out, map)
    return { out }
  }
  const { title, kind, name, provider, province } = blank
  const about = jsonBytes({ format: bundleFormat, title, kind, name, provider, province })
  const pdf = blankFile(store, blank)
  await saveWhole(out, zipSync({ [bundleNames.about]: about, [bundleNames.pdf]: pdf, [bundleNames.map]: map }))
  return { out }
}

function jsonBytes(data: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)
}

/**
 * Fails with `blank.none-for-map`, `blank.has-places`, `blank.bundle-invalid`, and with what a map and a blank fail
 * with; then nothing is changed.
 */
export async function importBlank(
  store: Store,
  { path, replace }: { path: string; replace: boolean; on: IsoDate },
): Promise<StoredBlank> {
  const bytes = await readWhole(path, blankLimitBytes)
  if (sniff(bytes) !== 'zip') return takeMap(store, mapFrom(bytes, path), path, replace)
  const { about, pdf, map } = bundleFrom(bytes, path)
  if (known(store, map)) return takeMap(store, map, path, replace)
  const { title, provider, province, kind, name } = about
  const sent = await blankSent({ pdf, source: pdf, kind, name }, { form: map.form, map, path })
  return insertBlank(store, { ...sent.blank, title, provider, province, edition: map.edition }, pdf)
}

function known(store: Store, { blank, form }: AnchorMap): StoredBlank | undefined {
  return listBlanks(store).find((stored) => stored.hash === blank && stored.form === form)
}

async function takeMap(store: Store, map: AnchorMap, path: string, replace: boolean): Promise<StoredBlank> {
  const stored = known(store, map)
  if (!stored) {
    throw new Failure('blank.none-for-map', { file: path, edition: map.edition, hash: map.blank.slice(0, 12) })
  }
  const places = placesIn(map)
  const { checkMap } = await import('../pdf/check-map.ts')
  await checkMap(blankFile(store, stored), map, path)
  const same = JSON.stringify(Places.parse(stored.places)) === JSON.stringify(places)
  if (same) return stored
  if (!replace && placedFields(stored.places).size > 0) {
    throw new Failure('blank.has-places', { title: stored.title, file: path })
  }
  return changeBlank(store, stored.id, stored.revision, { places, edition: map.edition })
}

function bundleFrom(bytes: Uint8Array, path: string) {
  const invalid = (detail: string) => new Failure('blank.bundle-invalid', { file: basename(path), detail })
  const names = Object.values(bundleNames) as string[]
  const limited = {
    filter: (entry: { name: string; originalSize: number }) =>
      names.includes(entry.name) && entry.originalSize <= blankLimitBytes,
  }
  let parts: Record<string, Uint8Array>
  try {
    parts = unzipSync(bytes, limited)
  } catch {
    throw invalid('ZIP')
  }
  const { [bundleNames.about]: about, [bundleNames.pdf]: pdf, [bundleNames.map]: map } = parts
  if (!about || !pdf || !map) throw invalid(names.filter((name) => !parts[name]).join(' '))
  const parsed = About.safeParse(jsonOf(about, path))
  if (!parsed.success) throw invalid(`${bundleNames.about}: ${parsed.error.issues[0]?.path.join('.') ?? ''}`)
  return { about: parsed.data, pdf, map: mapFrom(map, path) }
}

/** Fails with what reading and filling fail with; `map` null: the one beside the blank. */
export async function checkBlankFile(path: string, mapPath: string | null): Promise<BlankCheck> {
  const pdf = await readWhole(path, blankLimitBytes)
  const map = mapPath === null ? await mapBeside(path) : await readMap(mapPath)
  if (!map) throw new Failure('file.missing', { file: anchorMapPath(path) })
  const { checkMap } = await import('../pdf/check-map.ts')
  const pages = await checkMap(pdf, map, path)
  const placed = placedFields(map)
  const unplaced = formDefinition(map.form)
    .fields.filter(({ id, kind }) => kind !== 'hand' && !placed.has(id))
    .map(({ id, title }) => ({ field: id, title }))
  return { form: map.form, edition: map.edition, hash: map.blank, pages, placed: [...placed], unplaced }
}
