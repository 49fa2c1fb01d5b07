/** Where drawn faulty pictures are kept. */
import { join } from 'node:path'

/** Counts up when what a seed draws changes, so that an old folder is not taken for a new one. */
const edition = 1
export const faultsFolder = join(import.meta.dirname, `../../.results/faults-${edition}`)

/** What is true of the seed's pictures, and one of them. */
export const listPath = (seed: number): string => join(faultsFolder, `${seed}.json`)
export const picturePath = (seed: number, fault: string): string => join(faultsFolder, `${seed}-${fault}.jpg`)
