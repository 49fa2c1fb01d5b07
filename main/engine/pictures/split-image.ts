/** A photo of several documents: each becomes a picture of its own, by another straighten of the same original. */
import type { Rules } from '../../../rules/catalog.ts'
import { Failure } from '../failure.ts'
import { findCorners, inReadingOrder } from '../imaging/corners.ts'
import { adjustImage, getImage, insertImage, moveImage } from '../store/images.ts'
import type { Store } from '../store/store.ts'
import { judgeBytes } from './inspect.ts'
import { openSource } from './open-picture.ts'
import { cutOut } from './readings.ts'
import { sourceOf } from './stored-pictures.ts'

/**
 * The picture itself shows the first document afterwards, and right behind it stands a new one for each of the others,
 * all upright. Its tone goes along. Returns the filing. Fails with `image.one-document` and what decoding fails with.
 */
export async function splitImage(store: Store, id: string, rules: Rules): Promise<string> {
  const image = getImage(store, id)
  const source = sourceOf(store, image)
  const picture = await openSource(source)
  const { documents } = await findCorners(picture, source.name)
  if (documents.length < 2) throw new Failure('image.one-document', { file: source.name })
  const tone = image.adjustments.filter(({ kind }) => kind === 'tone')
  const bytes = await source.load()
  const material = image.place?.material ?? null
  const pictures: Parameters<typeof adjustImage>[2][] = []
  for (const document of inReadingOrder(documents)) {
    const adjustments = [...(await cutOut(picture, source.name, document, rules)), ...tone]
    const { findings, measurements } = await judgeBytes({ ...source, bytes, adjustments, material }, rules)
    pictures.push({ adjustments, findings, measurements })
  }
  store.transaction(() => {
    // Where it stands now: it may have been moved while its documents were read.
    const { id: _, client: __, position, nth: ___, reading: ____, proposed: _____, ...facts } = getImage(store, id)
    for (const [at, change] of pictures.entries()) {
      if (at === 0) adjustImage(store, id, change)
      else {
        const { id: image } = insertImage(store, { ...facts, ...change, overruled: [], settled: true })
        moveImage(store, { image, place: facts.place, position: position + at })
      }
    }
  })
  return image.filing
}
