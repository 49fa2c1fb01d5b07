/**
 * Photos with one fault each, of a known strength, made of nothing but a seed: one document on a table, then what lens,
 * light, hand, copier or screen does to it. `band` says whether anybody would refuse the picture (`bad`), nobody would
 * (`good`), or it depends on who looks (`borderline`, which no figure counts).
 */
import type { Corners, MaterialId } from '../../../rules/schema.ts'
import { place } from '../../fixtures/draw/place.ts'
import { type Chance, chanceOf } from '../scenes/chance.ts'
import { finger } from '../scenes/clutter.ts'
import type { Kind } from '../scenes/documents.ts'
import { developed, enlarged, type Taken } from './develop.ts'
import { copied, glared } from './frames.ts'
import { type Base, cornersOf, drawBase, scaleOf } from './plan.ts'
import { type Band, bandOfPrint, printBands, printOf } from './print.ts'
import { periodOf, type Screen, shownOnScreen } from './screen.ts'

export const faults = [
  'good',
  'mild',
  'large',
  'defocus',
  'motion',
  'upscaled',
  'dark',
  'overexposed',
  'glare',
  'black-and-white',
  'grey-copy',
  'tinted-copy',
  'screen',
  'cut-off',
  'small-picture',
  'small-in-frame',
  'finger',
] as const
export type Fault = (typeof faults)[number]
export interface Faulty {
  seed: number
  fault: Fault
  band: Band
  kind: Kind
  material: MaterialId
  /** What was drawn, for people. */
  drawn: string
  /** The document's smallest print, in pixels of height. */
  print: number
  corners: Corners
  width: number
  height: number
  jpeg: Buffer
}

/** Kinds whose originals nobody could take for a copy: they are coloured all over. */
const coloured: readonly Kind[] = ['id-card', 'permit', 'licence', 'certificate']
/** Pixels on the long side: of a base, and of what has to be as fine as a phone's file. */
const BASE_SIDE = 1600
const MOST_SIDE = 2400
const PHONE_SIDE = 3200

type Draw = (base: Base, chance: Chance, band: Band) => Taken | Promise<Taken> | null

const between = (chance: Chance, band: Band, bad: [number, number], borderline: [number, number]): number =>
  chance.between(...(band === 'bad' ? bad : borderline))

/** Pixels of the frame for a thousandth of the document's longer side: strengths are told at one scale. */
const unit = (base: Base): number => scaleOf(base).side / 1000

