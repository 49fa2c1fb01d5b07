/**
 * What adjustments do to the plane of a picture. Every adjustment is a projective map, so a whole list is one 3 × 3
 * matrix, and the window can show the result of a list without asking the engine. Pure; the engine's own rules of
 * size (`imaging/adjust.ts`) are followed, so that what is shown here is what is saved there.
 */
import type { Adjustment, Corners } from '../../rules/schema.ts'

export interface Size {
  width: number
  height: number
}
export type Point = readonly [number, number]
/** Row by row. */
export type Matrix = readonly [number, number, number, number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 0, 1, 0, 0, 0, 1]
const shift = (x: number, y: number): Matrix => [1, 0, x, 0, 1, y, 0, 0, 1]
export const scaling = (x: number, y: number): Matrix => [x, 0, 0, 0, y, 0, 0, 0, 1]

/** `first`, then `next`. */
export function chained(first: Matrix, next: Matrix): Matrix {
  const [a, b, c, d, e, f, g, h, i] = next
  const column = (x: number, y: number, z: number) => [
    a * x + b * y + c * z,
    d * x + e * y + f * z,
    g * x + h * y + i * z,
  ]
  const [p, q, r, s, t, u, v, w, z] = first
  const [one, two, three] = [column(p, s, v), column(q, t, w), column(r, u, z)]
  return [0, 1, 2].flatMap((row) => [one[row], two[row], three[row]]) as unknown as Matrix
}

export function mapPoint([a, b, c, d, e, f, g, h, i]: Matrix, [x, y]: Point): [number, number] {
  const z = g * x + h * y + i
  return [(a * x + b * y + c) / z, (d * x + e * y + f) / z]
}

/** The other way round, up to a factor, which a projective map does not notice. */
function adjugate([a, b, c, d, e, f, g, h, i]: Matrix): Matrix {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

/** The map that takes the unit points of the plane to these four. */
function basis([p, q, r, s]: Corners): Matrix {
  const base: Matrix = [p[0], q[0], r[0], p[1], q[1], r[1], 1, 1, 1]
  const [a, b, c, d, e, f, g, h, i] = adjugate(base)
  const weights = scaling(a * s[0] + b * s[1] + c, d * s[0] + e * s[1] + f)
  const last = g * s[0] + h * s[1] + i
  return chained([...weights.slice(0, 8), last] as unknown as Matrix, base)
}

/** The map that takes each corner of `from` to the same corner of `to`. */
export function between(from: Corners, to: Corners): Matrix {
  return chained(adjugate(basis(from)), basis(to))
}

export function cornersOf({ width, height }: Size): Corners {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
}

const distance = (a: Point, b: Point) => Math.hypot(b[0] - a[0], b[1] - a[1])

/** As large as the longer of two opposite sides; a known aspect shortens the side that is too long for it. */
export function straightenedSize([a, b, c, d]: Corners, aspect: number | undefined): Size {
  const width = Math.max(distance(a, b), distance(d, c))
  const height = Math.max(distance(a, d), distance(b, c))
  const fitted = aspect === undefined ? width : Math.min(width, height * aspect)
  return {
    width: Math.max(1, Math.round(fitted)),
    height: Math.max(1, Math.round(aspect === undefined ? height : fitted / aspect)),
  }
}

function turned({ width, height }: Size, degrees: number): { matrix: Matrix; size: Size } {
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const [c, s] = [Math.abs(cos), Math.abs(sin)]
  const size = { width: Math.round(width * c + height * s), height: Math.round(width * s + height * c) }
  const turn: Matrix = [cos, -sin, 0, sin, cos, 0, 0, 0, 1]
  return {
    matrix: chained(chained(shift(-width / 2, -height / 2), turn), shift(size.width / 2, size.height / 2)),
    size,
  }
}

function step(size: Size, adjustment: Adjustment): { matrix: Matrix; size: Size } {
  switch (adjustment.kind) {
    case 'rotate':
      return turned(size, adjustment.degrees)
    case 'crop':
      return {
        matrix: shift(-adjustment.left, -adjustment.top),
        size: { width: adjustment.width, height: adjustment.height },
      }
    case 'straighten': {
      const after = straightenedSize(adjustment.corners, adjustment.aspect)
      return { matrix: between(adjustment.corners, cornersOf(after)), size: after }
    }
  }
}

/** From the upright original to the picture after all these adjustments. */
export function placed(original: Size, adjustments: readonly Adjustment[]): { matrix: Matrix; size: Size } {
  return adjustments.reduce(
    ({ matrix, size }, adjustment) => {
      const next = step(size, adjustment)
      return { matrix: chained(matrix, next.matrix), size: next.size }
    },
    { matrix: identity, size: original },
  )
}

/** The matrix as the style sheet writes it. */
export function cssMatrix([a, b, c, d, e, f, g, h, i]: Matrix): string {
  const k = i === 0 ? 1 : i
  const cells = [a, d, 0, g, b, e, 0, h, 0, 0, k, 0, c, f, 0, i].map((cell) => cell / k)
  return `matrix3d(${cells.join(', ')})`
}

/** Clockwise and convex: otherwise the picture would come out mirrored or folded. */
export function isClockwise(corners: Corners): boolean {
  return corners.every((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner
    const after = corners[(at + 2) % 4] ?? corner
    return (next[0] - corner[0]) * (after[1] - next[1]) - (next[1] - corner[1]) * (after[0] - next[0]) > 1
  })
}
