/**
 * What adjustments do to the size of a picture. The engine, which draws them, and the window, which shows them while
 * they are made, both count with this. Coordinates are pixels of the picture as it stands at that step, from its upper
 * left edge.
 */
import type { Adjustment, Corners } from './schema.ts'

export interface Size {
  width: number
  height: number
}
export type Point = readonly [x: number, y: number]

/** ISO/IEC 7810 ID-1 (identity, residence and bank cards), in millimetres, lying. */
export const cardSize: Size = { width: 85.6, height: 53.98 }
/** ISO 216, in millimetres, standing. */
export const a4Size: Size = { width: 210, height: 297 }

/** The corners of the whole picture, clockwise from the upper left. */
export function cornersOf({ width, height }: Size): Corners {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ]
}

/** Moved onto the picture's rim where they lie outside by no more than `most` of its longer side; null: farther. */
export function clampedCorners(corners: Corners, { width, height }: Size, most: number): Corners | null {
  const slack = most * Math.max(width, height)
  const isFar = corners.some(([x, y]) => x < -slack || y < -slack || x > width + slack || y > height + slack)
  if (isFar) return null
  const clamp = (value: number, limit: number): number => Math.round(Math.min(limit, Math.max(0, value)) * 10) / 10
  const moved = corners.map(([x, y]) => [clamp(x, width), clamp(y, height)]) as unknown as Corners
  return isClockwise(moved) ? moved : null
}

/** Clockwise and convex; otherwise the picture would come out mirrored or folded. Each triangle has some area. */
export function isClockwise(corners: Corners): boolean {
  return corners.every((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner
    const after = corners[(at + 2) % 4] ?? corner
    return (next[0] - corner[0]) * (after[1] - next[1]) - (next[1] - corner[1]) * (after[0] - next[0]) > 1
  })
}

/** The same corners, beginning so that straightening turns the document clockwise by so many quarters. */
export function turnedCorners(corners: Corners, quarters: number): Corners {
  return corners.map((_, at) => corners[(at - quarters + 8) % 4]) as unknown as Corners
}

/** Quarter turns, 0 to 3, clockwise; null for any other angle. */
export function quarterTurns(degrees: number): number | null {
  const turn = (((degrees % 360) + 360) % 360) / 90
  return Number.isInteger(turn) ? turn : null
}

/** The canvas grows until nothing is cut off. */
export function turnedSize({ width, height }: Size, degrees: number): Size {
  const turns = quarterTurns(degrees)
  if (turns !== null) return turns % 2 === 0 ? { width, height } : { width: height, height: width }
  const radians = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))]
  return { width: Math.round(width * cos + height * sin), height: Math.round(width * sin + height * cos) }
}

/**
 * As large as the longer of two opposite sides in the source. A known aspect shortens the side that is too long
 * for it and never lengthens the other: no pixel row or column is made up.
 */
export function straightenedSize([a, b, c, d]: Corners, aspect: number | undefined): Size {
  const width = Math.max(distance(a, b), distance(d, c))
  const height = Math.max(distance(a, d), distance(b, c))
  const fitted = aspect === undefined ? width : Math.min(width, height * aspect)
  return {
    width: Math.max(1, Math.round(fitted)),
    height: Math.max(1, Math.round(aspect === undefined ? height : fitted / aspect)),
  }
}

export function sizeAfter(size: Size, adjustment: Adjustment): Size {
  switch (adjustment.kind) {
    case 'rotate':
      return turnedSize(size, adjustment.degrees)
    case 'crop':
      return { width: adjustment.width, height: adjustment.height }
    case 'straighten':
      return straightenedSize(adjustment.corners, adjustment.aspect)
    case 'tone':
      return size
  }
}

/** The part of a polygon on the inner side of an edge of another one, whose corners run clockwise. */
export function cutAlong(points: readonly Point[], from: Point, to: Point): [number, number][] {
  const left: [number, number][] = []
  for (let at = 0; at < points.length; at += 1) {
    const [point, next] = [points[at] as Point, points[(at + 1) % points.length] as Point]
    const [own, other] = [depthOf(point, from, to), depthOf(next, from, to)]
    if (own >= 0) left.push([point[0], point[1]])
    if (own >= 0 === other >= 0) continue
    const share = own / (own - other)
    left.push([point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share])
  }
  return left
}

/** How far a point is on the inner side of such an edge, times the length of the edge. */
export function depthOf([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  return (bx - ax) * (y - ay) - (by - ay) * (x - ax)
}

function distance([x1, y1]: Point, [x2, y2]: Point): number {
  return Math.hypot(x2 - x1, y2 - y1)
}
