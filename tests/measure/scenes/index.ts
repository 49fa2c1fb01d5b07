/**
 * Photos of documents with known corners, each made of nothing but its seed: materials, light, glare, shadow, noise,
 * blur, lens, JPEG, any turn, perspective, several documents, none, cut-off ones, a card held up by a person. Which seeds may be tuned on: `sets.ts`.
 */
import sharp from 'sharp'
import { apply, type Point } from '../../fixtures/draw/camera.ts'
import { outline, place } from '../../fixtures/draw/place.ts'
import { drawTable, emptyFrame, expose } from '../../fixtures/draw/scene.ts'
import { chanceOf } from './chance.ts'
import type { Kind } from './documents.ts'
import { groundOf, type Material } from './ground.ts'
import { bent, castOver, opticsOf, throughLens } from './lens.ts'
import { isOnSheet, type Plan, planOf, type SceneKind } from './plan.ts'

export type Fault =
  | 'low-contrast'
  | 'glare'
  | 'shadow'
  | 'blurred'
  | 'smeared'
  | 'noise'
  | 'dark'
  | 'compressed'
  | 'occluded'
  | 'clutter'

export interface TrueDocument {
  kind: Kind
  /** In pixels at pixel edges: top left, top right, bottom right, bottom left of the upright document. */
  corners: [Point, Point, Point, Point]
  /** Width by height of the upright document. */
  aspect: number
}

export interface DrawnScene {
  seed: number
  kind: SceneKind
  material: Material
  faults: Fault[]
  width: number
  height: number
  documents: TrueDocument[]
  jpeg: Buffer
}

/** Draws the scene of a seed. `longSide`: pixels; 1600 is drawn in about two seconds, 4000 is what a phone takes. */
export async function drawScene(seed: number, longSide = 1600): Promise<DrawnScene> {
  return drawPlan(planOf(seed, longSide), longSide)
}

/** The same of a plan whose documents are other ones of the same size. */
export async function drawPlan(plan: Plan, longSide: number): Promise<DrawnScene> {
  const { seed } = plan
  const frame = emptyFrame(plan.view)
  const isWhite = plan.material === 'paper' && !isOnSheet(plan.material, plan.documents)
  drawTable(frame, groundOf(isWhite ? 'white' : plan.material, seed))
  for (const thing of [...plan.under, ...plan.documents, ...plan.over]) await place(frame, thing, plan.light)
  const chance = chanceOf(seed, 'camera')
  const isShadowed = chance.is(0.25)
  if (isShadowed) castOver(frame, chance)
  const optics = opticsOf(chance, longSide)
  frame.pixels = throughLens(frame, optics)
  const grain = chance.is(0.2) ? chance.between(6, 12) : chance.between(1, 4)
  const blur = (chance.is(0.2) ? chance.between(1, 2.6) : chance.between(0.5, 0.9)) * Math.max(1, longSide / 1600)
  const quality = chance.is(0.2) ? chance.whole(30, 55) : chance.whole(70, 95)
  const data = expose(frame, { light: plan.light, grain, seed })
  const { width, height } = frame
  const jpeg = await sharp(data, { raw: { width, height, channels: 3 } })
    .blur(blur)
    .jpeg({ quality })
    .toBuffer()
  const documents = plan.documents
    .filter(() => plan.kind !== 'held')
    .map((document) => ({
      kind: document.kind,
      corners: outline(document, 0).map((point) =>
        bent(frame, optics.bend, apply(frame.toPicture, point)),
      ) as TrueDocument['corners'],
      aspect: document.sheet.width / document.sheet.height,
    }))
  const isPale = plan.documents.some(({ kind }) => ['pale-card', 'plain-letter', 'letter'].includes(kind))
  const faults: [Fault, boolean][] = [
    ['low-contrast', (plan.material === 'white' || plan.material === 'paper') && isPale],
    ['glare', plan.light.glare !== undefined],
    ['shadow', isShadowed],
    ['blurred', blur > Math.max(1, longSide / 1600)],
    ['smeared', optics.smear.some((way) => way !== 0)],
    ['noise', grain > 5],
    ['dark', plan.light.tint[1] < 0.7],
    ['compressed', quality < 60],
    ['occluded', plan.over.length > 0],
    ['clutter', plan.under.length > 0],
  ]
  const named = faults.filter(([, has]) => has).map(([fault]) => fault)
  return { seed, kind: plan.kind, material: plan.material, faults: named, width, height, documents, jpeg }
}
