import type { Place } from '../../preload/views.ts'
import type { MaterialId } from '../../rules/schema.ts'
import { useOurs, useText } from '../text/language.ts'
import { useDesk } from './desk.ts'
import type { Task } from './tasks-view.ts'

/** The title of a material in the chosen language. */
export function useMaterialTitle(): (material: MaterialId) => string {
  const { catalog } = useDesk()
  const ours = useOurs()
  return (material) => {
    const found = catalog.materials.find(({ id }) => id === material)
    return found ? ours(found.title) : material
  }
}

/** What a paper belongs to, where that needs saying: several services, or the same paper of the subject and a service. */
export function usePlaceName(): (place: Place) => string | null {
  const { view, tasks } = useDesk()
  const t = useText('filing')
  return (place) => {
    const services = view.filing.services ?? []
    const isTwice = tasks.some(({ item }) => item.material === place.material && item.for !== place.for)
    const index = /^services\[(\d+)\]$/.exec(place.for)?.[1]
    if (index === undefined) return isTwice ? t('forSubject') : null
    if (services.length < 2) return isTwice ? t('forSite') : null
    return services[Number(index)]?.name ?? t('forService', { n: Number(index) + 1 })
  }
}

/** Whose paper it is, the upload place where that is another's, and the papers it is joined with. */
export function useWhereTo({ item, slot, joined }: Task): string[] {
  const t = useText('filing')
  const common = useText('common')
  const ours = useOurs()
  const title = useMaterialTitle()
  const placeName = usePlaceName()
  const host = slot?.parts[0]
  const guest = host !== undefined && host.material !== item.material
  const papers = guest ? [host] : joined
  const elsewhere = slot && papers.length === 0 && ours(slot.title) !== ours(item.title)
  return [
    placeName(item),
    elsewhere ? t('slot', { title: ours(slot.title) }) : null,
    papers.length > 0
      ? t('joinedWith', { title: papers.map((part) => title(part.material)).join(common('comma')) })
      : null,
  ].filter((line) => line !== null)
}
