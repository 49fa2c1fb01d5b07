/** The smallest rectangle, at any angle, around a set of points. */

export type Point = readonly [x: number, y: number]

export interface Rectangle {
  /** Its middle. */
  x: number
  y: number
  /** Unit vector along `length`. */
  along: Point
  /** The side along `along`, and the side across it. */
  length: number
  height: number
}

/** Andrew's monotone chain: the outermost points in turn. `points` is put in order. */
function hull(points: Point[]): Point[] {
  points.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of ordered) {
      while (chain.length > 1 && turn(chain.at(-2) as Point, chain.at(-1) as Point, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(points), ...half([...points].reverse())]
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
}

/** One side of it lies on a side of the hull, so each of those is tried. At least one point. */
export function smallestRectangle(points: Point[]): Rectangle {
  const outer = points.length > 2 ? hull(points) : points
  const tried = outer.map((point, at) => alongSide(outer, point, outer[(at + 1) % outer.length] as Point))
  return tried.reduce((best, next) => (next.length * next.height < best.length * best.height ? next : best))
}

function alongSide(outer: readonly Point[], [ax, ay]: Point, [bx, by]: Point): Rectangle {
  const side = Math.hypot(bx - ax, by - ay) || 1
  const [ux, uy] = bx === ax && by === ay ? [1, 0] : [(bx - ax) / side, (by - ay) / side]
  const [right, down] = [outer.map(([x, y]) => x * ux + y * uy), outer.map(([x, y]) => y * ux - x * uy)]
  const [left, most, top, bottom] = [Math.min(...right), Math.max(...right), Math.min(...down), Math.max(...down)]
  const [middle, level] = [(left + most) / 2, (top + bottom) / 2]
  return {
    x: middle * ux - level * uy,
    y: middle * uy + level * ux,
    along: [ux, uy],
    length: most - left,
    height: bottom - top,
  }
}
