import { Failure } from '../failure.ts'
import type { AnchorMap } from './anchor-map.ts'
import type { FormDefinition } from './form-shape.ts'

/**
 * A map belongs to one form and one file; another edition of the blank has its lines elsewhere.
 * Fails with `form.map-other-form` and `form.map-other-file`.
 */
export function refuseForeignMap(
  map: AnchorMap,
  { hash, definition, name }: { hash: string; definition: FormDefinition; name: string },
): void {
  if (map.form !== definition.id) {
    throw new Failure('form.map-other-form', { file: name, form: definition.title, other: map.form })
  }
  if (map.blank === hash) return
  const [own, other] = [hash, map.blank].map((each) => each.slice(0, 12))
  throw new Failure('form.map-other-file', { file: name, edition: map.edition, hash: own ?? '', other: other ?? '' })
}
