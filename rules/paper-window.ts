/** How old a letter or certificate may be on the day of submission. */
import { type Rules, shippedRules } from './catalog.ts'
import { windowOf } from './facts/paper-window.ts'
import type { Filing, MaterialId, PaperKind } from './schema.ts'
import type { PaperWindow } from './tables-schema.ts'

/**
 * The window of this paper in this filing: it has to be dated no later than the day of submission and `within` so many
 * months or days before it. null: none is known, or the province or kind that decides is not.
 */
export function paperWindow(
  filing: Pick<Filing, 'province' | 'provider'>,
  material: MaterialId,
  kind?: PaperKind,
  rules: Rules = shippedRules,
): PaperWindow | null {
  const found = windowOf(filing, material, kind, rules.tables)
  return 'window' in found ? found.window : null
}
