/** The true proportions of a flat sheet seen at a slant, and which known kind of paper they are. */
import { cardSize } from '../../../rules/geometry.ts'
import type { Corners } from '../../../rules/schema.ts'
import type { Size } from './decode.ts'

/** ISO/IEC 7810 ID-1 (identity cards, permits) and ISO 216 A (letters, forms, licences): longer side by shorter. */
export const KNOWN_ASPECTS = [cardSize.width / cardSize.height, Math.SQRT2]
/** Focal lengths in picture diagonals: a phone's main lens (26 mm on 43.3 mm of film) to its tele lens. */
export const PHONE_LENS = 0.6
const LENSES = [PHONE_LENS, 0.75, 0.95, 1.2, 1.6]
/** How far off a measured aspect may be to be taken for a known one: a photo of 3 by 2 is neither card nor A4. */
const SLACK = 0.04

export interface Shape {
  /** Width by height of the sheet as it lies, after the slant is taken out. */
  aspect: number
  /** The exact aspect of the known paper that it is; null: no known one. */
  known: number | null
  /** How far the aspect is off the nearest known one, as a share, plus how far the corners are from right angles. */
  off: number
}

/**
 * `size` is that of the whole, uncropped picture: the lens looks at its middle. Which lens it was is not known (and EXIF
 * not believed), so the one is taken that makes the sheet most like a known paper with square corners.
 */
export function shapeOf(corners: Corners, size: Size): Shape {
  const diagonal = Math.hypot(size.width, size.height)
  const seen = sidesOf(corners, size)
  const shapes = LENSES.map((lens) => shapeThrough(seen, lens * diagonal))
  return shapes.reduce((best, shape) => (shape.off < best.off ? shape : best))
}

/** The sheet's two sides as the lens sees them: how the picture of the unit square grows along each. */
interface Sides {
  across: [x: number, y: number, depth: number]
  down: [x: number, y: number, depth: number]
}

/** The projective map of the unit square onto the corners, told from the middle of the picture. */
function sidesOf(corners: Corners, { width, height }: Size): Sides {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners.map(([x, y]) => [x - width / 2, y - height / 2]) as Corners
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const area = dx1 * dy2 - dx2 * dy1
  const [g, h] = [(sx * dy2 - dx2 * sy) / area, (dx1 * sy - sx * dy1) / area]
  return { across: [x1 - x0 + g * x1, y1 - y0 + g * y1, g], down: [x3 - x0 + h * x3, y3 - y0 + h * y3, h] }
}

function shapeThrough({ across, down }: Sides, focal: number): Shape {
  const [ax, ay, az] = [across[0], across[1], across[2] * focal]
  const [bx, by, bz] = [down[0], down[1], down[2] * focal]
  const [width, height] = [Math.hypot(ax, ay, az), Math.hypot(bx, by, bz)]
  const aspect = width / height
  const long = Math.max(aspect, 1 / aspect)
  const nearest = KNOWN_ASPECTS.reduce((best, known) =>
    Math.abs(long / known - 1) < Math.abs(long / best - 1) ? known : best,
  )
  const slant = Math.abs((ax * bx + ay * by + az * bz) / (width * height))
  const off = Math.abs(long / nearest - 1)
  return { aspect, known: off > SLACK ? null : aspect >= 1 ? nearest : 1 / nearest, off: off + slant }
}
