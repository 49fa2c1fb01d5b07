/** Changes of what was printed: covered with fluid, written over, or another text printed in its place. */
import type { PlacedHand } from '../../../main/engine/pdf/form-report.ts'
import { text } from '../../fixtures/draw/glyphs.ts'
import type { Chance } from '../scenes/chance.ts'
import { fluid, number, penOf } from './hands.ts'
import type { Alteration } from './plan.ts'

interface Printed {
  data: Buffer
  width: number
  height: number
}

/** Millimetres of the text that is changed: two to five characters of a line. */
const band = { height: 4.4, most: 22, least: 9 }

export function alter(chance: Chance, how: Alteration, sheet: Printed, places: readonly PlacedHand[]): string {
  const width = chance.between(band.least, band.most)
  const { x, y } = lineOf(chance, sheet, places, width)
  const pen = penOf(chance)
  if (how === 'fluid') return fluid(chance, x - 0.6, y - 0.8, width + 1.2, band.height + 1.6)
  const digits = String(chance.whole(10_000_000, 99_999_999)).slice(0, Math.max(3, Math.floor(width / 3)))
  if (how === 'written-over') {
    const heavy = { ...pen, width: Math.max(pen.width, 0.6) }
    return fluid(chance, x - 0.4, y - 0.5, width, band.height + 1) + number(chance, digits, x, y + 4.2, 3.8, heavy)
  }
  const other = [...'样本贸易发展有限公司以前的示例周九吴郑'].slice(chance.whole(0, 8))
  const words = other.join('').slice(0, Math.max(2, Math.round(width / 4.4)))
  return `<rect x="${x - 0.3}" y="${y - 0.6}" width="${width + 0.3}" height="${band.height + 1.3}" fill="#fff"/>${text(words, x, y + 4, { size: 4.4 })}`
}

/** Somewhere in a line of print, away from where the hand belongs; millimetres. */
function lineOf(
  chance: Chance,
  sheet: Printed,
  places: readonly PlacedHand[],
  width: number,
): { x: number; y: number } {
  const scale = sheet.height / 297
  const lowest = 297 - Math.max(...places.map(({ y, height }) => y + height), 200) * 0.3528 - 12
  for (let tries = 0; tries < 4000; tries += 1) {
    const [x, y] = [chance.between(28, 180 - width), chance.between(45, Math.max(60, lowest))]
    const rows = rowsOf(sheet, scale, x, y, width)
    if (rows.inside > 0.13 && rows.above < 0.02 && rows.below < 0.02) return { x, y }
  }
  throw new Error('there is no line of print to alter')
}

/** Share of dark pixels in the band, and in half a millimetre above and below it. */
function rowsOf({ data, width: stride }: Printed, scale: number, x: number, y: number, width: number) {
  const share = (top: number, bottom: number): number => {
    let [dark, all] = [0, 0]
    for (let row = Math.round(top * scale); row < Math.round(bottom * scale); row += 1) {
      for (let column = Math.round(x * scale); column < Math.round((x + width) * scale); column += 1) {
        dark += (data[(row * stride + column) * 3] as number) < 128 ? 1 : 0
        all += 1
      }
    }
    return dark / Math.max(1, all)
  }
  return {
    inside: share(y, y + band.height),
    above: share(y - 0.5, y),
    below: share(y + band.height, y + band.height + 0.5),
  }
}
