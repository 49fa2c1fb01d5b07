/** What a seed means: which documents lie where, on what, and how the phone is held over them. */
import { apply, lens, type Point, type View } from '../../fixtures/draw/camera.ts'
import { outline, type Thing } from '../../fixtures/draw/place.ts'
import type { Light } from '../../fixtures/draw/scene.ts'
import { type Chance, chanceOf } from './chance.ts'
import { anyThing, blankSheet, finger, rimThing, sleeve } from './clutter.ts'
import { documentOf, type Kind } from './documents.ts'
import { type Material, materials } from './ground.ts'
import { heldPlan } from './held.ts'

export type SceneKind = 'single' | 'several' | 'cut-off' | 'none' | 'held'

export interface Laid extends Thing {
  kind: Kind
}

export interface Plan {
  seed: number
  kind: SceneKind
  material: Material
  documents: Laid[]
  under: Thing[]
  over: Thing[]
  view: View
  light: Light
}

const usual: readonly Kind[] = [
  'id-card',
  'id-card',
  'id-card',
  'permit',
  'pale-card',
  'letter',
  'plain-letter',
  'licence',
  'certificate',
]
const cards: readonly Kind[] = ['id-card', 'permit', 'pale-card']

/**
 * Of 20 scenes in a row, 13 show one document, 1 a person who holds a card, 3 several documents, 2 one that is cut off
 * by the picture's edge, 1 none.
 */
function kindOf(seed: number): SceneKind {
  const at = seed % 20
  return at < 13 ? 'single' : at < 14 ? 'held' : at < 17 ? 'several' : at < 19 ? 'cut-off' : 'none'
}

/** `longSide`: pixels of the picture. */
export function planOf(seed: number, longSide: number): Plan {
  const kind = kindOf(seed)
  const chance = chanceOf(seed, 'plan')
  if (kind === 'held') return heldPlan(chance, seed, longSide)
  const material = chance.pick(materials)
  const documents = kind === 'none' ? [] : laid(chance, seed, kind === 'several' ? chance.whole(2, 4) : 1)
  const view = kind === 'none' ? emptyView(chance, longSide) : viewOf(chance, documents, kind === 'cut-off', longSide)
  const things = around(chanceOf(seed, 'clutter'), documents, view, kind)
  if (isOnSheet(material, documents)) things.under.unshift(...under(chanceOf(seed, 'paper'), documents))
  const [card] = documents
  const sleeved = chanceOf(seed, 'sleeve')
  if (card?.sheet.glossy && kind === 'single' && sleeved.is(0.05))
    things.over.unshift({ ...card, sheet: sleeve(sleeved, card.sheet), lift: 0.2 })
  return { seed, kind, material, documents, ...things, view, light: lightOf(chanceOf(seed, 'light'), documents) }
}

/** Several are mostly cards (both sides of one), with their own turns; none touches another. */
function laid(chance: Chance, seed: number, count: number): Laid[] {
  const shared = chance.between(0, 360)
  const documents: Laid[] = []
  for (let tries = 0; documents.length < count && tries < 400; tries += 1) {
    const kind = chance.pick(count > 1 ? cards : usual)
    const sheet = documentOf(kind, seed * 8 + documents.length)
    const reach = count === 1 ? 0 : sheet.width * (0.75 + tries / 200)
    const at: Point = [chance.between(-reach, reach), chance.between(-reach, reach)]
    const turn = shared + (chance.is(0.7) ? chance.between(-8, 8) : chance.between(0, 360))
    const lift = sheet.glossy ? chance.between(0.4, 0.9) : chance.between(0.15, 0.5)
    const next = { kind, sheet, at, turn, lift }
    if (documents.every((other) => isApart(other, next, 5))) documents.push(next)
  }
  return documents
}

/** An office paper on 'paper' lies on a white ground instead: nobody lays it on a larger blank sheet. */
export function isOnSheet(material: Material, documents: readonly Laid[]): boolean {
  return material === 'paper' && documents.every(({ sheet }) => sheet.glossy)
}

