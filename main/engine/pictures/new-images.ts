/** New pictures of a filing: measured first, then their originals are sealed, then the rows are written. */
import type { Place } from '../../../preload/views.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { stillOverruled } from '../../../rules/overrule.ts'
import type { Overruled } from '../../../rules/overruled-schema.ts'
import { type Image, insertImage, type NewImage } from '../store/images.ts'
import { sealOriginal } from '../store/originals.ts'
import type { Store } from '../store/store.ts'
import { judgeBytes, type PictureAtHand } from './inspect.ts'

/** `file`: the original's own name; `name` may carry the page. */
interface Incoming extends Omit<PictureAtHand, 'material'> {
  file: string
  place: Place | null
  /** How it is used is said already; else it may be proposed. */
  settled: boolean
  /** What its filing file says that it is used in spite of. */
  overruled: readonly Overruled[]
}
export interface PreparedImage {
  bytes: Uint8Array
  image: Omit<NewImage, 'filing' | 'hash'>
}

/** Checks and measures a picture that comes in. Fails with `image.*`; nothing is stored yet. */
export async function prepareImage(
  { file, place, settled, overruled: all, ...picture }: Incoming,
  rules: Rules,
): Promise<PreparedImage> {
  const { info, findings, measurements } = await judgeBytes({ ...picture, material: place?.material ?? null }, rules)
  const { bytes, page } = picture
  const { format, width, height } = info
  const adjustments = [...picture.adjustments]
  const image = { name: file, format, page, bytes: bytes.length, width, height, place, adjustments, settled }
  return { bytes, image: { ...image, findings, measurements, overruled: stillOverruled(findings, all) } }
}

/**
 * Seals the originals first, each once, then writes the rows: a crash between leaves no row without its file.
 */
export async function insertAll(
  store: Store,
  filing: { id: string; client: string },
  prepared: readonly PreparedImage[],
): Promise<Image[]> {
  const hashes = new Map<Uint8Array, string>()
  const sealed: NewImage[] = []
  for (const { bytes, image } of prepared) {
    const hash = hashes.get(bytes) ?? (await sealOriginal(store, filing.client, bytes))
    hashes.set(bytes, hash)
    sealed.push({ ...image, filing: filing.id, hash })
  }
  return store.transaction(() => sealed.map((image) => insertImage(store, image)))
}
