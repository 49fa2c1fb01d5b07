/** What was read off a picture, sealed with its client's key like the picture itself. */
import { Page } from '../../../rules/reading/schema.ts'
import type { Adjustment } from '../../../rules/schema.ts'
import { openBox, sealBox } from './box.ts'
import { getImage, type Image } from './images.ts'
import { writeLog } from './log.ts'
import { clientKeys } from './originals.ts'
import type { Store } from './store.ts'

const about = (image: string) => `beiqi-reading/1 ${image}`

type SealedReading = Pick<Image, 'id' | 'client' | 'reading'>

/** null: not yet read, or sealed by another key: then it is read again. */
export function readingIn(store: Store, { id, client, reading }: SealedReading): Page | null {
  if (reading === null) return null
  const plain = openBox(clientKeys(store, client).seal, reading, about(id))
  const page = plain && Page.safeParse(JSON.parse(plain.toString('utf8')))
  return page?.success ? page.data : null
}

/** Keeps it, unless the picture was adjusted while it was being read. Fails with `picture.missing`. */
export function saveReading(
  store: Store,
  image: string,
  { adjustments, page }: { adjustments: readonly Adjustment[]; page: Page },
): Image {
  return store.transaction(() => {
    const now = getImage(store, image)
    if (JSON.stringify(now.adjustments) !== JSON.stringify(adjustments)) return now
    const sealed = sealBox(clientKeys(store, now.client).seal, Buffer.from(JSON.stringify(page)), about(image))
    const proposed = now.settled ? now.proposed : true
    store.run('UPDATE images SET reading = ?, settled = 1, proposed = ? WHERE id = ?', sealed, proposed ? 1 : 0, image)
    writeLog(store, 'image.read', image)
    return getImage(store, image)
  })
}
