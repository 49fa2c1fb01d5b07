/** What each upload place comes to: every one with pictures is really joined, as the package will have it. */
import { useMemo } from 'react'
import { failureText } from '../../preload/failures.ts'
import type { FilingView, ImageView, SlotView, StitchResult } from '../../preload/views.ts'
import type { Finding } from '../../rules/answers.ts'
import { unfitFinding } from '../../rules/unfit.ts'
import { failureOf } from '../bridge.ts'
import { useAnswersInTurn } from '../calls.ts'
import { countIn, joinedFrom } from './slot-view.ts'

export interface CheckedSlot {
  slot: SlotView
  /** Pictures in it. */
  count: number
  /** null: empty, or not joined yet. */
  joined: StitchResult | null
  /** Why no file that can be uploaded can be made of them. */
  finding: Finding | null
  /** It has pictures that are not joined yet. */
  waiting: boolean
}

/** What a joined picture is asked for with. */
export interface SlotFacts {
  view: FilingView
  today: string
  rulesVersion: string
  images: readonly ImageView[]
}

export function askOfSlot({ view, today, rulesVersion, images }: SlotFacts, slot: SlotView) {
  const { provider, watermark } = view.filing
  const of = JSON.stringify([rulesVersion, provider, watermark, joinedFrom(slot, images)])
  return { input: { filing: view.id, slot: slot.id, on: today }, of }
}

/** In the background and in turn, while `enabled`. */
export function useSlotChecks(facts: SlotFacts | null, slots: readonly SlotView[], enabled: boolean): CheckedSlot[] {
  const images = facts?.images
  const filled = useMemo(() => slots.filter((slot) => images && countIn(slot, images) > 0), [slots, images])
  const asked = facts ? filled.map((slot) => askOfSlot(facts, slot)) : []
  const answers = useAnswersInTurn('slot/preview', asked, enabled)
  return useMemo(
    () =>
      slots.map((slot) => {
        const { data, error = null, waiting = false } = answers[filled.indexOf(slot)] ?? {}
        return {
          slot,
          count: images ? countIn(slot, images) : 0,
          joined: error ? null : (data?.result ?? null),
          finding: error && !waiting ? unfit(slot, error) : null,
          waiting,
        }
      }),
    [slots, filled, images, answers],
  )
}

function unfit(slot: SlotView, error: Error): Finding {
  const failure = failureOf(error)
  const why = { zh: failureText(failure, 'zh'), en: failureText(failure, 'en') }
  return unfitFinding(slot, failure.code, why, 0)
}
