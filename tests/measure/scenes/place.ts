/** Where drawn scenes are kept. */
import { join } from 'node:path'

/** Counts up when what a seed draws changes, so that an old folder is not taken for a new one. */
const edition = 3
/** Pixels on the long side of a measured scene. */
export const measuredSide = 1200
export const scenesFolder = join(import.meta.dirname, `../../.results/scenes-${edition}`)

/** Without an ending: `.jpg` is the photo, `.json` what is true of it. */
export function scenePath(seed: number): string {
  return join(scenesFolder, `${seed}-${measuredSide}`)
}
