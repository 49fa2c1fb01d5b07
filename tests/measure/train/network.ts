/** Trains the small networks of `likelihood.ts`. The same examples give the same weights. */
import type { Network } from '../../../main/engine/imaging/likelihood.ts'
import { randomFrom } from '../../fixtures/draw/random.ts'

export interface Example {
  inputs: number[]
  /** What the network should say, 0 to 1. */
  target: number
}

const ROUNDS = 60
const BATCH = 64
/** Weights are pulled towards zero by so much of themselves. */
const DECAY = 1e-3
const FASTEST = 0.01
const SLOWEST = 0.0005
/** Inputs further out are held there, as in `likelihood.ts`. */
const FARTHEST = 4

export function trained(examples: readonly Example[], units: number, seed: number): Network {
  const { middles, spreads } = scaleOf(examples)
  const inputs = examples.map((example) =>
    Float64Array.from(example.inputs, (value, at) =>
      Math.max(-FARTHEST, Math.min(FARTHEST, (value - (middles[at] as number)) / (spreads[at] as number))),
    ),
  )
  const chance = randomFrom(seed)
  const width = middles.length + 1
  const start = (count: number, size: number) => Float64Array.from({ length: count }, () => (chance() - 0.5) * size)
  const layers = { hidden: start(units * width, 2 / Math.sqrt(width)), output: start(units + 1, 1 / Math.sqrt(units)) }
  const [stepHidden, stepOutput] = [descent(layers.hidden), descent(layers.output)]
  const order = inputs.map((_, at) => at)
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, chance)
    const rate = FASTEST * (1 - round / ROUNDS) + SLOWEST
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH)
      const slopes = { hidden: new Float64Array(units * width), output: new Float64Array(units + 1) }
      for (const at of batch) addSlopes(inputs[at] as Float64Array, examples[at]?.target ?? 0, layers, slopes)
      stepHidden(slopes.hidden, batch.length, rate)
      stepOutput(slopes.output, batch.length, rate)
    }
  }
  const rounded = (values: Float64Array): number[] => Array.from(values, (value) => Number(value.toPrecision(4)))
  return {
    middles,
    spreads,
    hidden: Array.from({ length: units }, (_, unit) => rounded(layers.hidden.slice(unit * width, (unit + 1) * width))),
    output: rounded(layers.output),
  }
}

function scaleOf(examples: readonly Example[]): { middles: number[]; spreads: number[] } {
  const count = examples.length
  const middles = (examples[0]?.inputs ?? []).map((_, at) => {
    const sum = examples.reduce((total, { inputs }) => total + (inputs[at] as number), 0)
    return Number((sum / count).toPrecision(4))
  })
  const spreads = middles.map((middle, at) => {
    const squares = examples.reduce((total, { inputs }) => total + ((inputs[at] as number) - middle) ** 2, 0)
    return Number((Math.sqrt(squares / count) || 1).toPrecision(4))
  })
  return { middles, spreads }
}

interface Layers {
  hidden: Float64Array
  output: Float64Array
}

/** Adds how the log loss of one example changes with each weight. */
function addSlopes(input: Float64Array, truth: number, { hidden, output }: Layers, slopes: Layers): void {
  const width = input.length + 1
  const units = output.length - 1
  const own = new Float64Array(units)
  let sum = output[units] as number
  for (let unit = 0; unit < units; unit += 1) {
    let value = hidden[unit * width + input.length] as number
    for (let at = 0; at < input.length; at += 1) value += (hidden[unit * width + at] as number) * (input[at] as number)
    own[unit] = Math.tanh(value)
    sum += (own[unit] as number) * (output[unit] as number)
  }
  const off = 1 / (1 + Math.exp(-sum)) - truth
  slopes.output[units] = (slopes.output[units] as number) + off
  for (let unit = 0; unit < units; unit += 1) {
    const value = own[unit] as number
    slopes.output[unit] = (slopes.output[unit] as number) + off * value
    const slope = off * (output[unit] as number) * (1 - value * value)
    const from = unit * width
    for (let at = 0; at < input.length; at += 1)
      slopes.hidden[from + at] = (slopes.hidden[from + at] as number) + slope * (input[at] as number)
    slopes.hidden[from + input.length] = (slopes.hidden[from + input.length] as number) + slope
  }
}

/** Adam (Kingma and Ba, 2015). */
function descent(weights: Float64Array): (slopes: Float64Array, count: number, rate: number) => void {
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)]
  let steps = 0
  return (slopes, count, rate) => {
    steps += 1
    for (let at = 0; at < weights.length; at += 1) {
      const slope = (slopes[at] as number) / count + DECAY * (weights[at] as number)
      first[at] = 0.9 * (first[at] as number) + 0.1 * slope
      second[at] = 0.999 * (second[at] as number) + 0.001 * slope * slope
      const size = Math.sqrt((second[at] as number) / (1 - 0.999 ** steps)) + 1e-8
      weights[at] = (weights[at] as number) - (rate * ((first[at] as number) / (1 - 0.9 ** steps))) / size
    }
  }
}

function shuffle(order: number[], chance: () => number): void {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(chance() * (at + 1))
    const moved = order[at] as number
    order[at] = order[other] as number
    order[other] = moved
  }
}
