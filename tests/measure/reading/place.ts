/** Where scenes to be read are kept, and how large they are drawn. */
import { join } from 'node:path'

/** Counts up when what a seed draws changes. */
const edition = 2
/** Pixels of the long side: half of what a phone takes, so print is no larger than on a careless photo. */
export const readSide = 1800

export const readFolder = join(import.meta.dirname, `../../.results/read-${edition}`)
export const readPath = (seed: number): string => join(readFolder, `${seed}-${readSide}`)
