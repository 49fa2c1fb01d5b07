/** Everything that the pages of one filing look at, asked for once. */
import { createContext, useContext, useMemo } from 'react'
import type { FilingView, ImageView, SlotView } from '../../preload/views.ts'
import type { Checklist } from '../../rules/answers.ts'
import type { Deadline } from '../../rules/deadline-schema.ts'
import { useAnswer } from '../calls.ts'
import { type TakingIn, useTakingIn } from '../images/take-in.ts'
import { type Catalog, type Lists, listsFor } from '../profile/lists.ts'
import { useReading } from '../reading/read-pictures.ts'
import type { RunningTask } from '../tasks.ts'
import { useOurs, useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { sampleClients } from './sample.ts'
import { type Task, tasksOf } from './tasks-view.ts'

export interface Desk {
  view: FilingView
  /** The day that the checklist is made for. */
  today: string
  checklist: Checklist | undefined
  checklistError: Error | null
  /** Until when it can be submitted as it stands. */
  deadline: Deadline | undefined
  slots: readonly SlotView[]
  /** Pictures of the filing. */
  images: readonly ImageView[]
  tasks: readonly Task[]
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
  const desk = useMemo((): Desk | null => {
    if (!view.data || !catalog.data || !images.data) return null
    const { checklist, deadline, slots = [] } = list.data ?? {}
    return {
      view: view.data,
      today,
      checklist,
      checklistError: list.error,
      deadline,
      slots,
      images: images.data,
      tasks: checklist ? tasksOf(checklist, slots, images.data) : [],
      catalog: catalog.data,
      lists: listsFor(catalog.data, words, ours),
      sample: sampleClients(clients.data).has(view.data.client),
      takingIn,
      reading,
    }
  }, [view.data, catalog.data, images.data, list.data, list.error, clients.data, today, takingIn, reading, words, ours])
  const error = view.error ?? catalog.error ?? images.error
  const again = () => {
    for (const query of [view, catalog, images, list]) void query.refetch()
  }
  return { desk, error, again }
}
