/** Things that lie about, and what covers the edge of a document. */
import { cup, keyboard, notebook, pen, twig } from '../../fixtures/draw/props.ts'
import { circle, line, rect, type Sheet } from '../../fixtures/draw/sheet.ts'
import type { Chance } from './chance.ts'

const thing = (width: number, height: number, drawing: string): Sheet => ({
  width,
  height,
  drawing,
  cornerRadius: 0,
  glossy: false,
})

/** Two keys on a ring. */
function keys(): Sheet {
  const key = (turn: number, metal: string) => `<g transform="translate(24 30) rotate(${turn})">
    ${circle(16, 0, 9, `fill="${metal}" stroke="#555" stroke-width="0.5"`)}${circle(13, 0, 2.6, 'fill="#333"')}
    ${rect(24, -2.6, 30, 5.2, `fill="${metal}"`)}${rect(40, 2, 4, 3.4, `fill="${metal}"`)}${rect(47, 2, 3, 4.4, `fill="${metal}"`)}</g>`
  return thing(
    84,
    70,
    `${circle(24, 30, 13, 'fill="none" stroke="#9aa0a6" stroke-width="2.2"')}${key(-14, '#c9b26a')}${key(32, '#b4b9be')}`,
  )
}

function coin(): Sheet {
  return thing(
    26,
    26,
    `${circle(13, 13, 12.5, 'fill="#b9bcc0"')}${circle(13, 13, 10.6, 'fill="none" stroke="#8b8f94" stroke-width="0.7"')}${circle(13, 13, 5, 'fill="#a2a6ab"')}`,
  )
}

/** A charging cable in a long bow. */
function cable(): Sheet {
  return thing(
    320,
    90,
    `<path d="M4 80Q90 -40 170 44T316 20" fill="none" stroke="#e9e9ea" stroke-width="3.6"/>
    <path d="M4 81Q90 -39 170 45T316 21" fill="none" stroke="#9b9ba0" stroke-width="0.8"/>`,
  )
}

/** A ruler: long straight edges with marks. */
function ruler(): Sheet {
  const marks = Array.from({ length: 41 }, (_, at) =>
    line(5 + at * 5, 0, 5 + at * 5, at % 2 ? 4 : 7, 'stroke="#333" stroke-width="0.4"'),
  )
  return thing(212, 28, `${rect(0, 0, 212, 28, 'fill="#e7d9a8"')}${marks.join('')}`)
}

/** The board of another thing that the picture only sees an edge of: a laptop, a tray. */
function board(colour: string): Sheet {
  return { ...thing(330, 230, rect(0, 0, 330, 230, `fill="${colour}"`)), cornerRadius: 8 }
}

export function anyThing(chance: Chance): { sheet: Sheet; lift: number } {
  const made: { sheet: Sheet; lift: number }[] = [
    { sheet: pen('#2c6aa8', '#123a63'), lift: 2 },
    { sheet: pen('#3a3f45', '#15181b'), lift: 2 },
    { sheet: pen('#b8402f', '#6a1d14'), lift: 2 },
    { sheet: cup('#f2efe8', '#b9b2a4'), lift: 11 },
    { sheet: twig('#5d8a4b', '#a9c79a'), lift: 5 },
    { sheet: keyboard(), lift: 6 },
    { sheet: keys(), lift: 1.5 },
    { sheet: coin(), lift: 0.8 },
    { sheet: cable(), lift: 1.6 },
    { sheet: ruler(), lift: 0.8 },
  ]
  return chance.pick(made)
}

/** Larger things, only ever put at the rim of the picture. */
export function rimThing(chance: Chance): { sheet: Sheet; lift: number } {
  return chance.pick([
    { sheet: notebook('#b4573f', '#3b2a26'), lift: 5 },
    { sheet: notebook('#3f6f8f', '#c9a23f'), lift: 5 },
    { sheet: board('#2b2d31'), lift: 8 },
    { sheet: board('#c6c9cc'), lift: 8 },
    { sheet: keyboard(), lift: 6 },
  ])
}

/** A blank sheet that documents lie on, white, some of them ruled; larger than they are, so that its edges show or not. */
export function blankSheet(chance: Chance, size: { width: number; height: number }): Sheet {
  const { width, height } = size
  const level = chance.whole(238, 253)
  const rows = chance.is(0.4) ? Math.floor(height / 9) : 0
  const ruled = Array.from({ length: rows }, (_, row) =>
    line(8, 14 + row * 9, width - 8, 14 + row * 9, 'stroke="#9db4cf" stroke-width="0.35"'),
  )
  return thing(
    width,
    height,
    `${rect(0, 0, width, height, `fill="rgb(${level},${level},${level - chance.whole(0, 5)})"`)}${ruled.join('')}`,
  )
}

/** A clear plastic sleeve around a card: a faint veil, welded rims, streaks of light. */
export function sleeve(chance: Chance, card: Sheet): Sheet {
  const [width, height] = [card.width + chance.between(5, 12), card.height + chance.between(5, 12)]
  const veil = chance.between(0.05, 0.16)
  const streak = (x: number): string =>
    `<path d="M${x} 0L${x + 9} 0L${x - 8} ${height}L${x - 15} ${height}Z" fill="#fff" fill-opacity="${veil}"/>`
  return thing(
    width,
    height,
    `${rect(0, 0, width, height, `fill="#fff" fill-opacity="${veil}"`)}${rect(0.8, 0.8, width - 1.6, height - 1.6, `fill="none" stroke="#fff" stroke-opacity="${veil * 3}" stroke-width="0.8"`)}${streak(chance.between(20, 50))}${streak(chance.between(60, 90))}`,
  )
}

/** A finger tip, pointing along -y; its middle lies at the tip's pad. */
export function finger(skin: string): Sheet {
  return thing(
    17,
    80,
    `<path d="M0.5 80L1 12Q2 0.5 8.5 0.5Q15 0.5 16 12L16.5 80Z" fill="${skin}"/>
    <path d="M4 10Q4 3.5 8.5 3.5Q13 3.5 13 10L12.4 14Q8.5 16 4.6 14Z" fill="#fbe3d6" stroke="#d39a80" stroke-width="0.5"/>`,
  )
}
