import type { Page } from '../../rules/reading/schema.ts'
import type { Adjustment } from '../../rules/schema.ts'

/** A picture wherever it lies: a file beside a filing, or a sealed original in the store. */
export interface PictureSource {
  name: string
  adjustments: readonly Adjustment[]
  /** What is known to stand on it with these adjustments; absent: it was not read yet. */
  page?: Page
  /** The untouched original. Fails with `file.missing`, `file.unreadable`, `file.too-large` or `store.damaged`. */
  load(): Promise<Uint8Array>
}

/** The pictures of each place, in order. The key is `placeKey`. */
export type PicturesByPlace = ReadonlyMap<string, readonly PictureSource[]>

export function placeKey(place: { material: string; for: string }): string {
  return `${place.material}@${place.for}`
}
