/**
 * What adjustments do to the plane of a picture. Every adjustment is a projective map, so a whole list is one 3 × 3
 * matrix, and the window can show the result of a list without asking the engine. Pure; sizes are those of
 * `rules/geometry.ts`, which the engine follows too, so that what is shown here is what is saved there.
 */
import { cornersOf, cutAlong, type Point, quarterTurns, type Size, sizeAfter } from '../../rules/geometry.ts'
import type { Adjustment, Corners } from '../../rules/schema.ts'

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

function turn(size: Size, degrees: number, after: Size): Matrix {
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(radians), Math.sin(radians)]
  const rotation: Matrix = [cos, -sin, 0, sin, cos, 0, 0, 0, 1]
  const centred = chained(shift(-size.width / 2, -size.height / 2), rotation)
  return chained(centred, shift(after.width / 2, after.height / 2))
}

function step(size: Size, adjustment: Adjustment, after: Size): Matrix {
  switch (adjustment.kind) {
    case 'rotate':
      return turn(size, adjustment.degrees, after)
    case 'crop':
      return shift(-adjustment.left, -adjustment.top)
    case 'straighten':
      return between(adjustment.corners, cornersOf(after))
    case 'tone':
      return identity
  }
}

/** From the upright original to the picture after all these adjustments. */
export function placed(original: Size, adjustments: readonly Adjustment[]): { matrix: Matrix; size: Size } {
  return adjustments.reduce(
    ({ matrix, size }, adjustment) => {
      const after = sizeAfter(size, adjustment)
      return { matrix: chained(matrix, step(size, adjustment, after)), size: after }
    },
    { matrix: identity, size: original },
  )
}

/**
 * What a crop or straightening cut off stays cut off: an oblique turn after it brings in white, not what lay beside it.
 * The part of the upright original that is left then, in its own pixels; null: whatever lies in the picture is seen.
 */
export function leftOf(original: Size, adjustments: readonly Adjustment[]): Point[] | null {
  const first = adjustments.findIndex(isCut)
  if (first < 0 || !adjustments.slice(first).some(isOblique)) return null
  let left: Point[] = cornersOf(original)
  adjustments.forEach((adjustment, at) => {
    if (!isCut(adjustment)) return
    // Cut before it is mapped: beyond the corners of a straightening, a point may have no place in the new plane.
    const { matrix } = placed(original, adjustments.slice(0, at))
    const sides = cutCorners(adjustment)
    const cut = sides.reduce(
      (points: Point[], from, side) => cutAlong(points, from, sides[(side + 1) % 4] ?? from),
      left.map((point) => mapPoint(matrix, point)),
    )
    left = cut.map((point) => mapPoint(adjugate(matrix), point))
  })
  return left
}

const isOblique = (adjustment: Adjustment): boolean =>
  adjustment.kind === 'rotate' && quarterTurns(adjustment.degrees) === null

type Cut = Extract<Adjustment, { kind: 'crop' | 'straighten' }>
const isCut = (adjustment: Adjustment): adjustment is Cut =>
  adjustment.kind === 'crop' || adjustment.kind === 'straighten'

/** What a cut keeps, in the plane that it is made on. */
function cutCorners(cut: Cut): Corners {
  if (cut.kind === 'straighten') return cut.corners
  return cornersOf(cut).map(([x, y]) => [x + cut.left, y + cut.top]) as Corners
}

/** The matrix as the style sheet writes it. */
export function cssMatrix([a, b, c, d, e, f, g, h, i]: Matrix): string {
  const k = i === 0 ? 1 : i
  const cells = [a, d, 0, g, b, e, 0, h, 0, 0, k, 0, c, f, 0, i].map((cell) => cell / k)
  return `matrix3d(${cells.join(', ')})`
}
