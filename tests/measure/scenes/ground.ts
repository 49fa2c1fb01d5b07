/** What the documents lie on: a kind of material in random colours, turned by any angle. */
import { cloth, leather, stone, type Table, wall, wood } from '../../fixtures/draw/tables.ts'
import { type Chance, chanceOf } from './chance.ts'

export const materials = ['wood', 'cloth', 'chequered', 'white', 'plastic', 'marble', 'dark', 'tiles', 'paper'] as const
export type Material = (typeof materials)[number]

type Rgb = [number, number, number]

const clamp = (value: number): number => Math.min(255, Math.max(0, value))
const near = (chance: Chance, colour: Rgb, spread: number): Rgb =>
  colour.map((value) => clamp(value + chance.between(-spread, spread))) as Rgb
const lighter = ([r, g, b]: Rgb, by: number): Rgb => [clamp(r + by), clamp(g + by), clamp(b + by)]

const woods: [Rgb, Rgb][] = [
  [
    [88, 54, 32],
    [168, 116, 72],
  ],
  [
    [172, 136, 94],
    [222, 192, 150],
  ],
  [
    [120, 58, 38],
    [188, 108, 70],
  ],
  [
    [52, 38, 30],
    [96, 74, 58],
  ],
  [
    [186, 170, 148],
    [228, 216, 198],
  ],
  [
    [120, 116, 110],
    [176, 170, 162],
  ],
]

/** Any hue, from grey to strong. */
function anyColour(chance: Chance, darkest: number, lightest: number): Rgb {
  const [level, strength, hue] = [chance.between(darkest, lightest), chance.between(0, 0.6), chance.between(0, 6.28)]
  return [0, 2.1, 4.2].map((shift) => clamp(level * (1 + strength * 0.6 * Math.cos(hue + shift)))) as Rgb
}

/** Square tiles with joints, each tile of its own shade. */
function tiles(colour: Rgb, joint: Rgb, side: number, seed: number): Table {
  const body = wall(lighter(colour, -14), lighter(colour, 10), seed)
  return (x, y, out) => {
    const [column, row] = [Math.floor(x / side), Math.floor(y / side)]
    const edge = Math.min(x - column * side, (column + 1) * side - x, y - row * side, (row + 1) * side - y)
    body(x, y, out)
    const shade = 1 + 0.05 * Math.sin(column * 12.9 + row * 78.2 + seed)
    for (let channel = 0; channel < 3; channel += 1)
      out[channel] = edge < 1.6 ? (joint[channel] as number) : (out[channel] as number) * shade
  }
}

/** Of 'paper', the table that the sheet of paper lies on. */
const makers: Record<Material, (chance: Chance, seed: number) => Table> = {
  paper: (chance, seed) => makers[chance.pick(['wood', 'cloth', 'plastic', 'dark'] as const)](chance, seed),
  wood: (chance, seed) => {
    const [dark, light] = chance.pick(woods)
    return wood(near(chance, dark, 14), near(chance, light, 14), chance.between(50, 200), seed)
  },
  cloth: (chance, seed) => {
    const ground = anyColour(chance, 40, 235)
    return cloth(ground, lighter(ground, chance.between(-18, 18)), 60, chance.between(0.5, 1.4), seed)
  },
  chequered: (chance, seed) =>
    cloth(
      anyColour(chance, 190, 235),
      anyColour(chance, 50, 170),
      chance.between(12, 70),
      chance.between(0.6, 1.3),
      seed,
    ),
  white: (chance, seed) => {
    const shade = near(chance, [236, 235, 231], 12)
    return chance.is(0.5) ? cloth(shade, shade, 60, 0.8, seed) : wall(lighter(shade, -16), lighter(shade, 6), seed)
  },
  plastic: (chance, seed) => {
    const shade = anyColour(chance, 60, 225)
    return wall(lighter(shade, -12), lighter(shade, 12), seed)
  },
  marble: (chance, seed) => {
    const dark = near(chance, chance.is(0.7) ? [170, 164, 158] : [58, 62, 68], 12)
    return stone(dark, lighter(dark, chance.between(40, 60)), chance.between(-0.6, 0.4), seed)
  },
  dark: (chance, seed) => {
    const shade = anyColour(chance, 14, 50)
    return leather(shade, lighter(shade, chance.between(8, 34)), seed)
  },
  tiles: (chance, seed) => {
    const shade = anyColour(chance, 110, 235)
    return tiles(shade, lighter(shade, chance.pick([-50, -30, 18])), chance.between(60, 320), seed)
  },
}

export function groundOf(material: Material, seed: number): Table {
  const chance = chanceOf(seed, 'ground')
  const made = makers[material](chance, seed)
  const turn = chance.between(0, Math.PI)
  const [cosine, sine] = [Math.cos(turn), Math.sin(turn)]
  return (x, y, out) => made(x * cosine + y * sine + 3000, y * cosine - x * sine + 3000, out)
}
