/**
 * The fourth side of a sheet of which three are seen. A known paper has a known shape, so two corners and the directions
 * of the sides that leave them say where the other two corners must be; a shadow's edge or a printed band that was taken
 * for the fourth side is left behind.
 */
import type { Corners } from '../../../rules/schema.ts'
import { KNOWN_ASPECTS, PHONE_LENS } from './aspect.ts'
import type { Size } from './decode.ts'
import type { Point } from './polygon.ts'

type Ray = [number, number, number]

/** For each side that may be wrong and each known shape: the outline with that side put where it must be. */
export function completions(corners: Corners, size: Size): { corners: Corners; moved: number }[] {
  return [0, 1, 2, 3].flatMap((moved) =>
    KNOWN_ASPECTS.flatMap((aspect) => [aspect, 1 / aspect]).flatMap((aspect) => {
      const completed = withSideAt(corners, moved, aspect, size)
      return completed ? [{ corners: completed, moved }] : []
    }),
  )
}

/** `aspect`: length of the moved side by that of its neighbours. */
function withSideAt(corners: Corners, moved: number, aspect: number, size: Size): Corners | null {
  // The moved side runs from c to d; the opposite one, which is believed, from a to b.
  const [a, b, c, d] = [2, 3, 0, 1].map((at) => corners[(moved + at) % 4]) as unknown as Corners
  const focal = PHONE_LENS * Math.hypot(size.width, size.height)
  const ray = ([x, y]: Point): Ray => [x - size.width / 2, y - size.height / 2, focal]
  const [ra, rb, rc, rd] = [a, b, c, d].map(ray) as [Ray, Ray, Ray, Ray]
  // The planes of the lens and the two neighbours meet in the direction of both.
  const down = unit(cross(cross(rb, rc), cross(rd, ra)))
  const across = unit(cross(cross(ra, rb), down))
  if (!down || !across) return null
  const width = alongRay(ra, across, rb)
  if (width === null) return null
  const reach = Math.abs(width) / aspect
  const sign = Math.sign(dot(down, [rd[0] - ra[0], rd[1] - ra[1], 0])) || 1
  const place = ([x, y, z]: Ray): Point => [(x / z) * focal + size.width / 2, (y / z) * focal + size.height / 2]
  const step = down.map((part) => part * reach * sign) as Ray
  const far = (from: Ray): Ray => [from[0] + step[0], from[1] + step[1], from[2] + step[2]]
  const [newD, newC] = [far(ra), far([ra[0] + across[0] * width, ra[1] + across[1] * width, ra[2] + across[2] * width])]
  if (newD[2] <= 0 || newC[2] <= 0) return null
  const made = [a, b, place(newC), place(newD)]
  return [2, 3, 0, 1].map((at) => made[(at - moved + 8) % 4]) as unknown as Corners
}

/** How far to go from `from` along `direction` until `target`'s ray is met. */
function alongRay(from: Ray, direction: Ray, target: Ray): number | null {
  const [over, by] = [cross(from, target), cross(direction, target)]
  const size = dot(by, by)
  return size < 1e-9 ? null : -dot(over, by) / size
}

function cross([a, b, c]: Ray, [x, y, z]: Ray): Ray {
  return [b * z - c * y, c * x - a * z, a * y - b * x]
}

function dot([a, b, c]: Ray, [x, y, z]: Ray): number {
  return a * x + b * y + c * z
}

function unit(ray: Ray): Ray {
  const length = Math.max(1e-12, Math.hypot(...ray))
  return [ray[0] / length, ray[1] / length, ray[2] / length]
}
