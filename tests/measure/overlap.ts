/** How well a found outline lies on the true one. */
import type { Corners } from '../../rules/schema.ts'

type Points = readonly (readonly [number, number])[]

/** Twice the signed area. */
function twiceArea(points: Points): number {
  return points.reduce((sum, [x, y], at) => {
    const [nx, ny] = points[(at + 1) % points.length] ?? [0, 0]
    return sum + x * ny - nx * y
  }, 0)
}

/** The part of a polygon that lies on the inner side of a clockwise edge. */
function clipped(points: Points, [ax, ay]: Points[number], [bx, by]: Points[number]): Points {
  const side = ([x, y]: Points[number]): number => (bx - ax) * (y - ay) - (by - ay) * (x - ax)
  return points.flatMap((point, at) => {
    const next = points[(at + 1) % points.length] ?? point
    const [own, other] = [side(point), side(next)]
    const share = own / (own - other)
    const crossing = [point[0] + (next[0] - point[0]) * share, point[1] + (next[1] - point[1]) * share] as const
    if (own >= 0) return other >= 0 ? [point] : [point, crossing]
    return other >= 0 ? [crossing] : []
  })
}

/** Intersection over union of two convex outlines, 0 to 1. */
export function overlapOf(one: Corners, other: Corners): number {
  const [a, b] = [one, other].map((points) => (twiceArea(points) < 0 ? [...points].reverse() : points)) as unknown as [
    Points,
    Points,
  ]
  const common = b.reduce<Points>((left, from, at) => clipped(left, from, b[(at + 1) % 4] ?? from), a)
  const shared = Math.abs(twiceArea(common))
  return shared / (Math.abs(twiceArea(a)) + Math.abs(twiceArea(b)) - shared)
}

/** The largest distance of a corner from its true place, over the ways to begin with another corner. */
export function cornerError(found: Corners, truth: Corners): number {
  const starts = [0, 1, 2, 3].map((first) =>
    Math.max(
      ...truth.map(([x, y], at) => {
        const [fx, fy] = found[(at + first) % 4] ?? [0, 0]
        return Math.hypot(fx - x, fy - y)
      }),
    ),
  )
  return Math.min(...starts)
}
