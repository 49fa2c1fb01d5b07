/** Where the person is. No addresses: a desktop window has none. */
import { create } from 'zustand'

/** Inside a filing: the task list, or one of the places that it leads to. */
export type FilingPage =
  | { page: 'tasks' }
  | { page: 'profile'; at: string | null }
  | { page: 'editor'; image: string }
  | { page: 'form'; form: string; service: number }
  | { page: 'guide' }
  | { page: 'export' }

/** `filing`: the one that the rules, or printing, were opened from. `back`: from where the library of blanks was opened. */
export type Route =
  | { screen: 'home' }
  | { screen: 'blanks'; back: Route }
  | { screen: 'blank'; blank: string; back: Route }
  | { screen: 'rules'; filing: string | null }
  | { screen: 'print'; filing: string | null }
  | { screen: 'packages' }
  | ({ screen: 'filing'; filing: string } & FilingPage)

interface Where {
  route: Route
  /** The line of the task list that is open beside it: `placeKey` of an item, or the tray. */
  selected: string | null
  go(route: Route): void
  goHome(): void
  goTo(page: FilingPage): void
  goToRules(): void
  leaveRules(): void
  goToPackages(): void
  goToPrint(): void
  leavePrint(): void
  goToBlanks(): void
  /** The placing page of one blank. */
  goToBlank(blank: string): void
  /** From a blank to where it was opened, from the library likewise. */
  leaveBlanks(): void
  select(key: string | null): void
}

type Change = (next: Partial<Where> | ((where: Where) => Partial<Where>)) => void

const pages = (set: Change): Where => ({
  route: { screen: 'home' },
  selected: null,
  go: (route) => set({ route, selected: null }),
  goHome: () => set({ route: { screen: 'home' }, selected: null }),
  goTo: (page) =>
    set(({ route }) =>
      route.screen === 'filing' ? { route: { screen: 'filing', filing: route.filing, ...page } } : {},
    ),
  goToRules: () =>
    set(({ route }) => ({ route: { screen: 'rules', filing: 'filing' in route ? route.filing : null } })),
  leaveRules: () =>
    set(({ route }) => ({
      route:
        route.screen === 'rules' && route.filing
          ? { screen: 'filing', filing: route.filing, page: 'tasks' }
          : { screen: 'home' },
    })),
  goToPackages: () => set({ route: { screen: 'packages' } }),
  goToPrint: () =>
    set(({ route }) => ({ route: { screen: 'print', filing: route.screen === 'filing' ? route.filing : null } })),
  leavePrint: () =>
    set(({ route }) => ({
      route:
        route.screen === 'print' && route.filing
          ? { screen: 'filing', filing: route.filing, page: 'tasks' }
          : { screen: 'home' },
    })),
  goToBlanks: () => set(({ route }) => ({ route: { screen: 'blanks', back: route } })),
  goToBlank: (blank) => set(({ route }) => ({ route: { screen: 'blank', blank, back: route } })),
  leaveBlanks: () => set(({ route }) => ({ route: 'back' in route ? route.back : route })),
  select: (selected) => set({ selected }),
})

let question: ((go: () => void) => void) | null = null

/** A page with work that would be lost: it is asked before another page comes, and goes on when the person says so. */
export function askBeforeLeaving(ask: (go: () => void) => void): () => void {
  question = ask
  return () => {
    if (question === ask) question = null
  }
}

export const useWhere = create<Where>((put) => pages((next) => (question ? question(() => put(next)) : put(next))))

/** The filing that a page stands in, or was opened from. */
export function filingOf(route: Route): string | null {
  if ('back' in route) return filingOf(route.back)
  return 'filing' in route ? route.filing : null
}
