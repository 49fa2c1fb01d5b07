/** The editor's state: the list of adjustments with its history, and the tool in hand. */
import { create } from 'zustand'
import type { Adjustment, Corners, Tone } from '../../rules/schema.ts'
import type { Aspect, Frame } from './steps.ts'

export type Tool = 'view' | 'straighten' | 'crop' | 'tone'
export type Shown = 'after' | 'before' | 'both'

interface EditorState {
  /** Every list so far, in order; `at` is the one that is shown. */
  history: Adjustment[][]
  at: number
  tool: Tool
  shown: Shown
  aspect: Aspect
  /** Of a crop: any, unless the person asks for one. */
  cropAspect: Aspect
  /** What the tool in hand has marked and not yet applied. */
  corners: Corners | null
  frame: Frame | null
  tone: Tone | null
  begin(adjustments: readonly Adjustment[], aspect: Aspect): void
  commit(list: readonly Adjustment[]): void
  jump(at: number): void
  pick(tool: Tool): void
  set(part: Partial<Pick<EditorState, 'shown' | 'aspect' | 'cropAspect' | 'corners' | 'frame' | 'tone'>>): void
}

const fresh = { tool: 'view', shown: 'after', cropAspect: 'free', corners: null, frame: null, tone: null } as const

export const useEditor = create<EditorState>((set) => ({
  history: [[]],
  at: 0,
  aspect: 'free',
  ...fresh,
  begin: (adjustments, aspect) => set({ history: [[...adjustments]], at: 0, aspect, ...fresh }),
  commit: (list) =>
    set(({ history, at }) => {
      const same = JSON.stringify(list) === JSON.stringify(history[at])
      if (same) return fresh
      return { history: [...history.slice(0, at + 1), [...list]], at: at + 1, ...fresh }
    }),
  jump: (at) => set(({ history }) => ({ at: Math.min(Math.max(at, 0), history.length - 1), ...fresh })),
  pick: (tool) => set({ ...fresh, tool }),
  set: (part) => set(part),
}))

export const listNow = ({ history, at }: Pick<EditorState, 'history' | 'at'>): Adjustment[] => history[at] ?? []
