/** What each upload place comes to: every one with pictures is really joined, as the package will have it. */
import type { SlotView, StitchResult } from '../../preload/views.ts'
import { useAnswersInTurn } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { countIn } from '../slots/slot-view.ts'

export interface CheckedSlot {
  slot: SlotView
  /** Pictures in it. */
  count: number
  /** null: empty, or not joined yet. */
  joined: StitchResult | null
  /** Why no file can be made of them. */
  error: Error | null
}

export interface SlotCheck {
  slots: CheckedSlot[]
  /** Places whose pictures cannot be uploaded as they are. */
  unfit: number
  /** Whether there are places that were not joined yet. */
  running: boolean
}

export function useSlotCheck(): SlotCheck {
  const { view, today, images, slots } = useDesk()
  const filled = slots.filter((slot) => countIn(slot, images) > 0)
  const answers = useAnswersInTurn(
    'slot/preview',
    filled.map(({ id }) => ({ filing: view.id, slot: id, on: today })),
  )
  return {
    slots: slots.map((slot) => {
      const answer = answers[filled.indexOf(slot)]
      const joined = answer?.error ? null : (answer?.data?.result ?? null)
      return { slot, count: countIn(slot, images), joined, error: answer?.error ?? null }
    }),
    unfit: answers.filter(({ error }) => error).length,
    running: answers.some(({ isPending, isFetching }) => isPending || isFetching),
  }
}
