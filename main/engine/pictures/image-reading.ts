/** Reading the pictures of a filing after they are stored, and what they are shown with because of it. */
import type { Output } from '../../../preload/contract.ts'
import type { FailureData } from '../../../preload/failures.ts'
import type { ImageView } from '../../../preload/views.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { pictureName } from '../../../rules/picture-name.ts'
import { judgeReadings } from '../../../rules/reading/judge.ts'
import { offersOf } from '../../../rules/reading/offers.ts'
import { readingOf } from '../../../rules/reading/read.ts'
import type { Page } from '../../../rules/reading/schema.ts'
import { isScene } from '../../../rules/scenes.ts'
import type { Adjustment } from '../../../rules/schema.ts'
import { localDay } from '../calendar.ts'
import type { CallContext } from '../dispatch.ts'
import { Failure, failureOf } from '../failure.ts'
import { getFiling } from '../store/filings.ts'
import { adjustImage, getImage, type Image, listImages } from '../store/images.ts'
import { readingIn, saveReading } from '../store/readings.ts'
import type { Store } from '../store/store.ts'
import { imageView } from '../views.ts'
import { judgeBytes } from './inspect.ts'
import { openSource } from './open-picture.ts'
import type { PictureSource } from './pictures.ts'
import { canRead, readAdjusted, suggest } from './readings.ts'
import { sourceOf } from './stored-pictures.ts'

/** The filing's pictures as the window is shown them: with what is read, judged by the filing's facts of today. */
export function imageViews(store: Store, filing: string, rules: Rules): ImageView[] {
  const images = listImages(store, filing)
  const { filing: data } = getFiling(store, filing)
  const read = images.map((image) => {
    const page = readingIn(store, image)
    return {
      file: pictureName(image),
      place: image.place,
      reading: page && readingOf(page, rules.tables),
    }
  })
  const findings = judgeReadings(read, data, localDay(), rules)
  return images.map((image, at) => {
    const { reading = null, place = null } = read[at] ?? {}
    return imageView(image, {
      reading,
      toRead: reading === null && canRead(),
      findings: findings[at] ?? [],
      offers: reading && place ? offersOf(reading, place, data, rules.tables) : [],
    })
  })
}

/** One of them. Fails with `picture.missing`. */
export function viewOfImage(store: Store, id: string, rules: Rules): ImageView {
  const { filing } = getImage(store, id)
  const view = imageViews(store, filing, rules).find((image) => image.id === id)
  if (!view) throw new Failure('picture.missing')
  return view
}

/** Pictures that are being read: a second call leaves them to the first. */
const underWay = new Set<string>()

/**
 * Reads what is not yet read, and straightens and turns pictures that nobody has touched, where both are sure. A picture
 * that cannot be read does not stop the others. Fails with `task.cancelled`; what was read by then is kept.
 */
export async function readImages(store: Store, filing: string, context: CallContext): Promise<Output<'image/read'>> {
  const waiting = listImages(store, filing).filter((image) => image.reading === null && !underWay.has(image.id))
  const failures: FailureData[] = []
  if (canRead()) {
    for (const [done, image] of waiting.entries()) {
      context.step(done, waiting.length, image.name)
      await readOne(store, image, context.rules).catch((error: unknown) => {
        failures.push(failureOf(error))
      })
    }
  }
  return { images: imageViews(store, filing, context.rules), failures }
}

async function readOne(store: Store, image: Image, rules: Rules): Promise<void> {
  underWay.add(image.id)
  try {
    const source = sourceOf(store, image)
    const { page, adjustments } = image.settled
      ? {
          page: await readAdjusted(await openSource(source), source.name, image.adjustments, rules),
          adjustments: image.adjustments,
        }
      : await settle(store, image, source, rules)
    if (page) saveReading(store, image.id, { adjustments, page })
  } finally {
    underWay.delete(image.id)
  }
}

/** Once, for a picture that came in as it was: how it is best used becomes its adjustments, which the person can undo. */
async function settle(
  store: Store,
  image: Image,
  source: PictureSource,
  rules: Rules,
): Promise<{ adjustments: Adjustment[]; page: Page | null }> {
  const picture = await openSource(source)
  const { adjustments, page } = await suggest(picture, source.name, image.place?.material ?? null, rules)
  if (adjustments.length === 0) return { adjustments, page }
  const { findings, measurements } = await judgeBytes(
    { ...source, bytes: await source.load(), adjustments, material: image.place?.material ?? null },
    rules,
  )
  const now = getImage(store, image.id)
  if (now.settled) return { adjustments, page: null }
  const [then, place] = [image.place, now.place].map((one) => isScene(one?.material ?? null, rules))
  // It was moved meanwhile, and what fits a card does not fit the person who holds one up.
  if (then !== place) return settle(store, now, source, rules)
  adjustImage(store, image.id, { adjustments, findings, measurements, proposed: true })
  return { adjustments, page }
}
