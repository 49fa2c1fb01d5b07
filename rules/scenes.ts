/** Pictures that show more than a document. */
import type { Rules } from './catalog.ts'
import type { MaterialId } from './schema.ts'

/** Whether such a picture shows a person or a place with a document in it, and is turned upright at most unasked. */
export function isScene(material: MaterialId | null, { materials }: Pick<Rules, 'materials'>): boolean {
  return material !== null && materials.get(material)?.scene === true
}
