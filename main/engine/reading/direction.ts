/** Which way the text of a picture runs, without reading it four times. */
import type { Box } from './boxes.ts'
import { lineInput, type Pixels } from './pixels.ts'
import type { Point } from './rectangle.ts'
import type { Reader } from './runtime.ts'

/** Quarter turns, clockwise, that bring the picture upright. */
export type Turn = 0 | 1 | 2 | 3

/** Where the text runs in a picture that needs so many quarter turns. */
const ways: readonly Point[] = [
  [1, 0],
  [0, -1],
  [-1, 0],
  [0, 1],
]

/** The box seen so that its text runs this way: of its four directions, the one nearest to it. */
export function facing(box: Box, turn: Turn): Box {
  const [wx, wy] = ways[turn] as Point
  const [ux, uy] = box.along
  const four: Box[] = [
    box,
    { ...box, along: [-uy, ux], length: box.height, height: box.length },
    { ...box, along: [-ux, -uy] },
    { ...box, along: [uy, -ux], length: box.height, height: box.length },
  ]
  const nearness = ({ along: [x, y] }: Box) => x * wx + y * wy
  return four.reduce((best, next) => (nearness(next) > nearness(best) ? next : best))
}

/** A box this much longer than high is a line and no single character. */
const LONG = 1.8
const MOST_ASKED = 8
/** The direction model's input. */
const ASKED_WIDTH = 192

/** True: lines run from left to right or back; false: up or down. Long boxes speak by their length. */
export function isLevel(boxes: readonly Box[]): boolean {
  const sum = boxes.reduce((total, box) => {
    const level = facing(box, 0)
    const share = level.length / level.height
    return share > LONG ? total + level.length : share < 1 / LONG ? total - level.height : total
  }, 0)
  return sum >= 0
}

/** The longest boxes, which are text most surely. */
export function longest(boxes: readonly Box[], count: number): Box[] {
  const size = (box: Box) => Math.max(box.length, box.height) * Math.min(box.length, box.height) ** 0.5
  return [...boxes].sort((a, b) => size(b) - size(a)).slice(0, count)
}

/**
 * How likely `turn` is against its opposite, -1 (the opposite) to 1, by the vote of the longest lines; the model
 * looks at the shape of a line only.
 */
export async function uprightness(pixels: Pixels, boxes: readonly Box[], turn: Turn, reader: Reader): Promise<number> {
  const asked = longest(boxes, MOST_ASKED)
  let sum = 0
  for (const box of asked) {
    const { data } = await reader.run('direction', lineInput(pixels, facing(box, turn), ASKED_WIDTH))
    sum += (data[0] as number) - (data[1] as number)
  }
  return asked.length === 0 ? 0 : sum / asked.length
}
