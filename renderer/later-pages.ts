/**
 * The code of all pages but the first, read once the first is drawn. No Suspense: React holds a page that was waited
 * for back by 0.3 s, also when its code is already here.
 */
import { create } from 'zustand'

type LaterPages = typeof import('./Pages.tsx')

/** null: still being read. */
export const useLaterPages = create<LaterPages | null>(() => null)

export async function readLaterPages(): Promise<void> {
  useLaterPages.setState(await import('./Pages.tsx'), true)
}
