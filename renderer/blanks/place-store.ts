/** The placing page's state: the places with their history, the field in hand, and the place that is selected. */
import { create } from 'zustand'
import type { SuggestionView } from '../../preload/blank-views.ts'
import { type Anchor, noPlaces, type Places } from '../../rules/anchor-map.ts'

interface PlacingState {
  /** Every list so far; `at` is the one that is shown. */
  history: Places[]
  at: number
  /** The field that the next click places. */
  field: string | null
  /** Position in the anchors. */
  selected: number | null
  suggestions: SuggestionView[]
  begin(places: Places): void
  commit(places: Places): void
  /** While something is dragged: shown, and one step of the history when it is let go. */
  drag(places: Places): void
  drop(): void
  dragged: Places | null
  jump(at: number): void
  pick(field: string | null): void
  select(selected: number | null): void
  offer(suggestions: SuggestionView[]): void
}

export const usePlacing = create<PlacingState>((set) => ({
  history: [noPlaces],
  at: 0,
  field: null,
  selected: null,
  suggestions: [],
  dragged: null,
  begin: (places) => set({ history: [places], at: 0, field: null, selected: null, suggestions: [], dragged: null }),
  commit: (places) =>
    set(({ history, at }) => ({ history: [...history.slice(0, at + 1), places], at: at + 1, dragged: null })),
  drag: (dragged) => set({ dragged }),
  drop: () =>
    set(({ history, at, dragged }) =>
      dragged ? { history: [...history.slice(0, at + 1), dragged], at: at + 1, dragged: null } : {},
    ),
  jump: (at) =>
    set(({ history }) => ({ at: Math.min(Math.max(at, 0), history.length - 1), selected: null, dragged: null })),
  pick: (field) => set({ field, selected: null }),
  select: (selected) => set({ selected }),
  offer: (suggestions) => set({ suggestions }),
}))

export const placesNow = ({ history, at, dragged }: Pick<PlacingState, 'history' | 'at' | 'dragged'>): Places =>
  dragged ?? history[at] ?? noPlaces

/** The places with one of them changed, or, by null, taken away. */
export function withAnchor(places: Places, at: number, anchor: Anchor | null): Places {
  const anchors = anchor ? places.anchors.with(at, anchor) : places.anchors.toSpliced(at, 1)
  return { ...places, anchors }
}