const draws: Record<Fault, Draw> = {
  good: () => ({ band: 'good', drawn: '' }),
  mild: (base, chance) => {
    const defocus = chance.between(0, 1.1) * unit(base)
    const gain = chance.between(0.62, 1.12)
    const radius = base.document.sheet.height * chance.between(0.01, 0.03)
    const { width, height } = base.document.sheet
    const at: [number, number] = [width * chance.between(0.1, 0.9), height * chance.between(0.1, 0.9)]
    const pixels = glared(base.frame, base.document, { at, radius: [radius, radius], turn: 0, strength: 0.9 })
    const taken: Taken = { band: 'good', drawn: `r ${defocus.toFixed(2)} × ${gain.toFixed(2)}`, defocus, gain }
    return { ...taken, ...(chance.is(0.3) && { pixels }), grain: chance.between(3, 6), quality: chance.whole(55, 80) }
  },
  large: async (base) => ({ band: 'good', drawn: '', base: await enlarged(base, PHONE_SIDE) }),
  defocus: (base, chance, band) => {
    const radius = between(chance, band, [3.5, 8], [1.5, 3.5])
    return { band, drawn: `radius ${radius.toFixed(1)} ‰`, defocus: radius * unit(base) }
  },
  motion: (base, chance, band) => {
    const length = between(chance, band, [9, 22], [4, 9])
    const angle = chance.between(0, Math.PI)
    const smear: [number, number] = [Math.cos(angle), Math.sin(angle)].map((way) => way * length * unit(base)) as never
    return { band, drawn: `length ${length.toFixed(1)} ‰, ${((angle * 180) / Math.PI).toFixed(0)}°`, smear }
  },
  upscaled: (base, chance, band) => {
    const print = between(chance, band, [3.5, 5.5], [5.5, 10])
    const through = print / printOf(base)
    return through < 0.85 ? { band, drawn: `print of ${print.toFixed(1)} px enlarged`, through } : null
  },
  dark: (_, chance, band) => {
    const gain = between(chance, band, [0.1, 0.24], [0.24, 0.5])
    return { band, drawn: `× ${gain.toFixed(2)}`, gain, grain: chance.between(4, 9) }
  },
  overexposed: (_, chance, band) => {
    const gain = between(chance, band, [2.3, 3.5], [1.35, 2.3])
    return { band, drawn: `× ${gain.toFixed(2)}`, gain }
  },
  glare: (base, chance, band) => {
    const { width, height } = base.document.sheet
    const radius = Math.min(width, height) * between(chance, band, [0.2, 0.36], [0.08, 0.2])
    const long = radius * chance.between(1, 1.7)
    const at: [number, number] = [width * chance.between(0.22, 0.78), height * chance.between(0.22, 0.78)]
    const shine = { at, radius: [long, radius] as [number, number], turn: chance.between(0, 180) }
    const pixels = glared(base.frame, base.document, { ...shine, strength: chance.between(0.9, 1.2) })
    return { band, drawn: `radius ${radius.toFixed(0)} mm`, pixels }
  },
  'black-and-white': () => ({ band: 'bad', drawn: '', grey: true }),
  'grey-copy': (base, chance) => {
    if (!coloured.includes(base.document.kind)) return null
    const [ink, paper] = [chance.whole(28, 60), chance.whole(225, 246)]
    const pixels = copied(base.frame, base.document, [ink, ink, ink], [paper, paper, paper - chance.whole(0, 5)])
    return { band: 'bad', drawn: '', pixels }
  },
  'tinted-copy': (base, chance) => {
    if (!coloured.includes(base.document.kind)) return null
    const hue = chance.pick([
      [
        [62, 44, 30],
        [240, 224, 192],
      ],
      [
        [40, 46, 70],
        [218, 228, 244],
      ],
      [
        [40, 58, 44],
        [222, 240, 222],
      ],
      [
        [60, 40, 50],
        [244, 222, 226],
      ],
    ]) as [[number, number, number], [number, number, number]]
    return { band: 'bad', drawn: '', pixels: copied(base.frame, base.document, ...hue) }
  },
  screen: async (base, chance, band) => {
    const large = await enlarged(base, PHONE_SIDE)
    const period = between(chance, band, [2.2, 6], [1.6, 2.2])
    const pitch = period / periodOf(large.frame, { pitch: 1 })
    const screen: Screen = { pitch, turn: base.document.turn + chance.between(-10, 10), soft: chance.between(0.5, 0.7) }
    const pixels = shownOnScreen(large.frame, screen)
    return { band, drawn: `a grid of ${period.toFixed(1)} px`, base: large, pixels, quality: chance.whole(80, 94) }
  },
  'cut-off': (base, chance, band) => cutOff(base, chance, between(chance, band, [0.06, 0.35], [0.01, 0.06]), band),
  'small-picture': (base, chance, band) => {
    const print = between(chance, band, [4, 8], [8.5, 14])
    const stored = print / printOf(base)
    return stored < 1 ? { band, drawn: `print of ${print.toFixed(1)} px`, stored } : null
  },
  'small-in-frame': async (base, chance, band) => {
    const farther = between(chance, band, [3, 4.5], [2, 3])
    const far = await drawBase(base.seed, BASE_SIDE, farther)
    return { band: bandOfPrint(printOf(far)), drawn: `× ${farther.toFixed(1)} as far`, base: far }
  },
  finger: async (base, chance, band) => {
    const frame = { ...base.frame, pixels: Float32Array.from(base.frame.pixels) }
    const { width, height } = base.document.sheet
    const side = chance.pick([0, 90, 180, 270])
    const inside = between(chance, band, [6, 14], [2, 6])
    const along = chance.between(-0.3, 0.3) * (side % 180 === 0 ? width : height)
    const [dx, dy] = [along, (side % 180 === 0 ? height : width) / 2 + 40 - inside]
    const sheetTurn = (base.document.turn * Math.PI) / 180
    const turn = sheetTurn + (side * Math.PI) / 180
    const at: [number, number] = [
      base.document.at[0] + dx * Math.cos(turn) - dy * Math.sin(turn),
      base.document.at[1] + dx * Math.sin(turn) + dy * Math.cos(turn),
    ]
    const skin = chance.pick(['#f1c7a3', '#e8b98f', '#c98f68', '#dca982'])
    const thing = { sheet: finger(skin), at, turn: base.document.turn + side + chance.between(-14, 14), lift: 3 }
    await place(frame, thing, base.light)
    return { band, drawn: `${inside.toFixed(0)} mm inside`, pixels: frame.pixels }
  },
}

/** Three of four strengths are bad; a fault that is drawn on some seeds only is left out on the others. */
export async function drawFaulty(seed: number, only: readonly Fault[] = faults): Promise<Faulty[]> {
  const base = await readableBase(seed)
  const all: Faulty[] = []
  for (const fault of only) {
    const chance = chanceOf(seed, fault)
    const band = chance.is(0.75) ? 'bad' : 'borderline'
    const taken = await draws[fault](base, chance, band)
    if (taken) all.push(await developed(base, fault, taken))
  }
  return all
}

/** With as many pixels as the print of a large paper needs to be read, within what is drawn in some seconds. */
async function readableBase(seed: number): Promise<Base> {
  const base = await drawBase(seed, BASE_SIDE)
  const side = Math.min(MOST_SIDE, (BASE_SIDE * (printBands.good + 0.5)) / printOf(base))
  return side > BASE_SIDE ? drawBase(seed, 4 * Math.ceil(side / 4)) : base
}

/** The frame ends inside the document: a share of the document's bounds is outside. */
function cutOff(base: Base, chance: Chance, share: number, band: Band): Taken {
  const points = cornersOf(base)
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const { width, height } = base.frame
  const [across, down] = [Math.round((right - left) * share), Math.round((bottom - top) * share)]
  const side = chance.pick(['left', 'right', 'top', 'bottom'])
  const x0 = side === 'left' ? Math.round(left) + across : 0
  const y0 = side === 'top' ? Math.round(top) + down : 0
  const x1 = side === 'right' ? Math.round(right) - across : width
  const y1 = side === 'bottom' ? Math.round(bottom) - down : height
  return {
    band,
    drawn: `${side} ${(share * 100).toFixed(0)} %`,
    cut: { left: x0, top: y0, width: x1 - x0, height: y1 - y0 },
  }
}
