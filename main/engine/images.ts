/** Calls on pictures: taking them in, placing, adjusting and showing them. */
import { basename } from 'node:path'
import type { ImageView, Place } from '../../preload/views.ts'
import type { Rules } from '../../rules/catalog.ts'
import type { Adjustment } from '../../rules/schema.ts'
import type { CallContext, Handlers } from './dispatch.ts'
import { failureOf } from './failure.ts'
import { imageViews, readImages, viewOfImage } from './image-reading.ts'
import { render } from './imaging/apply.ts'
import { suggestTone } from './imaging/paper-white.ts'
import { previewJpeg } from './imaging/preview.ts'
import { judgeBytes } from './inspect.ts'
import { pictureLimitBytes, readWhole } from './local-files.ts'
import { findUprightCorners } from './readings.ts'
import { getFiling } from './store/filings.ts'
import {
  adjustImage,
  getImage,
  type Image,
  insertImage,
  moveImage,
  type NewImage,
  removeImage,
  restoreImage,
} from './store/images.ts'
import { sealOriginal, unsealOriginal } from './store/originals.ts'
import type { Store } from './store/store.ts'

type ImageCalls = Extract<keyof Handlers, `image/${string}`>
type TakenIn = Awaited<ReturnType<Handlers['image/paste']>>

export function imageHandlers(open: () => Promise<Store>): Pick<Handlers, ImageCalls> {
  return {
    'image/take-in': async ({ filing, paths, place }, context) =>
      takeInFiles(await open(), { filing, paths, place }, context),
    'image/paste': async ({ filing, name, bytes, place }, { rules }) => [
      await takeIn(await open(), { filing, place, name, load: async () => bytes }, rules),
    ],
    'image/list': async ({ filing }, { rules }) => imageViews(await open(), filing, rules),
    'image/read': async ({ filing }, context) => readImages(await open(), filing, context),
    'image/move': async (move, { rules }) => {
      const store = await open()
      moveImage(store, move)
      return imageViews(store, getImage(store, move.image).filing, rules)
    },
    'image/adjust': async ({ image, adjustments }, { rules }) => adjust(await open(), image, adjustments, rules),
    'image/suggest-corners': async ({ image }, { rules }) => {
      const store = await open()
      const found = getImage(store, image)
      return findUprightCorners(await originalOf(store, found), found.name, rules)
    },
    'image/suggest-tone': async ({ image, adjustments }, { rules }) => {
      const store = await open()
      const found = getImage(store, image)
      return suggestTone(await originalOf(store, found), found.name, adjustments, rules.tables.joining.tone)
    },
    'image/remove': async ({ image }, { rules }) => {
      const store = await open()
      const { filing } = getImage(store, image)
      removeImage(store, image)
      return imageViews(store, filing, rules)
    },
    'image/restore': async ({ image }, { rules }) => {
      const store = await open()
      restoreImage(store, image)
      return imageViews(store, getImage(store, image).filing, rules)
    },
    'image/preview': async ({ image, adjusted, side }) => {
      const store = await open()
      const found = getImage(store, image)
      const bytes = await originalOf(store, found)
      const raster = await render(bytes, found.name, adjusted ? found.adjustments : [], { side })
      return previewJpeg(raster, side)
    },
  }
}

export function originalOf(store: Store, image: Pick<Image, 'client' | 'hash'>): Promise<Buffer> {
  return unsealOriginal(store, image.client, image.hash)
}

interface Incoming {
  bytes: Uint8Array
  name: string
  place: Place | null
  adjustments: Adjustment[]
  /** How it is used is said already; else it may be proposed. */
  settled: boolean
}
export interface PreparedImage {
  bytes: Uint8Array
  image: Omit<NewImage, 'filing' | 'hash'>
}

/** Checks and measures a picture that comes in. Fails with `image.*`; nothing is stored yet. */
export async function prepareImage(
  { bytes, name, place, adjustments, settled }: Incoming,
  rules: Rules,
): Promise<PreparedImage['image']> {
  const { info, findings, measurements } = await judgeBytes(bytes, name, adjustments, rules)
  const { format, width, height } = info
  return { name, format, bytes: bytes.length, width, height, place, adjustments, settled, findings, measurements }
}

/** Seals the originals first, then writes the rows: a crash between leaves no row without its file. */
export async function insertAll(
  store: Store,
  filing: { id: string; client: string },
  prepared: readonly PreparedImage[],
): Promise<Image[]> {
  const sealed: NewImage[] = []
  for (const { bytes, image } of prepared) {
    sealed.push({ ...image, filing: filing.id, hash: await sealOriginal(store, filing.client, bytes) })
  }
  return store.transaction(() => sealed.map((image) => insertImage(store, image)))
}

interface FilesJob {
  filing: string
  paths: readonly string[]
  place: Place | null
}

/** One broken file does not stop the others: each answers for itself. */
async function takeInFiles(store: Store, { filing, paths, place }: FilesJob, context: CallContext): Promise<TakenIn> {
  const answers: TakenIn = []
  for (const [done, path] of paths.entries()) {
    if (context.signal.aborted) break
    context.step(done, paths.length, basename(path))
    const load = () => readWhole(path, pictureLimitBytes)
    answers.push(await takeIn(store, { filing, place, name: basename(path), load }, context.rules))
  }
  return answers
}

interface TakeInJob {
  filing: string
  place: Place | null
  name: string
  load: () => Promise<Uint8Array>
}

async function takeIn(store: Store, { filing, place, name, load }: TakeInJob, rules: Rules): Promise<TakenIn[number]> {
  const { id, client } = getFiling(store, filing)
  try {
    const bytes = await load()
    const image = await prepareImage({ bytes, name, place, adjustments: [], settled: false }, rules)
    const [inserted] = await insertAll(store, { id, client }, [{ bytes, image }])
    return inserted
      ? { image: viewOfImage(store, inserted.id, rules) }
      : { failure: failureOf(new Error('nothing was inserted')) }
  } catch (error) {
    return { failure: failureOf(error) }
  }
}

/** The findings are those of the picture as it will be used, so they are made anew. */
async function adjust(store: Store, id: string, adjustments: Adjustment[], rules: Rules): Promise<ImageView> {
  const image = getImage(store, id)
  const bytes = await originalOf(store, image)
  const { findings, measurements } = await judgeBytes(bytes, image.name, adjustments, rules)
  adjustImage(store, id, { adjustments, findings, measurements })
  return viewOfImage(store, id, rules)
}
