/** From the recognition model's classes to text (CTC, greedy). */
import type { Grid } from './runtime.ts'

/**
 * The model was trained with a blank in front of the dictionary and a space behind it. With either of them missing every
 * character is another one, at full confidence.
 */
export function charactersOf(dictionary: string): string[] {
  const lines = dictionary.split('\n').map((line) => line.replace(/\r$/, ''))
  if (lines.at(-1) === '') lines.pop()
  return ['', ...lines, ' ']
}

export interface Spelled {
  text: string
  /** Mean probability of the characters, 0 to 1. It tells better from worse, never right from wrong. */
  score: number
}

/** `classes`: 1 × steps × characters. A character is what is most likely at a step and was not there at the step before. */
export function spell({ data, shape }: Grid, characters: readonly string[]): Spelled {
  const [, steps = 0, width = 0] = shape
  if (width !== characters.length) throw new Error(`${width} classes for ${characters.length} characters`)
  let [text, sum, count, before] = ['', 0, 0, 0]
  for (let step = 0; step < steps; step += 1) {
    const best = likeliest(data, step * width, width)
    if (best !== 0 && best !== before) {
      text += characters[best]
      sum += data[step * width + best] as number
      count += 1
    }
    before = best
  }
  return { text: text.trim(), score: count === 0 ? 0 : sum / count }
}

function likeliest(data: Float32Array, start: number, width: number): number {
  let best = 0
  for (let at = 1; at < width; at += 1) {
    if ((data[start + at] as number) > (data[start + best] as number)) best = at
  }
  return best
}
