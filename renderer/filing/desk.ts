/** Everything that the pages of one filing look at, asked for once. */
import { createContext, useContext, useMemo } from 'react'
import type { Output } from '../../preload/contract.ts'
import type { FilingView, ImageView, SlotView } from '../../preload/views.ts'
import type { Checklist, Finding } from '../../rules/answers.ts'
import type { Deadline } from '../../rules/deadline-schema.ts'
import { useAnswer } from '../calls.ts'
import { type TakingIn, useTakingIn } from '../images/take-in.ts'
import { type Catalog, type Lists, listsFor } from '../profile/lists.ts'
import { useReading } from '../reading/read-pictures.ts'
import { useWhere } from '../route.ts'
import { type CheckedSlot, useSlotChecks } from '../slots/slot-check.ts'
import type { RunningTask } from '../tasks.ts'
import { useOurs, useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { sampleClients } from './sample.ts'
import { findingsOf, type Task, tasksOf } from './tasks-view.ts'

export interface Desk {
  view: FilingView
  /** The day that the checklist is made for. */
  today: string
  checklist: Checklist | undefined
  checklistError: Error | null
  /** Until when it can be submitted as it stands. */
  deadline: Deadline | undefined
  /** Every upload place, and what its pictures come to when they are joined. */
  checks: readonly CheckedSlot[]
  /** Pictures of the filing. */
  images: readonly ImageView[]
  tasks: readonly Task[]
  /** What would be refused or remarked on, worst first. */
  findings: readonly Finding[]
  catalog: Catalog
  lists: Lists
  sample: boolean
  takingIn: TakingIn
  /** Pictures that are being read. */
  reading: RunningTask
}

const DeskContext = createContext<Desk | null>(null)
export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('This page belongs to a filing.')
  return desk
}

/** Whose papers these are, as the certificate says; before that, as the client is called. */
export const subjectName = ({ filing, clientName }: FilingView): string => filing.subject?.name ?? clientName

/** Null while the filing is being read; `error` when it cannot be. */
export function useNewDesk(filing: string): { desk: Desk | null; error: Error | null; again(): void } {
  const today = useToday()
  const view = useAnswer('filing/get', { filing })
  const list = useAnswer('filing/checklist', { filing, on: today }, { keepPrevious: true })
  const images = useAnswer('image/list', { filing })
  const catalog = useAnswer('catalog/get', {})
  const clients = useAnswer('client/list', { search: '' })
  const takingIn = useTakingIn(filing)
  const reading = useReading(filing, images.data)
  const words = useText('words')
  const ours = useOurs()
  const checks = useChecks({ view: view.data, list: list.data, images: images.data, today }, takingIn, reading)
  const desk = useMemo((): Desk | null => {
    if (!view.data || !catalog.data || !images.data) return null
    const { checklist, deadline } = list.data ?? {}
    return {
      view: view.data,
      today,
      checklist,
      checklistError: list.error,
      deadline,
      checks,
      images: images.data,
      tasks: checklist ? tasksOf(checklist, checks, images.data) : [],
      findings: findingsOf(checklist, images.data, checks),
      catalog: catalog.data,
      lists: listsFor(catalog.data, words, ours),
      sample: sampleClients(clients.data).has(view.data.client),
      takingIn,
      reading,
    }
  }, [
    view.data,
    catalog.data,
    images.data,
    list.data,
    list.error,
    clients.data,
    checks,
    today,
    takingIn,
    reading,
    words,
    ours,
  ])
  const error = view.error ?? catalog.error ?? images.error
  const again = () => {
    for (const query of [view, catalog, images, list]) void query.refetch()
  }
  return { desk, error, again }
}

const noSlots: readonly SlotView[] = []

interface Answers {
  view: FilingView | undefined
  list: Output<'filing/checklist'> | undefined
  images: readonly ImageView[] | undefined
  today: string
}

/** Joining keeps the engine busy: only for a page that shows it, and behind pictures that are still coming or read. */
function useChecks({ view, list, images, today }: Answers, takingIn: TakingIn, reading: RunningTask): CheckedSlot[] {
  const isShown = useWhere(({ route }) => 'page' in route && ['tasks', 'export'].includes(route.page))
  const facts = useMemo(
    () => (view && list && images ? { view, today, rulesVersion: list.checklist.rulesVersion, images } : null),
    [view, list, images, today],
  )
  return useSlotChecks(facts, list?.slots ?? noSlots, isShown && !takingIn.task.running && !reading.running)
}
