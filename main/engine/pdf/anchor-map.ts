/** A map of anchors as a file: it lies beside its blank as `<blank>.anchors.json`, or comes out of the library. */
export type { Anchor, AnchorMap, FormChoice } from '../../../rules/anchor-map.ts'

/** The file in which the map of a blank is looked for. */
export function anchorMapPath(blankPath: string): string {
  return `${blankPath}.anchors.json`
}
