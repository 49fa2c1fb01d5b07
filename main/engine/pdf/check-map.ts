/** Whether a map fits its blank, before anything is filled. */
import type { AnchorMap } from './anchor-map.ts'
import { hashOf } from './fill.ts'
import { placesOf } from './fill-places.ts'
import { embedFonts } from './fonts.ts'
import { refuseForeignMap } from './foreign-map.ts'
import { formDefinition } from './form-definition.ts'
import { openBlank } from './open-blank.ts'

/** How many pages the blank has. Fails with what `fillBlank` fails with, but for a blank without any place. */
export async function checkMap(blank: Uint8Array, map: AnchorMap, name: string): Promise<number> {
  const document = await openBlank(blank, name)
  const definition = formDefinition(map.form)
  refuseForeignMap(map, { hash: hashOf(blank), definition, name })
  const fonts = await embedFonts(document, [{ text: ' ', weight: 'regular' }])
  const font = fonts.get('regular')
  if (font) placesOf({ document, map, definition, fonts, font, name })
  return document.getPageCount()
}
