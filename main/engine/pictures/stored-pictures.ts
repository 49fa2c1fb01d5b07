/** Pictures of the store, to be opened, measured and joined like those that lie in a folder. */

import { pictureName } from '../../../rules/picture-name.ts'
import type { Image } from '../store/images.ts'
import { unsealOriginal } from '../store/originals.ts'
import type { Store } from '../store/store.ts'
import type { PictureSource } from './pictures.ts'

export function originalOf(store: Store, image: Pick<Image, 'client' | 'hash'>): Promise<Buffer> {
  return unsealOriginal(store, image.client, image.hash)
}

export function sourceOf(store: Store, image: Image): PictureSource {
  const { name, page, adjustments, overruled } = image
  const load = () => originalOf(store, image)
  return { file: name, name: pictureName(image), page, adjustments, overruled, load }
}
