/**
 * Ruled cells, rows of character boxes and underlines of a page, found in its pixels, so that a scan has them as well.
 *
 * 1. Dark pixels that stand in a long straight run, across or down, are rules; print is too short for that.
 * 2. What the rules enclose whole, and is a rectangle, is a cell.
 * 3. Equal cells side by side are boxes for one character each.
 * 4. A rule across that closes no cell is a line to write on.
 */
import type { RenderedPage } from './render.ts'

/** In points from the bottom left of the page. */
export interface Rectangle {
  x: number
  y: number
  width: number
  height: number
}

export interface Comb extends Rectangle {
  boxes: number
}

export interface Ruled {
  cells: Rectangle[]
  combs: Comb[]
  /** Small closed squares: something to tick. */
  squares: Rectangle[]
  /** Each as the place to write above it. */
  lines: Rectangle[]
}

/** Of 255; rules are drawn in grey as well. */
const dark = 190
/** Points. A stroke of print is shorter than the first; the frame of a box to tick is as long as the second. */
const rule = 20
const frame = 6.5
const leastCell = { width: 9, height: 9 }
const square = { least: 6.5, most: 18 }
const lineHeight = 16

/** @param scale pixels of a point */
export function findRuled(page: RenderedPage, scale: number): Ruled {
  const ink = darkness(page)
  const { width, height } = page
  const rules = rulesOf(ink, page, rule * scale)
  const regions = regionsOf(rules, page).filter((region) => isRectangle(region))
  const toPoints = (region: Region): Rectangle => ({
    x: region.left / scale,
    y: (height - region.bottom - 1) / scale,
    width: (region.right - region.left + 1) / scale,
    height: (region.bottom - region.top + 1) / scale,
  })
  const cells = regions
    .filter((region) => region.right - region.left < width - 2)
    .map(toPoints)
    .filter((cell) => cell.width >= leastCell.width && cell.height >= leastCell.height)
  const frames = regionsOf(rulesOf(ink, page, frame * scale), page).filter((region) => isRectangle(region))
  const squares = frames.map(toPoints).filter(isSquare)
  return { cells, combs: combsOf([...cells, ...squares]), squares, lines: linesOf(rules, page, scale) }
}

function darkness({ data, width, height }: RenderedPage): Uint8Array {
  const ink = new Uint8Array(width * height)
  for (let at = 0; at < ink.length; at++) {
    const from = at * 3
    const light = ((data[from] ?? 0) + (data[from + 1] ?? 0) + (data[from + 2] ?? 0)) / 3
    ink[at] = light < dark ? 1 : 0
  }
  return ink
}

type Size = Pick<RenderedPage, 'width' | 'height'>
const across = 1
const down = 2

/** A pixel of a rule carries which way it runs. */
function rulesOf(ink: Uint8Array, { width, height }: Size, least: number): Uint8Array {
  const rules = new Uint8Array(ink.length)
  for (let y = 0; y < height; y++)
    markRuns(ink, rules, { start: y * width, step: 1, count: width, least, mark: across })
  for (let x = 0; x < width; x++) markRuns(ink, rules, { start: x, step: width, count: height, least, mark: down })
  return rules
}

interface Track {
  start: number
  step: number
  count: number
  least: number
  mark: number
}

function markRuns(ink: Uint8Array, rules: Uint8Array, { start, step, count, least, mark }: Track): void {
  let begin = -1
  for (let at = 0; at <= count; at++) {
    const isInk = at < count && ink[start + at * step] === 1
    if (isInk && begin < 0) begin = at
    if (isInk || begin < 0) continue
    if (at - begin >= least) {
      for (let each = begin; each < at; each++) rules[start + each * step] = (rules[start + each * step] ?? 0) | mark
    }
    begin = -1
  }
}

interface Region {
  left: number
  top: number
  right: number
  bottom: number
  pixels: number
}

/** Connected stretches without rules, by rows of runs joined where they touch. */
function regionsOf(rules: Uint8Array, { width, height }: Size): Region[] {
  const parents: number[] = []
  const regions: Region[] = []
  const root = (at: number): number => {
    let found = at
    while (parents[found] !== found) found = parents[found] as number
    parents[at] = found
    return found
  }
  const join = (one: number, other: number): number => {
    const [first, second] = [root(one), root(other)]
    if (first === second) return first
    parents[second] = first
    const [into, from] = [regions[first] as Region, regions[second] as Region]
    into.left = Math.min(into.left, from.left)
    into.right = Math.max(into.right, from.right)
    into.top = Math.min(into.top, from.top)
    into.bottom = Math.max(into.bottom, from.bottom)
    into.pixels += from.pixels
    return first
  }
  let above: Run[] = []
  for (let y = 0; y < height; y++) {
    const row = runsIn(rules, y, width)
    let at = 0
    for (const run of row) {
      run.region = parents.length
      parents.push(run.region)
      regions.push({ left: run.from, right: run.to, top: y, bottom: y, pixels: run.to - run.from + 1 })
      while (at < above.length && (above[at] as Run).to < run.from) at++
      for (let other = at; other < above.length && (above[other] as Run).from <= run.to; other++) {
        run.region = join((above[other] as Run).region, run.region)
      }
    }
    above = row
  }
  return regions.filter((_, at) => parents[at] === at)
}

