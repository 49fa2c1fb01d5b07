/**
 * Is an outline so surely a document that a picture is cut to it unasked? Likelihood alone does not tell: a card's clear
 * sleeve and the card, or a sheet and the shadow beside it, are each likely. So whoever has a rival is asked about.
 * Limits were chosen on development scenes that the weights were not made from, and checked on others: of 474, one had
 * a wrong outline that is sure, and about 79 in 100 with a document had a sure one.
 */
import type { Rated } from './likelihood.ts'
import { areaOf, sharedArea } from './polygon.ts'

/** An outline that is less likely is never sure. */
const LIKELY = 0.9
/** How far from the shape of every known paper it may be (`shapeOf`). */
const STRANGE = 0.05
/** Two outlines of one document are rivals when the area that both cover, by that which either covers, lies between. */
const RIVALS = { least: 0.6, most: 0.92 }
/** From this share of the outline's likelihood on a rival counts. */
const ABOUT_AS_LIKELY = 0.75

/** `all`: every outline of the picture, rated. */
export function isSure(outline: Rated, all: readonly Rated[]): boolean {
  if (outline.likelihood < LIKELY || outline.traits.strange > STRANGE) return false
  return !all.some((other) => other.likelihood >= outline.likelihood * ABOUT_AS_LIKELY && isRival(outline, other))
}

function isRival({ corners: one }: Rated, { corners: other }: Rated): boolean {
  const shared = sharedArea(one, other)
  const overlap = shared / (areaOf(one) + areaOf(other) - shared)
  return overlap > RIVALS.least && overlap < RIVALS.most
}
