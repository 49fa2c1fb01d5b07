/** A slot of the portal: its pictures joined into the one file that is uploaded. */
import type { StitchResult } from '../../../preload/views.ts'
import type { ImageWindow, Slot } from '../../../rules/answers.ts'
import type { Rules } from '../../../rules/catalog.ts'
import type { MaterialId } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import type { Words } from '../imaging/lettering.ts'
import { type Stitched, stitch } from '../imaging/stitch.ts'
import { titleCaption } from '../pictures/captions.ts'
import { openSource } from '../pictures/open-picture.ts'
import { type PictureSource, type PicturesByPlace, placeKey } from '../pictures/pictures.ts'

/** A picture in a slot, and the name of the paper that it shows. */
export interface SlotPicture {
  source: PictureSource
  material: MaterialId
  title: string
}

/** The pictures that go into the slot, in the order of its parts. */
export function picturesIn(slot: Slot, pictures: PicturesByPlace, { materials }: Rules): SlotPicture[] {
  return slot.parts.flatMap((part) => {
    const title = materials.get(part.material)?.title.zh ?? part.material
    return (pictures.get(placeKey(part)) ?? []).map((source) => ({ source, material: part.material, title }))
  })
}

interface JoinContext {
  rules: Rules
  signal: AbortSignal
  /** Purpose watermark; null: none. */
  watermark: Words | null
}

/** Fails with `stitch.*` (see `isUnfit`), `watermark.no-room`, or a picture's own failure. */
export async function joinSlot(
  slot: Slot,
  pictures: readonly SlotPicture[],
  { rules, signal, watermark }: JoinContext,
): Promise<Stitched> {
  const parts = await Promise.all(
    pictures.map(async ({ source, title }) => ({
      picture: await openSource(source),
      name: source.name,
      adjustments: [...source.adjustments],
      caption: slot.captions ? titleCaption(title) : null,
    })),
  )
  return stitch(parts, {
    layout: slot.layout,
    window: slot.window,
    limits: rules.tables.joining,
    signal,
    ...(slot.gap !== null && { gap: slot.gap }),
    ...(watermark !== null && { watermark }),
  })
}

interface Upload {
  joined: Stitched
  /** Why it does not carry its watermark. */
  unmarked: Failure | null
}

/**
 * The file of a slot with its watermark, or without where the window has no room for it: the document comes first.
 * Fails with `stitch.*` or a picture's own failure.
 */
export async function joinUpload(slot: Slot, pictures: readonly SlotPicture[], context: JoinContext): Promise<Upload> {
  try {
    return { joined: await joinSlot(slot, pictures, context), unmarked: null }
  } catch (error) {
    if (context.watermark === null || !(isUnfit(error) || isUnmarkable(error))) throw error
    return { joined: await joinSlot(slot, pictures, { ...context, watermark: null }), unmarked: error }
  }
}

/** The pictures are sound, but no file of them lies in the window and can be read. */
export function isUnfit(error: unknown): error is Failure {
  return error instanceof Failure && error.code.startsWith('stitch.') && error.code !== 'stitch.nothing'
}

/** Neither on the documents nor beside them is there room for the watermark. */
export function isUnmarkable(error: unknown): error is Failure {
  return error instanceof Failure && error.code === 'watermark.no-room'
}

export function stitchResult({ width, height, quality, size, print }: Stitched, window: ImageWindow): StitchResult {
  return { width, height, quality, bytes: size, print, window, fits: true }
}
