/** A photo of several documents: each becomes a picture of its own, by another straighten of the same original. */
import type { Rules } from '../../rules/catalog.ts'
import type { Adjustment } from '../../rules/schema.ts'
import { Failure } from './failure.ts'
import { type FoundDocument, findCorners } from './imaging/corners.ts'
import { judgeBytes } from './inspect.ts'
import { openSource } from './open-picture.ts'
import { adjustImage, getImage, insertImage } from './store/images.ts'
import type { Store } from './store/store.ts'
import { sourceOf } from './stored-pictures.ts'

export function straightenOf({ corners, aspect }: FoundDocument): Adjustment {
  return { kind: 'straighten', corners, ...(aspect === null ? {} : { aspect }) }
}

/**
 * The picture itself shows the first document afterwards, and a new one stands behind it for each of the others. Its
 * tone goes along. Returns the filing. Fails with `image.one-document` and what decoding fails with.
 */
export async function splitImage(store: Store, id: string, rules: Rules): Promise<string> {
  const image = getImage(store, id)
  const source = sourceOf(store, image)
  const { documents } = await findCorners(await openSource(source), source.name)
  if (documents.length < 2) throw new Failure('image.one-document', { file: source.name })
  const tone = image.adjustments.filter(({ kind }) => kind === 'tone')
  const bytes = await source.load()
  const material = image.place?.material ?? null
  const pictures: Parameters<typeof adjustImage>[2][] = []
  for (const document of documents) {
    const adjustments = [straightenOf(document), ...tone]
    const { findings, measurements } = await judgeBytes({ ...source, bytes, adjustments, material }, rules)
    pictures.push({ adjustments, findings, measurements })
  }
  store.transaction(() => {
    const { id: _, client: __, position: ___, reading: ____, proposed: _____, ...facts } = image
    for (const [at, change] of pictures.entries()) {
      if (at === 0) adjustImage(store, id, change)
      else insertImage(store, { ...facts, ...change, overruled: [], settled: true })
    }
  })
  return image.filing
}
