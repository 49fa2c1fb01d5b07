/** What can be done with a picture in its place. */

import { failureText } from '../../preload/failures.ts'
import type { ImageView, Place } from '../../preload/views.ts'
import type { Finding } from '../../rules/answers.ts'
import { ask, failureOf } from '../bridge.ts'
import { keepAnswer, lastAnswer, refresh } from '../calls.ts'
import { currentLanguage, say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'

/** Puts a picture at `position` of a place; null: back to the tray. `title` of the place, for the notice. */
export async function moveImage(
  image: ImageView,
  place: Place | null,
  position: number,
  title: string | null,
): Promise<void> {
  try {
    const images = await ask('image/move', { image: image.id, place, position })
    keepAnswer('image/list', { filing: image.filing }, images)
    if (!samePlace(image.place, place)) {
      const t = say('images')
      tell(title === null ? t('movedTray') : t('moved', { title }))
    }
    await refresh('filing/checklist', 'form/asked')
  } catch (error) {
    tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' })
  }
}

/** Uses the picture in spite of a finding; null takes that back. Whether it was done. */
export async function overrule(image: ImageView, { code }: Finding, reason: string | null): Promise<boolean> {
  try {
    const { id, filing } = image
    const changed = await ask('image/overrule', { image: id, code, reason })
    const images = lastAnswer('image/list', { filing })
    if (images)
      keepAnswer(
        'image/list',
        { filing },
        images.map((one) => (one.id === id ? changed : one)),
      )
    return true
  } catch (error) {
    tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' })
    return false
  }
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a?.material === b?.material && a?.for === b?.for
}

export function imageOfId(images: readonly ImageView[], id: string): ImageView | undefined {
  return images.find((image) => image.id === id)
}
