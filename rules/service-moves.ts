/** Services are named by their position. When one is removed, what belongs to the later ones moves with them. */
import type { Service } from './schema.ts'

/** Where each service of `before` stands in `after`, or null when it is gone. */
export function serviceMoves(before: readonly Service[], after: readonly Service[]): (number | null)[] {
  if (after.length >= before.length) return before.map((_, index) => index)
  const taken = new Set<number>()
  return before.map((service, index) => {
    const found = after.findIndex((candidate, at) => at <= index && !taken.has(at) && sameService(service, candidate))
    if (found < 0) return null
    taken.add(found)
    return found
  })
}

function sameService(one: Service, other: Service): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
