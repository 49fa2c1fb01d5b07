/** A slot of the portal: its pictures joined into the one file that is uploaded. */
import type { Slot } from '../../rules/answers.ts'
import { type Stitched, stitch } from './imaging/stitch.ts'
import { type PictureSource, type PicturesByPlace, placeKey } from './pictures.ts'

/** The pictures that go into the slot, in the order of its parts. */
export function picturesIn(slot: Slot, pictures: PicturesByPlace): PictureSource[] {
  return slot.parts.flatMap((part) => pictures.get(placeKey(part)) ?? [])
}

/** Fails with `stitch.nothing`, `stitch.does-not-fit`, `stitch.too-small` or a picture's own failure. */
export async function joinSlot(slot: Slot, sources: readonly PictureSource[], signal: AbortSignal): Promise<Stitched> {
  const parts = await Promise.all(
    sources.map(async (source) => ({
      bytes: await source.load(),
      name: source.name,
      adjustments: [...source.adjustments],
    })),
  )
  return stitch(parts, { layout: slot.layout, window: slot.window, signal })
}