/** Cards on 'paper' lie on a blank sheet of A4 or A5, several on a larger one; its edges are seen or not. */
function under(chance: Chance, documents: readonly Thing[]): Thing[] {
  const [first] = documents
  if (!first) return []
  const points = documents.flatMap((document) => outline(document, 0))
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const middle: Point = [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2]
  const reach = Math.max(...points.map(([x, y]) => Math.hypot(x - middle[0], y - middle[1])))
  const width = Math.max(chance.pick([148, 210, 210]), reach * 2.05)
  const sheet = blankSheet(chance, { width, height: width * Math.SQRT2 })
  const free = (width / 2 - reach) * 0.9
  const at: Point = [middle[0] + chance.between(-free, free), middle[1] + chance.between(-free, free)]
  return [
    { sheet, at, turn: first.turn + (chance.is(0.6) ? chance.between(-12, 12) : chance.between(0, 360)), lift: 0.2 },
  ]
}

/** Separated by at least `gap` millimetres along one of their sides' directions. */
export function isApart(one: Thing, other: Thing, gap: number): boolean {
  const [a, b] = [outline(one, gap / 2), outline(other, gap / 2)]
  return [a, b].some((points) =>
    points.some(([x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % 4] as Point
      const along = (all: readonly Point[]) => all.map(([px, py]) => px * (nextY - y) + py * (x - nextX))
      const [first, second] = [along(a), along(b)]
      return Math.max(...first) < Math.min(...second) || Math.max(...second) < Math.min(...first)
    }),
  )
}

function shapeOf(chance: Chance, longSide: number): { width: number; height: number } {
  const short = Math.round((longSide * 3) / 4)
  return chance.is(0.5) ? { width: longSide, height: short } : { width: short, height: longSide }
}

function emptyView(chance: Chance, longSide: number): View {
  const tip = { pitch: chance.between(-25, 25), yaw: chance.between(-15, 15), roll: chance.between(-20, 20) }
  return { ...shapeOf(chance, longSide), ...tip, spread: chance.between(120, 420), aim: [0, 0] }
}

/** So near that the documents' bounds fill a share of the picture; all inside, or one cut off by an edge. */
function viewOf(chance: Chance, documents: readonly Thing[], isCutOff: boolean, longSide: number): View {
  const shape = shapeOf(chance, longSide)
  const slant = chance.is(0.7) ? 14 : 32
  const tip = {
    pitch: chance.between(-slant, slant),
    yaw: chance.between(-slant, slant) * 0.7,
    roll: chance.between(-15, 15),
  }
  let view: View = { ...shape, ...tip, spread: 700, aim: [0, 0] }
  const fill = chance.between(0.45, 0.94)
  for (let round = 0; round < 8; round += 1) {
    const { left, top, right, bottom } = boundsIn(view, documents)
    const share = Math.max((right - left) / view.width, (bottom - top) / view.height)
    const perPixel = view.spread / Math.min(view.width, view.height)
    const [dx, dy] = [(left + right) / 2 - view.width / 2, (top + bottom) / 2 - view.height / 2]
    const spread = Math.max(40, view.spread * Math.min(3, Math.max(0.4, share / fill)))
    const [cosine, sine] = [Math.cos((tip.roll * Math.PI) / 180), Math.sin((tip.roll * Math.PI) / 180)]
    const [mx, my] = [dx * cosine + dy * sine, dy * cosine - dx * sine]
    view = { ...view, spread, aim: [view.aim[0] + mx * perPixel * 0.8, view.aim[1] + my * perPixel * 0.8] }
  }
  return isCutOff ? pushedOut(chance, view, documents) : withinFrame(view, documents)
}

