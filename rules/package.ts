/** What a package leaves open: required papers without a picture, and pictures that nobody asked for. */
import type { Checklist, ChecklistItem, Finding } from './answers.ts'
import type { MaterialId } from './schema.ts'

interface PlaceOf {
  material: MaterialId
  for: string
}

/** Items that have no picture yet, whatever their need; "later" and "optional" are told apart by the item itself. */
export function missingItems(list: Checklist, has: (place: PlaceOf) => boolean): ChecklistItem[] {
  return list.items.filter((item) => !has(item))
}

/** A note for each picture whose material this filing does not ask for: it is left out of the package. */
export function unaskedFindings(
  list: Checklist,
  places: readonly PlaceOf[],
  titleOf: (id: MaterialId) => string,
): Finding[] {
  const asked = new Set(list.items.map((item) => `${item.material}@${item.for}`))
  return places
    .filter((place) => !asked.has(`${place.material}@${place.for}`))
    .map((place) => ({
      code: 'material.not-asked',
      severity: 'note',
      at: place.for === 'subject' ? `materials.${place.material}` : `${place.for}.materials.${place.material}`,
      zh: `这份备案没有要求“${titleOf(place.material)}”，其图片没有放入材料包。`,
      en: `This filing does not ask for ${place.material}; its pictures were left out of the package.`,
      fix: {
        zh: '如果接入商另外要求，请单独上传；否则可以移除。',
        en: 'Upload it separately if the access provider asks for it; otherwise remove it.',
      },
      rule: 'package.not-asked',
      sources: [],
      earlier: [],
      verify: false,
    }))
}

/** Where files named at the top of a filing belong: the first item that asks for the material, else the subject. */
export function placeFor(material: MaterialId, list: Checklist): PlaceOf {
  return { material, for: list.items.find((item) => item.material === material)?.for ?? 'subject' }
}
