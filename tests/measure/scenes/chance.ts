/** Choices that a seed makes. Each purpose has its own stream, so that a new choice in one does not change the others. */
import { hash, randomFrom } from '../../fixtures/draw/random.ts'

export interface Chance {
  between(least: number, most: number): number
  whole(least: number, most: number): number
  pick<Choice>(choices: readonly Choice[]): Choice
  is(share: number): boolean
}

export function chanceOf(seed: number, purpose: string): Chance {
  const mixed = [...purpose].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7)
  const next = randomFrom(hash(seed, mixed, 97) * 2 ** 32)
  return {
    between: (least, most) => least + next() * (most - least),
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick: (choices) => choices[Math.floor(next() * choices.length)] as (typeof choices)[number],
    is: (share) => next() < share,
  }
}
