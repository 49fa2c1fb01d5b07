/** The limits of a slot as people read them. Pure. */
import type { ImageWindow } from '../../rules/answers.ts'
import { shownLimit } from '../../rules/bytes.ts'

/** The limits of a slot; null where there is no lower one. */
export function shownWindow(window: ImageWindow): { min: string | null; max: string } {
  return { min: window.minBytes > 0 ? shownLimit(window.minBytes) : null, max: shownLimit(window.maxBytes) }
}
