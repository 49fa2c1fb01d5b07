/** Short messages about what was just done, some with a way back. They are also what a screen reader hears. */
import { create } from 'zustand'

export interface Notice {
  id: string
  text: string
  tone: 'plain' | 'danger'
  action: { label: string; run(): void } | null
}

interface Board {
  notices: Notice[]
  add(notice: Notice): void
  drop(id: string): void
}

export const useNotices = create<Board>((set) => ({
  notices: [],
  add: (notice) => set(({ notices }) => ({ notices: [...notices.slice(-2), notice] })),
  drop: (id) => set(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) })),
}))

/** How long a message stays; one with an action stays longer. Being hovered or focused stops the clock. */
export const stayMs = { plain: 5000, action: 10_000 }

export function tell(text: string, more: Partial<Pick<Notice, 'tone' | 'action'>> = {}): string {
  const id = crypto.randomUUID()
  useNotices.getState().add({ id, text, tone: 'plain', action: null, ...more })
  return id
}

/** Ctrl+Z: runs the newest way back that is still on the board. */
export function undoLast(): boolean {
  const last = useNotices.getState().notices.findLast((notice) => notice.action)
  if (!last) return false
  useNotices.getState().drop(last.id)
  last.action?.run()
  return true
}
