/**
 * How likely an outline is a document that it fits (by more than 0.95 of the area that both cover), from its traits:
 * two small networks, the second of which also knows how likely the outlines around and inside this one are by the first
 * (a frame printed on a sheet, a card on a sheet of paper, a photo on a card), and those that differ from it by a side or
 * two (`variants.ts`). Their weights are data, made by
 * `tests/measure/train` from drawn scenes of the development seeds alone; the file says from how many.
 */

import type { Corners } from '../../../rules/schema.ts'
import weights from './likelihood.json' with { type: 'json' }
import { areaOf, boundsOf, farApart, leastGap, sharedArea } from './polygon.ts'
import { type Outline, type Trait, traitNames } from './traits.ts'
import { variantNames, variantsOf } from './variants.ts'

/** One hidden layer. */
export interface Network {
  /** Of each input: what is taken from it, and by what the rest is divided. */
  middles: number[]
  spreads: number[]
  /** Of each hidden unit: a weight for each input, and one more that is added. */
  hidden: number[][]
  /** A weight for each hidden unit, and one more that is added. */
  output: number[]
}

export interface Rated extends Outline {
  likelihood: number
}

const surroundingNames = ['nearOuter', 'farOuter', 'nearInner', 'farInner'] as const
type Surroundings = Record<(typeof surroundingNames)[number], number>

export function rated(outlines: readonly Outline[]): Rated[] {
  const alone = outlines.map(({ traits }) => probability(weights.alone, valuesOf(traits)))
  const inputs = inputsTogether(outlines, alone)
  return outlines.map((outline, at) => ({
    ...outline,
    likelihood: probability(weights.together, inputs[at] as number[]),
  }))
}

/** Of each outline, the inputs of the second network. `alone`: how likely each is by the first. */
export function inputsTogether(outlines: readonly Outline[], alone: readonly number[]): number[][] {
  const around = surroundings(outlines, alone)
  const variants = variantsOf(outlines, alone)
  return outlines.map(({ traits }, at) => [
    ...valuesOf(traits),
    ...surroundingNames.map((name) => around[at]?.[name] as number),
    ...variantNames.map((name) => variants[at]?.[name] as number),
  ])
}

export const inputNames = [...traitNames, ...surroundingNames, ...variantNames]

export function valuesOf(traits: Record<Trait, number>): number[] {
  return traitNames.map((name) => traits[name])
}

/** Inputs further from the middle than this, in spreads, say no more. */
const FARTHEST = 4

export function probability({ middles, spreads, hidden, output }: Network, inputs: readonly number[]): number {
  const scaled = inputs.map((value, at) => {
    const away = (value - (middles[at] as number)) / (spreads[at] as number)
    return Math.max(-FARTHEST, Math.min(FARTHEST, away))
  })
  const sum = hidden.reduce((total, unit, at) => {
    const own = scaled.reduce((part, value, input) => part + value * (unit[input] as number), unit.at(-1) as number)
    return total + Math.tanh(own) * (output[at] as number)
  }, output.at(-1) as number)
  return 1 / (1 + Math.exp(-sum))
}

/** How much larger the area of an outline is that counts as around another, and from where on it is much larger. */
const LARGER = 1.03
const MUCH_LARGER = 1.7
/** Share of the inner outline that lies in the outer one. */
const WITHIN = 0.97

/** Share of its size by which an inner outline is away from every side of the outer one: else both are of one sheet. */
const GAP = 0.008

/** Of each outline, how likely the likeliest of those around it and inside it is. */
function surroundings(outlines: readonly Outline[], likely: readonly number[]): Surroundings[] {
  const all = outlines.map(({ corners }): Measured => ({ corners, area: areaOf(corners), bounds: boundsOf(corners) }))
  const around = outlines.map((): Surroundings => ({ nearOuter: 0, farOuter: 0, nearInner: 0, farInner: 0 }))
  all.forEach((inner, small) => {
    all.forEach((outer, large) => {
      if (!isAround(outer, inner)) return
      const isNear = outer.area < inner.area * MUCH_LARGER
      raise(around[small], isNear ? 'nearOuter' : 'farOuter', likely[large])
      raise(around[large], isNear ? 'nearInner' : 'farInner', likely[small])
    })
  })
  return around
}

interface Measured {
  corners: Corners
  area: number
  bounds: ReturnType<typeof boundsOf>
}

function isAround(outer: Measured, inner: Measured): boolean {
  if (outer.area < inner.area * LARGER || !mayHold(outer.bounds, inner.bounds)) return false
  if (sharedArea(inner.corners, outer.corners) < inner.area * WITHIN) return false
  return leastGap(inner.corners, outer.corners) >= GAP * Math.sqrt(inner.area)
}

function raise(near: Surroundings | undefined, name: keyof Surroundings, to = 0): void {
  if (near) near[name] = Math.max(near[name], to)
}

/** Pixels by which an inner outline may stick out of the outer one's bounds. */
const STICKS_OUT = 12

function mayHold(outer: ReturnType<typeof boundsOf>, inner: ReturnType<typeof boundsOf>): boolean {
  return (
    inner.left > outer.left - STICKS_OUT &&
    inner.top > outer.top - STICKS_OUT &&
    inner.right < outer.right + STICKS_OUT &&
    inner.bottom < outer.bottom + STICKS_OUT
  )
}

/** Share of the smaller of two outlines that both may cover at most when both are documents. */
const MOST_SHARED = 0.3

/** Outlines of different documents, the best first: of those that cover the same, one. */
export function apart(all: readonly Rated[]): Rated[] {
  const kept: Rated[] = []
  for (const next of [...all].sort((one, other) => other.likelihood - one.likelihood)) {
    if (kept.every((one) => areApart(one, next))) kept.push(next)
  }
  return kept.map((one) => bestShaped(one, all))
}

/** Outlines of one document: no corner differs by more than this share of its size, and they are about as likely. */
const ALIKE = 0.15
const ABOUT_AS_LIKELY = 0.7
/** How much likelier (in log odds) an outline is for each unit that it is less strange (`shapeOf`) than another of the same. */
const SHAPE = 40

/** Of the outlines of one document, the one whose shape is most that of a paper: of all else the likelihood knows. */
function bestShaped(one: Rated, all: readonly Rated[]): Rated {
  const size = Math.sqrt(areaOf(one.corners))
  const same = all.filter(
    ({ likelihood, corners }) =>
      likelihood >= one.likelihood * ABOUT_AS_LIKELY && farApart(corners, one.corners) < ALIKE * size,
  )
  const points = ({ likelihood, traits }: Rated): number =>
    Math.log(likelihood / (1 - likelihood)) - SHAPE * traits.strange
  const best = same.reduce((left, right) => (points(right) > points(left) ? right : left), one)
  return { ...best, likelihood: one.likelihood }
}

function areApart({ corners: one }: Rated, { corners: other }: Rated): boolean {
  return sharedArea(one, other) < MOST_SHARED * Math.min(areaOf(one), areaOf(other))
}
