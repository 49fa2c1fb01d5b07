/** How the pictures of an upload place are joined, as a filing says it. Pure. */
import type { Layout } from '../../rules/joining.ts'
import type { Filing } from '../../rules/schema.ts'

/** What the person chose; a gap of null: as the program does it. */
export interface JoiningPart {
  layout?: Layout
  gap?: number | null
  captions?: boolean
}

/** As the filing says it, and else as usual. */
export function joiningOf({ joining }: Filing, slot: string): Required<JoiningPart> {
  const { layout = 'column', gap = null, captions = false } = joining?.[slot] ?? {}
  return { layout, gap, captions }
}

/** A filing says only what is not as usual. */
export function withJoining(filing: Filing, slot: string, part: JoiningPart): Filing {
  const { joining, ...rest } = filing
  const { layout, gap, captions } = { ...joiningOf(filing, slot), ...part }
  const mine = {
    ...(layout !== 'column' && { layout }),
    ...(gap !== null && { gap }),
    ...(captions && { captions }),
  }
  const { [slot]: _, ...others } = joining ?? {}
  const all = Object.keys(mine).length > 0 ? { ...others, [slot]: mine } : others
  return Object.keys(all).length > 0 ? { ...rest, joining: all } : rest
}
