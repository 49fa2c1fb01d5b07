/**
 * How the pixels of a printed page lie in a picture of it: a homography, and a gentle bend for lenses and for paper that
 * is not quite flat. Coordinates are pixels, from the upper left, at pixel centres.
 */
import type { Raster, Size } from '../decode.ts'

export type Point = [x: number, y: number]
/** Row by row; the last is 1. */
export type Homography = readonly number[]

export interface PageMap {
  page: Size
  homography: Homography
  /** Of x and of y: weights of the terms in `terms`, in pixels of the page. */
  bend: readonly [readonly number[], readonly number[]]
}

const TERMS = 10
export const noBend: PageMap['bend'] = [new Array(TERMS).fill(0), new Array(TERMS).fill(0)]

/** Powers up to three of a point's place on the page, from -1 to 1. */
function terms({ width, height }: Size, [x, y]: Point): number[] {
  const [u, v] = [(2 * x) / width - 1, (2 * y) / height - 1]
  return [1, u, v, u * u, u * v, v * v, u ** 3, u * u * v, u * v * v, v ** 3]
}

export function project(h: Homography, [x, y]: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 1] = h
  const depth = g * x + i * y + j
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth]
}

export function inverse(h: Homography): Homography {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 1] = h
  const adjoint = [
    ...[e * j - f * i, c * i - b * j, b * f - c * e],
    ...[f * g - d * j, a * j - c * g, c * d - a * f],
    ...[d * i - e * g, b * g - a * i, a * e - b * d],
  ]
  const last = adjoint[8] || 1
  return adjoint.map((value) => value / last)
}

export function toPicture({ page, homography, bend }: PageMap, point: Point): Point {
  const powers = terms(page, point)
  const off = (weights: readonly number[]) => powers.reduce((sum, power, at) => sum + power * (weights[at] ?? 0), 0)
  return project(homography, [point[0] + off(bend[0]), point[1] + off(bend[1])])
}

/** The same map for the page drawn at another size, or for a picture of another size. */
export function rescaled(map: PageMap, page: Size, picture: number): PageMap {
  const [sx, sy] = [page.width / map.page.width, page.height / map.page.height]
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0, j = 1] = map.homography
  const homography = [
    ...[(a * picture) / sx, (b * picture) / sy, c * picture],
    ...[(d * picture) / sx, (e * picture) / sy, f * picture],
    ...[g / sx, i / sy, j],
  ]
  return {
    page,
    homography,
    bend: [map.bend[0].map((weight) => weight * sx), map.bend[1].map((weight) => weight * sy)],
  }
}

export interface Match {
  /** On the page, in its pixels. */
  at: Point
  /** In the picture. */
  seen: Point
}

/** Pixels of the page by which a match may be off before it counts less. */
const USUAL_OFF = 2.5

/** The bend that brings matches nearest; what few matches say of the far corners is held back. */
export function fitBend(page: Size, homography: Homography, matches: readonly Match[]): PageMap['bend'] {
  if (matches.length < TERMS) return noBend
  const back = inverse(homography)
  const rows = matches.map(({ at, seen }) => ({ powers: terms(page, at), off: project(back, seen), at }))
  const weightsOf = (axis: 0 | 1): number[] => {
    let weights: number[] = new Array(TERMS).fill(0)
    for (let round = 0; round < 4; round += 1) {
      const weighed = rows.map(({ powers, off, at }) => {
        const value = off[axis] - at[axis]
        const miss = value - powers.reduce((sum, power, index) => sum + power * (weights[index] ?? 0), 0)
        return { powers, value, weight: 1 / (1 + (miss / USUAL_OFF) ** 2) }
      })
      weights = leastSquares(weighed)
    }
    return weights
  }
  return [weightsOf(0), weightsOf(1)]
}

/** Of the bent terms, for each match. */
const HELD_BACK = 0.004

