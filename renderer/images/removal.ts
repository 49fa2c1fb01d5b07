/**
 * Removing a picture can be undone for as long as its notice stays. Until then it is only hidden here;
 * the engine is told when the notice goes, or before anything is made of the pictures.
 */
import { create } from 'zustand'
import { failureText } from '../../preload/failures.ts'
import type { ImageView } from '../../preload/views.ts'
import { ask, failureOf } from '../bridge.ts'
import { keepAnswer, refresh } from '../calls.ts'
import { currentLanguage, say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'

interface Hidden {
  hidden: ReadonlySet<string>
  hide(image: string): void
  show(image: string): void
}

export const useHidden = create<Hidden>((set) => ({
  hidden: new Set(),
  hide: (image) => set(({ hidden }) => ({ hidden: new Set([...hidden, image]) })),
  show: (image) => set(({ hidden }) => ({ hidden: new Set([...hidden].filter((one) => one !== image)) })),
}))

const waiting = new Map<string, ImageView>()

export function removeImage(image: ImageView): void {
  const t = say('images')
  waiting.set(image.id, image)
  useHidden.getState().hide(image.id)
  const undo = () => {
    waiting.delete(image.id)
    useHidden.getState().show(image.id)
    tell(t('restored', { name: image.name }))
  }
  tell(t('removed', { name: image.name }), {
    action: { label: say('common')('undo'), run: undo },
    onGone: () => void finish(image),
  })
}

async function finish(image: ImageView): Promise<void> {
  if (!waiting.delete(image.id)) return
  try {
    keepAnswer('image/list', { filing: image.filing }, await ask('image/remove', { image: image.id }))
    await refresh('filing/checklist', 'slot/preview')
  } catch (error) {
    useHidden.getState().show(image.id)
    tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' })
  }
}

/** Before an export, a preview, or the end: what is hidden is really removed. */
export async function finishRemovals(): Promise<void> {
  await Promise.all([...waiting.values()].map((image) => finish(image)))
}

window.addEventListener('beforeunload', () => void finishRemovals())
