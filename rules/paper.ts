/** Papers of a known size, told by their proportions, and how high their smallest print then is. */
import { a4Size, cardSize, type Size } from './geometry.ts'
import type { Joining } from './tables-schema.ts'

/** Millimetres, as it lies in the picture. */
export interface Paper extends Size {
  kind: 'card' | 'sheet'
}

/** How far an aspect may be off the nominal one: hand-set corners are not exact. */
const SLACK = 0.03

/** The known paper of a straightened picture; null when it has another shape. */
export function paperOf(picture: Size): Paper | null {
  const aspect = picture.width / picture.height
  const known: Paper[] = [
    { kind: 'card', ...cardSize },
    { kind: 'card', ...turned(cardSize) },
    { kind: 'sheet', ...a4Size },
    { kind: 'sheet', ...turned(a4Size) },
  ]
  return known.find(({ width, height }) => Math.abs(aspect / (width / height) - 1) <= SLACK) ?? null
}

/**
 * Pixels of height of the smallest print for each pixel of the picture's width. A picture of no known paper is taken
 * for a photo that a standing sheet fills.
 */
export function printShare(picture: Size, { print }: Joining): number {
  const paper = paperOf(picture) ?? { kind: 'sheet', ...a4Size }
  return (paper.kind === 'card' ? print.cardMm : print.sheetMm) / paper.width
}

function turned({ width, height }: Size): Size {
  return { width: height, height: width }
}
