/** The calls on pictures in plain files and folders, for a terminal: nothing is stored. */
import { basename, extname } from 'node:path'
import type { Checked, Output } from '../../../preload/contract.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { turnedCorners } from '../../../rules/geometry.ts'
import { readingOf } from '../../../rules/reading/read.ts'
import { NamesTaken } from '../disk/file-names.ts'
import { fileSource, pictureLimitBytes, readWhole } from '../disk/local-files.ts'
import { refuseTaken } from '../disk/replaceable.ts'
import { saveWhole } from '../disk/save-whole.ts'
import { writeNewFolder } from '../disk/write-folder.ts'
import type { CallContext, Handlers } from '../dispatch.ts'
import { Failure, failureOf } from '../failure.ts'
import { render } from '../imaging/apply.ts'
import { findCorners, inReadingOrder } from '../imaging/corners.ts'
import { encodeJpeg, MOST_JPEG_SIDE } from '../imaging/encode.ts'
import { filesOf } from './folders.ts'
import { inspectPicture } from './inspect.ts'
import { eachPage, openSource } from './open-picture.ts'
import { type PictureSource, pageName } from './pictures.ts'
import { cutOut, readUntouched, turned } from './readings.ts'

type PictureFileCalls = 'file/pictures' | 'file/inspect' | 'file/straighten' | 'file/straighten-all'

export const pictureFileHandlers: Pick<Handlers, PictureFileCalls> = {
  'file/pictures': ({ files }) => picturesIn(files),
  'file/inspect': async ({ path, page, as, read }, { rules }) => {
    const bytes = await readWhole(path, pictureLimitBytes)
    return inspectPicture(bytes, { file: path, name: pageName(path, page), page, material: as, read }, rules)
  },
  'file/straighten': straightenFile,
  'file/straighten-all': straightenAll,
}

async function picturesIn(files: Checked<'file/pictures'>['files']): Promise<Output<'file/pictures'>> {
  const all: Output<'file/pictures'> = { pictures: [], failures: [] }
  for (const { path, page } of files) {
    if (page !== null) all.pictures.push({ path, page })
    else await addAll(all, path)
  }
  return all
}

/** A path without a page: a folder, a picture, or all pages of a file. */
async function addAll(all: Output<'file/pictures'>, typed: string): Promise<void> {
  const { files, leftOut } = await filesOf([typed])
  all.failures.push(...leftOut)
  for (const path of files) {
    try {
      const pages = await eachPage(sourceAt(path, null))
      all.pictures.push(...pages.map(({ page }) => ({ path, page })))
    } catch (error) {
      all.failures.push(failureOf(error))
    }
  }
}

/** Named by its whole path, which is what a terminal can show and type again. */
function sourceAt(path: string, page: number | null): PictureSource {
  return { ...fileSource('/', path, { page, adjustments: [] }), name: pageName(path, page) }
}

async function straightenFile(
  input: Checked<'file/straighten'>,
  { rules }: CallContext,
): Promise<Output<'file/straighten'>> {
  const { path, page, out } = input
  const { name, ...source } = sourceAt(path, page)
  const picture = await openSource({ name, ...source })
  const found = input.corners ? { corners: input.corners, aspect: null } : await findCorners(picture, name)
  if (!found.corners) throw new Failure('image.no-corners', { file: name })
  // What the person says of the corners and of the paper's shape goes before what was recognised.
  const isAsked = input.read && !input.corners
  const read = isAsked ? await readUntouched(picture, name, found, rules) : null
  const turn = (read && readingOf(read, rules.tables).turn) ?? 0
  const adjustments = turned(input.aspect === null ? found : { ...found, aspect: null }, turn).map((step) =>
    step.kind === 'straighten' && input.aspect !== null ? { ...step, aspect: input.aspect } : step,
  )
  const raster = await render(picture, name, adjustments, { side: MOST_JPEG_SIDE })
  await saveWhole(out, await encodeJpeg(raster))
  const corners = turnedCorners(found.corners, turn / 90)
  return { out, width: raster.width, height: raster.height, corners, adjustments }
}

/** A picture without a document, or one that is broken, is told and does not stop the others. */
async function straightenAll(
  { files, out, read }: Checked<'file/straighten-all'>,
  context: CallContext,
): Promise<Output<'file/straighten-all'>> {
  await refuseTaken(out)
  const { pictures, failures } = await picturesIn(files)
  const done: Output<'file/straighten-all'> = { out, files: [], failures }
  const contents: Contents = { files: new Map(), names: new NamesTaken() }
  for (const [at, { path, page }] of pictures.entries()) {
    context.step(at, pictures.length, basename(path))
    try {
      await addDocuments(done, contents, { path, page }, read ? context.rules : null)
    } catch (error) {
      failures.push(failureOf(error))
    }
  }
  const [first] = failures
  if (contents.files.size === 0) throw first ? new Failure(first.code, first.params) : new Failure('stitch.nothing')
  await writeNewFolder(out, contents.files)
  return done
}

interface Contents {
  files: Map<string, Uint8Array>
  names: NamesTaken
}

/** With `rules`, each is read, to stand upright. */
async function addDocuments(
  done: Output<'file/straighten-all'>,
  { files, names }: Contents,
  { path, page }: Output<'file/pictures'>['pictures'][number],
  rules: Rules | null,
): Promise<void> {
  const source = sourceAt(path, page)
  const picture = await openSource(source)
  const { documents } = await findCorners(picture, source.name)
  if (documents.length === 0) throw new Failure('image.no-corners', { file: source.name })
  for (const [at, document] of inReadingOrder(documents).entries()) {
    const adjustments = rules ? await cutOut(picture, source.name, document, rules) : turned(document, 0)
    const raster = await render(picture, source.name, adjustments, { side: MOST_JPEG_SIDE })
    const name = names.free(documentStem(path, page, documents.length === 1 ? null : at + 1), '.jpg')
    files.set(name, await encodeJpeg(raster))
    const { width, height } = raster
    done.files.push({ name, of: path, page, width, height, confidence: document.confidence, adjustments })
  }
}

/** `photo-2`, `scan-p3-1`. */
function documentStem(path: string, page: number | null, nth: number | null): string {
  const parts = [basename(path, extname(path)), page === null ? null : `p${page}`, nth]
  return parts.filter((part) => part !== null).join('-')
}
