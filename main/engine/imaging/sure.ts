/**
 * Is an outline so surely a document that a picture is cut to it unasked? Likelihood alone does not tell: a card's clear
 * sleeve and the card, or a sheet and the shadow beside it, are each likely. So whoever has a rival is asked about, and
 * so is a sheet on which cards lie: either may be meant. Limits were chosen by what `npm run measure:train` reports of
 * development scenes, each judged by weights that were made without it.
 */
import { paperOf } from '../../../rules/paper.ts'
import { shapeOf } from './aspect.ts'
import type { Size } from './decode.ts'
import type { Rated } from './likelihood.ts'
import { areaOf, sharedArea } from './polygon.ts'

/** An outline that is less likely is never sure. */
const LIKELY = 0.87
/** How far from the shape of every known paper it may be (`shapeOf`). */
const STRANGE = 0.03
/** Two outlines of one document are rivals when the area that both cover, by that which either covers, lies between. */
const RIVALS = { least: 0.6, most: 0.92 }
/** From this share of the outline's likelihood on a rival counts. */
const ABOUT_AS_LIKELY = 0.75
/** A card on a sheet: its share of the sheet's area, and how likely it is, at least. */
const CARD_ON_SHEET = { most: 0.15, likely: 0.03 }
/** Share of a card's area that lies in the sheet. */
const WITHIN = 0.97

/** `all`: every outline of the picture, rated; `size`: the picture's. */
export function isSure(outline: Rated, all: readonly Rated[], size: Size): boolean {
  if (outline.likelihood < LIKELY || outline.traits.strange > STRANGE) return false
  const hasRival = all.some(
    (other) => other.likelihood >= outline.likelihood * ABOUT_AS_LIKELY && isRival(outline, other),
  )
  return !hasRival && (isCard(outline, size) || !all.some((other) => isCardOn(outline, other, size)))
}

function isRival({ corners: one }: Rated, { corners: other }: Rated): boolean {
  const shared = sharedArea(one, other)
  const overlap = shared / (areaOf(one) + areaOf(other) - shared)
  return overlap > RIVALS.least && overlap < RIVALS.most
}

function isCardOn({ corners: sheet }: Rated, card: Rated, size: Size): boolean {
  const area = areaOf(card.corners)
  if (card.likelihood < CARD_ON_SHEET.likely || area > CARD_ON_SHEET.most * areaOf(sheet)) return false
  return isCard(card, size) && sharedArea(card.corners, sheet) > WITHIN * area
}

function isCard({ corners }: Rated, size: Size): boolean {
  const { known } = shapeOf(corners, size)
  return known !== null && paperOf({ width: known, height: 1 })?.kind === 'card'
}
