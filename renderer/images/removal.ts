/** Removing a picture, with a way back for as long as its notice stays. */
import { failureText } from '../../preload/failures.ts'
import type { ImageView } from '../../preload/views.ts'
import { ask, failureOf } from '../bridge.ts'
import { keepAnswer, refresh } from '../calls.ts'
import { currentLanguage, say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'
import { nameOf } from './name.ts'

export async function removeImage(image: ImageView): Promise<void> {
  const t = say('images')
  await change('image/remove', image, () =>
    tell(t('removed', { name: nameOf(image) }), {
      action: { label: say('common')('undo'), run: () => void restoreImage(image) },
    }),
  )
}

async function restoreImage(image: ImageView): Promise<void> {
  await change('image/restore', image, () => tell(say('images')('restored', { name: nameOf(image) })))
}

async function change(call: 'image/remove' | 'image/restore', { id, filing }: ImageView, done: () => void) {
  try {
    keepAnswer('image/list', { filing }, await ask(call, { image: id }))
    done()
    await refresh('filing/checklist', 'form/asked')
  } catch (error) {
    tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' })
  }
}