interface Run {
  from: number
  to: number
  region: number
}

function runsIn(rules: Uint8Array, y: number, width: number): Run[] {
  const runs: Run[] = []
  let from = -1
  for (let x = 0; x <= width; x++) {
    const isFree = x < width && rules[y * width + x] === 0
    if (isFree && from < 0) from = x
    if (!isFree && from >= 0) {
      runs.push({ from, to: x - 1, region: -1 })
      from = -1
    }
  }
  return runs
}

/** Whole but for the print inside that looked like rules. */
function isRectangle({ left, right, top, bottom, pixels }: Region): boolean {
  return pixels >= 0.8 * (right - left + 1) * (bottom - top + 1) && right > left + 4 && bottom > top + 4
}

function isSquare({ width, height }: Rectangle): boolean {
  return width >= square.least && width <= square.most && Math.abs(width - height) <= 0.2 * width
}

/** Boxes for one character each: at least three, of one height and width, at one distance. */
function combsOf(cells: readonly Rectangle[]): Comb[] {
  const narrow = cells
    .filter(({ width, height }) => width <= 34 && width <= 1.8 * height && height <= 40)
    .sort((one, other) => other.y - one.y || one.x - other.x)
  const combs: Comb[] = []
  const used = new Set<Rectangle>()
  for (const first of narrow) {
    if (used.has(first)) continue
    const row = rowFrom(first, narrow, used)
    if (row.length < 3) continue
    for (const cell of row) used.add(cell)
    const last = row.at(-1) as Rectangle
    const pitch = (last.x - first.x) / (row.length - 1)
    const x = first.x + first.width / 2 - pitch / 2
    combs.push({ x, y: first.y, width: pitch * row.length, height: first.height, boxes: row.length })
  }
  return combs
}

function rowFrom(first: Rectangle, cells: readonly Rectangle[], used: ReadonlySet<Rectangle>): Rectangle[] {
  const row = [first]
  const beside = cells
    .filter((cell) => !used.has(cell) && Math.abs(cell.y - first.y) < 2 && Math.abs(cell.height - first.height) < 2)
    .sort((one, other) => one.x - other.x)
  for (const cell of beside) {
    const last = row.at(-1) as Rectangle
    const gap = cell.x - last.x - last.width
    if (gap < -1 || gap > Math.max(3, first.width * 0.6)) continue
    if (Math.abs(cell.width - first.width) <= Math.max(1.5, first.width * 0.15)) row.push(cell)
  }
  return row
}

/** Rules across with white above and below that no rule down meets: somebody writes on them. */
function linesOf(rules: Uint8Array, page: Size, scale: number): Rectangle[] {
  const least = 1.5 * rule * scale
  return Array.from({ length: page.height - 1 }, (_, above) => above + 1).flatMap((y) =>
    topsIn(rules, y, page.width)
      .filter(({ from, to }) => to - from >= least && isOpen(rules, page, { from, to, y }, scale))
      .map(({ from, to }) => ({
        x: from / scale,
        y: (page.height - y) / scale + 1,
        width: (to - from) / scale,
        height: lineHeight,
      })),
  )
}

/** The upper edges of rules across in one row of pixels. */
function topsIn(rules: Uint8Array, y: number, width: number): { from: number; to: number }[] {
  const tops: { from: number; to: number }[] = []
  let from = -1
  for (let x = 0; x <= width; x++) {
    const at = y * width + x
    const isTop = x < width && rules[at] === across && rules[at - width] !== across
    if (isTop && from < 0) from = x
    if (isTop || from < 0) continue
    tops.push({ from, to: x })
    from = -1
  }
  return tops
}

interface Top {
  from: number
  to: number
  y: number
}

/** No other rule within the height of a line above it, and none going down from its ends. */
function isOpen(rules: Uint8Array, { width }: Size, { from, to, y }: Top, scale: number): boolean {
  for (let up = 1; up <= lineHeight * scale && y - up >= 0; up++) {
    for (let x = from; x < to; x += 2) if ((rules[(y - up) * width + x] ?? 0) !== 0) return false
  }
  const ends = [from, from - 1, from - 2, to, to + 1, to + 2, to - 1]
  const goesDown = (x: number, row: number) => ((rules[row * width + x] ?? 0) & down) !== 0
  return ends.every((x) => !goesDown(x, y - 4) && !goesDown(x, y + 4))
}