function boundsIn(view: View, documents: readonly Thing[]) {
  const toPicture = lens(view)
  const points = documents.flatMap((document) => outline(document, 0)).map((point) => apply(toPicture, point))
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

/** Farther away until nothing is nearer to the rim than 2 % of the picture: the lens bends a little too. */
function withinFrame(view: View, documents: readonly Thing[]): View {
  const { left, top, right, bottom } = boundsIn(view, documents)
  const [mx, my] = [view.width * 0.02, view.height * 0.02]
  const isInside = left > mx && top > my && right < view.width - mx && bottom < view.height - my
  return isInside || view.spread > 5000 ? view : withinFrame({ ...view, spread: view.spread * 1.06 }, documents)
}

function pushedOut(chance: Chance, view: View, documents: readonly Thing[]): View {
  const angle = chance.between(0, 2 * Math.PI)
  const share = chance.between(0.15, 0.4)
  for (let move = 0; move < 400; move += 1) {
    const aim: Point = [view.aim[0] + Math.cos(angle) * move * 2, view.aim[1] + Math.sin(angle) * move * 2]
    const { left, top, right, bottom } = boundsIn({ ...view, aim }, documents)
    const out = Math.max(
      -left / (right - left),
      -top / (bottom - top),
      (right - view.width) / (right - left),
      (bottom - view.height) / (bottom - top),
    )
    if (out >= share) return { ...view, aim }
  }
  throw new Error('nothing was pushed out of the picture')
}

/** Clutter beside the documents, larger things at the rim, and now and then a pen or a finger over an edge. */
function around(
  chance: Chance,
  documents: readonly Thing[],
  view: View,
  kind: SceneKind,
): { under: Thing[]; over: Thing[] } {
  const reach = view.spread * 0.75
  const count = kind === 'none' ? chance.whole(0, 4) : chance.is(0.55) ? 0 : chance.whole(1, 3)
  const under: Thing[] = []
  for (let tries = 0; under.length < count && tries < 60; tries += 1) {
    const isLarge = chance.is(0.25)
    const made = isLarge ? rimThing(chance) : anyThing(chance)
    const angle = chance.between(0, 2 * Math.PI)
    const far = isLarge ? reach * chance.between(1, 1.3) : reach * chance.between(0.1, 1)
    const at: Point = [view.aim[0] + Math.cos(angle) * far, view.aim[1] + Math.sin(angle) * far]
    const thing = { ...made, at, turn: chance.between(0, 360) }
    if (documents.every((document) => isApart(document, thing, 3))) under.push(thing)
  }
  const [document] = documents
  return { under, over: document && kind === 'single' && chance.is(0.08) ? [overEdge(chance, document)] : [] }
}

/** A finger that holds the document down, its tip some millimetres inside. */
function overEdge(chance: Chance, document: Thing): Thing {
  const { width } = document.sheet
  const along = chance.between(-0.3, 0.3) * width
  const radians = (document.turn * Math.PI) / 180
  const [x, y] = [along, document.sheet.height / 2 + 40 - chance.between(4, 9)]
  const at: Point = [
    document.at[0] + x * Math.cos(radians) - y * Math.sin(radians),
    document.at[1] + x * Math.sin(radians) + y * Math.cos(radians),
  ]
  const skin = chance.pick(['#f1c7a3', '#e8b98f', '#c98f68'])
  return { sheet: finger(skin), at, turn: document.turn + chance.between(-12, 12), lift: 3 }
}

function lightOf(chance: Chance, documents: readonly Thing[]): Light {
  const angle = chance.between(0, 2 * Math.PI)
  const gain = chance.is(0.15) ? chance.between(0.4, 0.65) : chance.between(0.8, 1.1)
  const warmth = chance.between(-0.06, 0.06)
  const light: Light = {
    from: [Math.cos(angle), Math.sin(angle)],
    fall: chance.between(0, 0.32),
    tint: [gain * (1 + warmth), gain, gain * (1 - warmth)],
  }
  const [document] = documents
  if (!document?.sheet.glossy || !chance.is(0.25)) return light
  const at: Point = [document.at[0] + chance.between(-30, 30), document.at[1] + chance.between(-18, 18)]
  return { ...light, glare: { at, radius: chance.between(6, 14), strength: chance.between(0.4, 0.95) } }
}
