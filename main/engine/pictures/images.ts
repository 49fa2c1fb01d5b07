/** Calls on pictures: taking them in, placing, adjusting and showing them. */
import type { Checked } from '../../../preload/contract.ts'
import type { ImageView } from '../../../preload/views.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { judgePicture } from '../../../rules/pictures.ts'
import { isScene } from '../../../rules/scenes.ts'
import type { Adjustment } from '../../../rules/schema.ts'
import type { Handlers } from '../dispatch.ts'
import { Failure } from '../failure.ts'
import { render } from '../imaging/apply.ts'
import { suggestTone } from '../imaging/paper-white.ts'
import { previewJpeg } from '../imaging/preview.ts'
import {
  adjustImage,
  getImage,
  type Image,
  moveImage,
  overruleFinding,
  rejudgeImage,
  removeImage,
  restoreImage,
  unsettleImage,
} from '../store/images.ts'
import type { Store } from '../store/store.ts'
import { imageViews, readImages, viewOfImage } from './image-reading.ts'
import { judgeBytes } from './inspect.ts'
import { openSource } from './open-picture.ts'
import { findUprightCorners } from './readings.ts'
import { splitImage } from './split-image.ts'
import { sourceOf } from './stored-pictures.ts'
import { takeInFile, takeInFiles } from './take-in.ts'

type ImageCalls = Extract<keyof Handlers, `image/${string}`>

export function imageHandlers(open: () => Promise<Store>): Pick<Handlers, ImageCalls> {
  return {
    'image/take-in': async ({ filing, paths, place }, context) =>
      takeInFiles(await open(), { filing, paths, place }, context),
    'image/paste': async ({ filing, name, bytes, place }, { rules }) =>
      takeInFile(await open(), { filing, place, name, load: async () => bytes }, rules),
    'image/list': async ({ filing }, { rules }) => imageViews(await open(), filing, rules),
    'image/read': async ({ filing }, context) => readImages(await open(), filing, context),
    'image/move': async (move, { rules }) => {
      const store = await open()
      const before = getImage(store, move.image)
      moveImage(store, move)
      await useAnew(store, before, rules)
      return imageViews(store, getImage(store, move.image).filing, rules)
    },
    'image/adjust': async ({ image, adjustments }, { rules }) => adjust(await open(), image, adjustments, rules),
    'image/overrule': async (decision, { rules }) => overrule(await open(), decision, rules),
    'image/suggest-corners': async ({ image }, { rules }) => {
      const store = await open()
      const source = sourceOf(store, getImage(store, image))
      return findUprightCorners(await openSource(source), source.name, rules)
    },
    'image/suggest-tone': async ({ image, adjustments }, { rules }) => {
      const store = await open()
      const source = sourceOf(store, getImage(store, image))
      return suggestTone(await openSource(source), source.name, adjustments, rules.tables.joining.tone)
    },
    'image/split': async ({ image }, { rules }) => {
      const store = await open()
      return imageViews(store, await splitImage(store, image, rules), rules)
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
      const source = sourceOf(store, found)
      const raster = await render(await openSource(source), source.name, adjusted ? found.adjustments : [], { side })
      return previewJpeg(raster, side)
    },
  }
}

/** The findings are those of the picture as it will be used, so they are made anew. */
async function adjust(store: Store, id: string, adjustments: Adjustment[], rules: Rules): Promise<ImageView> {
  const image = getImage(store, id)
  const source = sourceOf(store, image)
  const { findings, measurements } = await judgeBytes(
    { ...source, bytes: await source.load(), adjustments, material: image.place?.material ?? null },
    rules,
  )
  adjustImage(store, id, { adjustments, findings, measurements })
  return viewOfImage(store, id, rules)
}

/**
 * What is wrong with a picture, and whether it is cut to its document unasked, depends on what it is handed in as. A
 * proposal that does not fit the new place is taken back; what a person chose stays.
 */
async function useAnew(store: Store, before: Image, rules: Rules): Promise<void> {
  const { id, place, proposed } = getImage(store, before.id)
  const [now, then] = [place, before.place].map((one) => isScene(one?.material ?? null, rules))
  if (!proposed || now === then) return judgeAgain(store, id, rules)
  const source = sourceOf(store, before)
  const untouched = { ...source, bytes: await source.load(), adjustments: [], material: place?.material ?? null }
  const { findings, measurements } = await judgeBytes(untouched, rules)
  if (getImage(store, id).proposed) unsettleImage(store, id, { findings, measurements })
}

function judgeAgain(store: Store, id: string, rules: Rules): void {
  const { place, name: file, measurements, findings: before, ...facts } = getImage(store, id)
  if (!measurements) return
  const use = { window: null, material: place?.material ?? null, file }
  const several = before.filter(({ rule }) => rule === 'image.several-documents')
  rejudgeImage(store, id, [...judgePicture({ ...measurements, ...facts }, use, rules), ...several])
}

/** Fails with `finding.missing` where nothing of that code is found, `finding.blocker` where it would surely be refused. */
function overrule(store: Store, { image, code, reason }: Checked<'image/overrule'>, rules: Rules): ImageView {
  const found = viewOfImage(store, image, rules).findings.filter((finding) => finding.code === code)
  if (found.length === 0) throw new Failure('finding.missing')
  if (found.some(({ severity }) => severity === 'blocker')) throw new Failure('finding.blocker')
  overruleFinding(store, { image, code, reason })
  return viewOfImage(store, image, rules)
}
