import type { Rules } from '../../../rules/catalog.ts'
import type { Adjustment } from '../../../rules/schema.ts'
import { toneExcess } from '../../../rules/tone.ts'
import { Failure } from '../failure.ts'

/** Fails with `image.tone-too-strong` when a tone goes further than is honest for a document. `name` is for the message. */
export function checkTone(adjustments: readonly Adjustment[], name: string, rules: Rules): void {
  const excess = toneExcess(adjustments, rules.tables.joining.tone)
  if (excess) throw new Failure('image.tone-too-strong', { file: name, ...excess })
}
