/** A photo of several documents: each becomes a picture of its own, over the same original. */
import { failureText } from '../../preload/failures.ts'
import type { ImageView } from '../../preload/views.ts'
import type { Finding } from '../../rules/answers.ts'
import { ask, failureOf } from '../bridge.ts'
import { keepAnswer, refresh } from '../calls.ts'
import { currentLanguage, say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'

/** The photo was seen to show several when it came in, and still stands there whole. */
export function severalIn({ findings }: ImageView): Finding | undefined {
  return findings.find(({ code }) => code === 'image.several-documents')
}

export async function splitImage(image: ImageView, before: number): Promise<void> {
  try {
    const images = await ask('image/split', { image: image.id })
    keepAnswer('image/list', { filing: image.filing }, images)
    tell(say('images')('splitDone', { count: images.length - before + 1 }))
    await refresh('filing/checklist', 'form/asked')
  } catch (error) {
    tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' })
  }
}
