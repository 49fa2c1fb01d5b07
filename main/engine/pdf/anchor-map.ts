/** A map of anchors as a file: it lies beside its blank as `<blank>.anchors.json`, or comes out of the library. */
import { AnchorMap } from '../../../rules/anchor-map.ts'
import { Failure } from '../failure.ts'

export type { Anchor, AnchorMap, FormChoice } from '../../../rules/anchor-map.ts'

/** The file in which the map of a blank is looked for. */
export function anchorMapPath(blankPath: string): string {
  return `${blankPath}.anchors.json`
}

/** Fails with `input.invalid`, naming the file and the path in it. */
export function parseAnchorMap(data: unknown, file: string): AnchorMap {
  const result = AnchorMap.safeParse(data)
  if (result.success) return result.data
  const issue = result.error.issues[0]
  const path = issue?.path.map(String).join('.') || '(root)'
  throw new Failure('input.invalid', { file, path, expected: issue?.message ?? 'an anchor map' })
}