function leastSquares(rows: readonly { powers: number[]; value: number; weight: number }[]): number[] {
  const system = Array.from({ length: TERMS }, () => new Array<number>(TERMS + 1).fill(0))
  for (const { powers, value, weight } of rows) {
    for (let row = 0; row < TERMS; row += 1) {
      const line = system[row] as number[]
      const share = weight * (powers[row] ?? 0)
      for (let column = 0; column < TERMS; column += 1)
        line[column] = (line[column] ?? 0) + share * (powers[column] ?? 0)
      line[TERMS] = (line[TERMS] ?? 0) + share * value
    }
  }
  for (const [row, line] of system.entries()) line[row] = (line[row] ?? 0) + rows.length * (row < 3 ? 1e-4 : HELD_BACK)
  return solved(system)
}

/** Gauss and Jordan, with the largest pivot. */
function solved(system: number[][]): number[] {
  const size = system.length
  for (let column = 0; column < size; column += 1) {
    const below = system.slice(column).map((line) => Math.abs(line[column] ?? 0))
    const pivot = column + below.indexOf(Math.max(...below))
    const [upper, lower] = [system[column] as number[], system[pivot] as number[]]
    system[column] = lower
    system[pivot] = upper
    const lead = lower[column] || 1e-9
    for (const [row, line] of system.entries()) {
      if (row === column) continue
      const share = (line[column] ?? 0) / lead
      for (let at = column; at <= size; at += 1) line[at] = (line[at] ?? 0) - share * (lower[at] ?? 0)
    }
  }
  return system.map((line, row) => (line[size] ?? 0) / (line[row] || 1e-9))
}

/** The page drawn flat out of the picture, each pixel between its four neighbours; white where it lies outside. */
export function drawFlat(picture: Raster, map: PageMap): Raster {
  const { width, height } = map.page
  const data = Buffer.alloc(width * height * 3, 255)
  const row = rowReader(map)
  const [xs, ys] = [new Float32Array(width), new Float32Array(width)]
  for (let y = 0, to = 0; y < height; y += 1) {
    row(y, xs, ys)
    for (let x = 0; x < width; x += 1, to += 3) sample(picture, xs[x] as number, ys[x] as number, data, to)
  }
  return { data, width, height }
}

/** Writes where a row's pixels lie in the picture; the bend is worked out for every twelfth and drawn out between. */
function rowReader(map: PageMap) {
  const { width } = map.page
  const step = 12
  return (y: number, xs: Float32Array, ys: Float32Array): void => {
    let [toX, toY] = toPicture(map, [0, y])
    for (let x = 0; x < width; x += step) {
      const end = Math.min(width - 1, x + step)
      const [fromX, fromY] = [toX, toY]
      ;[toX, toY] = toPicture(map, [end, y])
      for (let at = x; at <= Math.min(end, x + step - 1); at += 1) {
        const share = end === x ? 0 : (at - x) / (end - x)
        xs[at] = fromX + (toX - fromX) * share
        ys[at] = fromY + (toY - fromY) * share
      }
    }
  }
}

function sample({ data, width, height }: Raster, x: number, y: number, out: Buffer, to: number): void {
  if (!(x >= -0.5 && y >= -0.5 && x <= width - 0.5 && y <= height - 0.5)) return
  const left = Math.min(width - 2, Math.max(0, Math.floor(x)))
  const top = Math.min(height - 2, Math.max(0, Math.floor(y)))
  const [u, v] = [Math.min(1, Math.max(0, x - left)), Math.min(1, Math.max(0, y - top))]
  const above = (top * width + left) * 3
  const below = above + width * 3
  for (let channel = 0; channel < 3; channel += 1) {
    const upper = (data[above + channel] as number) * (1 - u) + (data[above + 3 + channel] as number) * u
    const lower = (data[below + channel] as number) * (1 - u) + (data[below + 3 + channel] as number) * u
    out[to + channel] = upper * (1 - v) + lower * v + 0.5
  }
}
