/** Reads the text of one picture. */
import { type Box, boxesIn } from './boxes.ts'
import { type Spelled, spell } from './characters.ts'
import { facing, isLevel, type Turn, uprightness } from './direction.ts'
import { detectionInput, lineInput, type Pixels } from './pixels.ts'
import { type Reader, withReader } from './runtime.ts'

export interface ReadLine extends Spelled {
  /** Its middle and size in the upright picture, in shares of that picture's width and height. */
  x: number
  y: number
  width: number
  height: number
}

export interface Page {
  /** From the top; in a row from the left. */
  lines: ReadLine[]
  turn: Turn
  /** The vote of the lines for this turn, -1 to 1. */
  vote: number
}

/** Long side in which lines are looked for: print of an ID card is then 14 px high or more. */
const DETECTED_SIDE = 736

/** In the direction that is likelier; `other` reads against it where that page means nothing to `isMeant`. */
export function readPage(pixels: Pixels, isMeant: (page: Page) => boolean): Promise<Page> {
  return withReader(async (reader) => {
    const boxes = await findBoxes(pixels, reader)
    const likely: Turn = isLevel(boxes) ? 0 : 1
    const vote = await uprightness(pixels, boxes, likely, reader)
    const first = await pageAt(pixels, boxes, vote >= 0 ? likely : opposite(likely), Math.abs(vote), reader)
    if (boxes.length === 0 || isMeant(first) || isFluent(first)) return first
    const other = await pageAt(pixels, boxes, opposite(first.turn), -first.vote, reader)
    return isMeant(other) ? other : first
  })
}

/** Text on its head is spelled with doubt in most lines. */
const FLUENT = 0.88
const FLUENT_VOTE = 0.6

function isFluent({ lines, vote }: Page): boolean {
  const mean = lines.reduce((sum, { score }) => sum + score, 0) / Math.max(1, lines.length)
  return lines.length > 2 && mean >= FLUENT && vote >= FLUENT_VOTE
}

function opposite(turn: Turn): Turn {
  return ((turn + 2) % 4) as Turn
}

async function findBoxes(pixels: Pixels, reader: Reader): Promise<Box[]> {
  const input = detectionInput(pixels, DETECTED_SIDE)
  const [, , height = 1, width = 1] = input.shape
  return boxesIn(await reader.run('detection', input), [pixels.width / width, pixels.height / height])
}

/** What is spelled with more doubt than this is a pattern or an ornament. */
const SPECKS = 0.5

async function pageAt(pixels: Pixels, boxes: readonly Box[], turn: Turn, vote: number, reader: Reader): Promise<Page> {
  const lines: ReadLine[] = []
  for (const box of boxes) {
    const line = facing(box, turn)
    const spelled = spell(await reader.run('recognition', lineInput(pixels, line)), reader.characters)
    if (spelled.text !== '' && spelled.score >= SPECKS) lines.push({ ...spelled, ...placed(line, turn, pixels) })
  }
  return { lines: inOrder(lines), turn, vote }
}

/** Where the box lies once the picture is turned upright. */
function placed({ x, y, length, height }: Box, turn: Turn, picture: Pixels): Omit<ReadLine, keyof Spelled> {
  const [px, py] = [x / picture.width, y / picture.height]
  const [ux, uy] = (
    [
      [px, py],
      [1 - py, px],
      [1 - px, 1 - py],
      [py, 1 - px],
    ] as const
  )[turn]
  const [wide, high] = turn % 2 === 0 ? [picture.width, picture.height] : [picture.height, picture.width]
  return { x: ux, y: uy, width: length / wide, height: height / high }
}

/** Lines whose middles lie within half a line's height are one row. */
function inOrder(lines: readonly ReadLine[]): ReadLine[] {
  const rows: ReadLine[][] = []
  for (const line of [...lines].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && line.y - first.y < Math.min(first.height, line.height) / 2) row.push(line)
    else rows.push([line])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.x - b.x))
}
