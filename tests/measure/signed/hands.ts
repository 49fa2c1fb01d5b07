/** What a hand leaves on a printed page: pen strokes, digits, a copied paragraph, corrections. SVG in millimetres. */
import type { Chance } from '../scenes/chance.ts'

export interface Pen {
  colour: string
  /** Millimetres. */
  width: number
}

export function penOf(chance: Chance): Pen {
  const colour = chance.pick(['#16181c', '#16181c', '#22252c', '#1c2f7a', '#243f9c'])
  return { colour, width: chance.between(0.4, 0.8) }
}

const path = (d: string, { colour, width }: Pen) =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

const at = (value: number) => value.toFixed(2)

/** A written character of no language: some strokes in a square, each slightly bent. */
function character(chance: Chance, x: number, y: number, size: number, pen: Pen): string {
  const count = chance.whole(4, 8)
  const strokes = Array.from({ length: count }, () => {
    const lying = chance.is(0.5)
    const [x0, y0] = [x + chance.between(0, 0.45) * size, y + chance.between(0, 0.6) * size]
    const reach = size * chance.between(0.35, 0.95)
    const [x1, y1] = lying
      ? [x0 + reach * 0.6, y0 + chance.between(-0.12, 0.12) * size]
      : [x0 + chance.between(-0.3, 0.4) * size, y0 + reach * 0.6]
    const bend = [(x0 + x1) / 2 + chance.between(-0.1, 0.1) * size, (y0 + y1) / 2 + chance.between(-0.1, 0.1) * size]
    return `M${at(x0)} ${at(y0)}Q${bend.map(at).join(' ')} ${at(x1)} ${at(y1)}`
  })
  return path(strokes.join(''), pen)
}

/** Two or three characters that stand on `y`, beginning at `x`. */
export function signature(chance: Chance, x: number, y: number, pen: Pen): string {
  const size = chance.between(6, 11)
  const letters = Array.from({ length: chance.whole(2, 3) }, (_, index) =>
    character(chance, x + index * size * chance.between(0.85, 1.05), y - size * chance.between(0.7, 1), size, pen),
  )
  const tail = `M${at(x + size)} ${at(y)}q${at(size * 0.6)} ${at(-size * 0.3)} ${at(size * 1.3)} ${at(chance.between(-1, 1))}`
  return letters.join('') + (chance.is(0.4) ? path(tail, pen) : '')
}

/** Each digit in a square of 1 by 1.6. */
const digits: readonly string[] = [
  'M.5 0Q0 0 0 .8Q0 1.6 .5 1.6Q1 1.6 1 .8Q1 0 .5 0',
  'M.25 .35L.6 0L.6 1.6',
  'M0 .35Q.1 0 .5 0Q1 0 1 .45Q1 .8 0 1.6L1 1.6',
  'M0 .2Q.3 0 .6 0Q1 .05 .95 .4Q.9 .75 .4 .75Q1 .75 1 1.2Q.9 1.6 .4 1.6Q.1 1.6 0 1.4',
  'M.7 1.6L.7 0L0 1.1L1 1.1',
  'M.95 0L.2 0L.1 .7Q.9 .5 1 1.05Q.95 1.6 .4 1.6Q.1 1.6 0 1.4',
  'M.85 .05Q.1 .3 .05 1.1Q.1 1.6 .5 1.6Q1 1.55 1 1.1Q.9 .75 .5 .75Q.15 .8 .05 1.1',
  'M0 0L1 0L.4 1.6',
  'M.5 .75Q.1 .7 .1 .38Q.15 0 .5 0Q.9 0 .9 .38Q.9 .7 .5 .75Q0 .8 0 1.2Q.05 1.6 .5 1.6Q1 1.6 1 1.2Q1 .8 .5 .75',
  'M.95 .45Q.9 .85 .5 .85Q.05 .8 .05 .42Q.1 0 .5 0Q.9 0 .95 .45Q1 1.2 .6 1.6',
]

export function number(chance: Chance, text: string, x: number, y: number, height: number, pen: Pen): string {
  const scale = height / 1.6
  return [...text]
    .map((digit, index) => {
      const left = x + index * scale * 1.45 + chance.between(-0.15, 0.15)
      const turn = chance.between(-6, 6)
      const move = `translate(${at(left)} ${at(y - height + chance.between(-0.3, 0.3))}) rotate(${at(turn)}) scale(${at(scale)})`
      return `<g transform="${move}">${path(digits[Number(digit)] ?? '', { ...pen, width: pen.width / scale })}</g>`
    })
    .join('')
}

/** Lines of written characters that fill a place. */
export function paragraph(
  chance: Chance,
  place: { x: number; y: number; width: number; height: number },
  pen: Pen,
): string {
  const size = chance.between(4.2, 5.6)
  const rows = Math.min(3, Math.max(1, Math.floor(place.height / (size * 1.5))))
  const columns = Math.floor((place.width - 6) / (size * 1.12))
  return Array.from({ length: rows * columns }, (_, index) => {
    const [row, column] = [Math.floor(index / columns), index % columns]
    const [x, y] = [place.x + 3 + column * size * 1.12, place.y + 1.5 + row * size * 1.5]
    return character(chance, x, y, size, pen)
  }).join('')
}

/** Opaque white fluid with ragged edges, now and then written over. */
export function fluid(chance: Chance, x: number, y: number, width: number, height: number): string {
  const edge = (from: number) => at(from + chance.between(-0.4, 0.4))
  const points = [
    ...Array.from({ length: 6 }, (_, index) => `${edge(x + (index * width) / 5)},${edge(y)}`),
    ...Array.from({ length: 6 }, (_, index) => `${edge(x + width - (index * width) / 5)},${edge(y + height)}`),
  ]
  const level = chance.whole(244, 255)
  return `<polygon points="${points.join(' ')}" fill="rgb(${level},${level},${level})"/>`
}
