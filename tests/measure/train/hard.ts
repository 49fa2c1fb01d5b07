/**
 * Development seeds of scenes that are rare and in which a wrong outline looks right: a person who holds a card, cards on
 * a sheet of paper, a card in a sleeve or under a finger. A few hundred ordinary scenes have too few of them.
 */

import { measuredSide } from '../scenes/place.ts'
import { planOf } from '../scenes/plan.ts'
import { seedsOf } from '../scenes/sets.ts'

/** Seeds that are looked through, and how far on those of papers on a sheet, which are rarer. */
const LOOKED_THROUGH = { most: 1100, onASheet: 2500 }

/** Behind the first `skipped` seeds and a hundred more, which stay unseen. */
export function hardSeeds(skipped: number): number[] {
  return seedsOf('development', LOOKED_THROUGH.onASheet, skipped + 100).filter((seed, at) => {
    const { kind, material, over, documents } = planOf(seed, measuredSide)
    if (kind === 'several' && material === 'paper') return true
    const isCovered = kind === 'single' && over.length > 0 && documents[0]?.sheet.glossy === true
    return at < LOOKED_THROUGH.most - 1 && (kind === 'held' || isCovered)
  })
}
