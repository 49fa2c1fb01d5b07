/** Filing file ↔ pictures: which file of a filing belongs to which place. */

import type { Checklist } from '../../../rules/answers.ts'
import { placeFor } from '../../../rules/package.ts'
import { pictureName } from '../../../rules/picture-name.ts'
import type { Filing, MaterialId, Materials } from '../../../rules/schema.ts'
import { fileSource } from '../disk/local-files.ts'
import { eachPage } from '../pictures/open-picture.ts'
import { type PictureSource, placeKey } from '../pictures/pictures.ts'

export interface PlacedPicture {
  place: { material: MaterialId; for: string }
  source: PictureSource
}

/** The pictures a filing names, in order. `base`: the folder its file names are relative to. Nothing is read yet. */
export function picturesOf(filing: Filing, list: Checklist, base: string): PlacedPicture[] {
  const ofSubject = entriesOf(filing.materials, base, (material) => placeFor(material, list))
  const ofServices = (filing.services ?? []).flatMap((service, index) =>
    entriesOf(service.materials, base, (material) => ({ material, for: `services[${index}]` })),
  )
  return [...ofSubject, ...ofServices]
}

function entriesOf(
  materials: Materials | undefined,
  base: string,
  place: (material: MaterialId) => PlacedPicture['place'],
): PlacedPicture[] {
  return Object.entries(materials ?? {}).flatMap(([material, files]) =>
    (files ?? []).map((entry) => {
      const {
        file,
        page = null,
        adjustments = [],
        overruled = [],
      } = typeof entry === 'string' ? { file: entry } : entry
      const source = fileSource(base, file, { page, adjustments, overruled })
      return { place: place(material as MaterialId), source }
    }),
  )
}

/** A file of several pages that is named without a page is all of them. Fails with what `load` and `eachPage` fail with. */
export async function withEachPage(pictures: readonly PlacedPicture[]): Promise<PlacedPicture[]> {
  const all: PlacedPicture[] = []
  for (const { place, source } of pictures) {
    for (const page of await eachPage(source)) all.push({ place, source: page })
  }
  return apart(all)
}

/** Each with a name of its own: the documents of one photo, and files of several folders, may be called the same. */
function apart(pictures: readonly PlacedPicture[]): PlacedPicture[] {
  const taken = new Set<string>()
  return pictures.map(({ place, source }) => {
    let { name } = source
    for (let nth = 2; taken.has(name); nth += 1) name = pictureName({ name: source.name, page: null, nth })
    taken.add(name)
    return { place, source: name === source.name ? source : { ...source, name } }
  })
}

export function groupByPlace(pictures: readonly PlacedPicture[]): Map<string, PictureSource[]> {
  const groups = new Map<string, PictureSource[]>()
  for (const { place, source } of pictures) {
    const key = placeKey(place)
    groups.set(key, [...(groups.get(key) ?? []), source])
  }
  return groups
}
