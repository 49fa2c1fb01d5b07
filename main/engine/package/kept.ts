/** Copies to keep or to hand on: marked with whose they are and what for, or not made at all. */
import type { Finding, ImageWindow, Slot } from '../../../rules/answers.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { copyNotMade } from '../../../rules/watermark.ts'
import { textsOf } from '../failure.ts'
import type { Words } from '../imaging/lettering.ts'
import { isUnfit, isUnmarkable, joinSlot, type SlotPicture } from './slots.ts'

/** For people: no portal's limits, and small enough for a mail. */
const keptWindow: ImageWindow = { formats: ['jpeg'], minBytes: 0, maxBytes: 2_000_000 }

interface KeptContext {
  rules: Rules
  signal: AbortSignal
  watermark: Words
}

interface Kept {
  copies: { name: string; bytes: Uint8Array }[]
  /** Why a picture has none. */
  findings: Finding[]
}

/** Also of what no slot takes: in one file, or where that cannot be read or marked, each picture in its own. */
export async function keptCopies(slot: Slot, pictures: readonly SlotPicture[], context: KeptContext): Promise<Kept> {
  try {
    const copy = await joinSlot({ ...slot, window: keptWindow }, pictures, context)
    return { copies: [{ name: `${slot.name}-留存.jpg`, bytes: copy.bytes }], findings: [] }
  } catch (error) {
    if (!isUnfit(error) && !isUnmarkable(error)) throw error
    if (pictures.length === 1) return { copies: [], findings: [copyNotMade(slot, textsOf(error))] }
  }
  const apart: Kept = { copies: [], findings: [] }
  for (const [at, picture] of pictures.entries()) {
    const { copies, findings } = await keptCopies({ ...slot, name: `${slot.name}-${at + 1}` }, [picture], context)
    apart.copies.push(...copies)
    apart.findings.push(...findings)
  }
  return apart
}
