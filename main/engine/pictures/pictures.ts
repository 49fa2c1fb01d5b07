import type { Overruled } from '../../../rules/overruled-schema.ts'
import { pictureName } from '../../../rules/picture-name.ts'
import type { Page } from '../../../rules/reading/schema.ts'
import type { Adjustment } from '../../../rules/schema.ts'

/** A picture wherever its original lies: a file beside a filing, or a sealed file in the store. */
export interface PictureSource {
  /** Name of the original's file. */
  file: string
  /** What people call it: the file's name with the page behind it, and which one of several (`pictureName`). */
  name: string
  /** Of its original, counted from 1; null where the original is one picture. */
  page: number | null
  adjustments: readonly Adjustment[]
  /** Findings that it is used in spite of. */
  overruled: readonly Overruled[]
  /** What is known to stand on it with these adjustments; absent: it was not read yet. */
  reading?: Page
  /** The untouched original. Fails with `file.missing`, `file.unreadable`, `file.too-large` or `store.damaged`. */
  load(): Promise<Uint8Array>
}

/** The pictures of each place, in order. The key is `placeKey`. */
export type PicturesByPlace = ReadonlyMap<string, readonly PictureSource[]>

export function placeKey(place: { material: string; for: string }): string {
  return `${place.material}@${place.for}`
}

/** `scan.pdf#2`: its second page, as it is typed on the command line too. */
export function pageName(file: string, page: number | null): string {
  return pictureName({ name: file, page, nth: 1 })
}
