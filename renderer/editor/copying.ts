/** Adjustments of one picture for others, with a way back for as long as the notice stays. */
import { failureText } from '../../preload/failures.ts'
import type { ImageView } from '../../preload/views.ts'
import type { Adjustment } from '../../rules/schema.ts'
import { ask, failureOf } from '../bridge.ts'
import { lastAnswer, refresh } from '../calls.ts'
import { imageOfId } from '../images/deeds.ts'
import { currentLanguage, say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'
import { copiedTo, type Parts } from './steps.ts'

interface Copied {
  before: ImageView
  after: ImageView
}

/** Fails with what one of them fails with; those before it are done, and said. */
export async function copyAdjustments(
  list: readonly Adjustment[],
  from: ImageView,
  targets: readonly ImageView[],
  parts: Parts,
): Promise<void> {
  const done: Copied[] = []
  try {
    for (const before of targets) {
      const adjustments = copiedTo(list, from, before, parts)
      done.push({ before, after: await ask('image/adjust', { image: before.id, adjustments }) })
    }
  } finally {
    if (done.length > 0) await told(done)
  }
}

async function told(done: readonly Copied[]): Promise<void> {
  await changed()
  tell(say('editor')('copied', { count: done.length }), {
    action: { label: say('common')('undo'), run: () => void takeBack(done) },
  })
}

const changed = () => refresh('image/list', 'filing/checklist')

/** A picture that was adjusted again meanwhile, or removed, is left alone. */
async function takeBack(done: readonly Copied[]): Promise<void> {
  let count = 0
  try {
    for (const { before, after } of done) {
      const now = imageOfId(lastAnswer('image/list', { filing: before.filing }) ?? [], before.id)
      if (JSON.stringify(now?.adjustments) !== JSON.stringify(after.adjustments)) continue
      await ask('image/adjust', { image: before.id, adjustments: before.adjustments })
      count += 1
    }
    tell(say('editor')('copyUndone', { count }))
  } catch (error) {
    tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' })
  }
  await changed()
}
