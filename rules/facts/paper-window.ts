/** Which window a paper has to keep, by province, provider and kind. */
import type { Filing, MaterialId, PaperKind } from '../schema.ts'
import type { Tables } from '../tables.ts'
import type { PaperWindow } from '../tables-schema.ts'

export type FoundWindow = { window: PaperWindow | null } | { missing: 'province' | 'kind' }

function speaksOf<T>(list: readonly T[] | undefined, value: T | undefined): boolean {
  return list === undefined || (value !== undefined && list.includes(value))
}

/**
 * The first window that fits; unknown while one of a province or of a kind might. A window of a provider waits for
 * nobody: as long as no provider is chosen, what holds elsewhere counts.
 */
export function windowOf(
  { province, provider }: Pick<Filing, 'province' | 'provider'>,
  material: MaterialId,
  kind: PaperKind | undefined,
  { papers }: Pick<Tables, 'papers'>,
): FoundWindow {
  for (const window of papers.windows) {
    if (!window.materials.includes(material) || !speaksOf(window.providers, provider)) continue
    if (window.provinces && province === undefined) return { missing: 'province' }
    if (!speaksOf(window.provinces, province)) continue
    if (window.kinds && kind === undefined) return { missing: 'kind' }
    if (speaksOf(window.kinds, kind)) return { window }
  }
  return { window: null }
}
