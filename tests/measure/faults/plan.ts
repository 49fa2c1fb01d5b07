/** One document on a table, well photographed: what every faulty picture of a seed begins with. */
import { apply, type Point, type View } from '../../fixtures/draw/camera.ts'
import { type Frame, outline, place } from '../../fixtures/draw/place.ts'
import { drawTable, emptyFrame, type Light } from '../../fixtures/draw/scene.ts'
import { type Chance, chanceOf } from '../scenes/chance.ts'
import { groundOf } from '../scenes/ground.ts'
import { castOver } from '../scenes/lens.ts'
import { type Laid, planOf } from '../scenes/plan.ts'
import type { SetName } from '../scenes/sets.ts'
import { seedsOf } from '../scenes/sets.ts'

export interface Base {
  seed: number
  frame: Frame
  document: Laid
  light: Light
}

/**
 * The first seeds of a set whose scene shows one whole document.
 * @param skipped so many seeds of the set are left out: those that were already looked at
 */
export function faultSeeds(set: SetName, count: number, skipped = 0): number[] {
  return seedsOf(set, count * 2 + 20, skipped)
    .filter((seed) => seed % 20 < 13)
    .slice(0, count)
}

/** `farther`: how many times as far away as the scene says. */
export async function drawBase(seed: number, longSide: number, farther = 1): Promise<Base> {
  const plan = planOf(seed, longSide)
  const [document] = plan.documents
  if (!document) throw new Error(`seed ${seed} shows no document`)
  const view: View = { ...plan.view, spread: plan.view.spread * farther }
  const frame = emptyFrame(view)
  const light = goodLight(chanceOf(seed, 'good-light'), plan.light)
  drawTable(frame, groundOf(plan.material, seed))
  for (const thing of [...plan.under, document]) await place(frame, thing, light)
  const chance = chanceOf(seed, 'good-shadow')
  if (chance.is(0.2)) castOver(frame, chance)
  return { seed, frame, document, light }
}

/** Bright enough, without a lamp mirrored in the document; the colour of the lamp stays. */
function goodLight(chance: Chance, { from, fall, tint }: Light): Light {
  const gain = chance.between(0.85, 1.05) / tint[1]
  return { from, fall: Math.min(fall, 0.25), tint: [tint[0] * gain, tint[1] * gain, tint[2] * gain] }
}

/** Of the document, clockwise from its own top left, in pixels of the frame. */
export function cornersOf({ frame, document }: Base): Point[] {
  return outline(document, 0).map((point) => apply(frame.toPicture, point))
}

/** Pixels of the document's longer side, and pixels a millimetre. */
export function scaleOf(base: Base): { side: number; perMillimetre: number } {
  const points = cornersOf(base)
  const length = (from: number, to: number): number => {
    const [[x1, y1], [x2, y2]] = [points[from] as Point, points[to] as Point]
    return Math.hypot(x2 - x1, y2 - y1)
  }
  const { width, height } = base.document.sheet
  const side = width >= height ? Math.max(length(0, 1), length(3, 2)) : Math.max(length(1, 2), length(0, 3))
  return { side, perMillimetre: side / Math.max(width, height) }
}
