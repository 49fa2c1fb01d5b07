/** What is in a slot, and its limits as people read them. Pure. */
import type { ImageView, SlotView } from '../../preload/views.ts'
import type { ImageWindow } from '../../rules/answers.ts'
import { shownLimit } from '../../rules/bytes.ts'
import { imagesAt, placeKey } from '../filing/tasks-view.ts'
import { markOf } from '../images/preview-url.ts'

/** How many of the pictures go into the slot. */
export function countIn({ parts }: SlotView, images: readonly ImageView[]): number {
  const places = new Set(parts.map(placeKey))
  return images.filter(({ place }) => place && places.has(placeKey(place))).length
}

/** Everything that a change of would make another joined picture. */
export function joinedFrom({ title: _, ...how }: SlotView, images: readonly ImageView[]): unknown {
  return [how, how.parts.flatMap((part) => imagesAt(images, part)).map((image) => [image.id, markOf(image)])]
}

/** The limits of a slot; null where there is no lower one. */
export function shownWindow(window: ImageWindow): { min: string | null; max: string } {
  return { min: window.minBytes > 0 ? shownLimit(window.minBytes) : null, max: shownLimit(window.maxBytes) }
}
