/** The editor's state: the list of adjustments with its history, and the tool in hand. */
import { create } from 'zustand'
import { isClockwise, type Size } from '../../rules/geometry.ts'
import type { Adjustment, Corners, Tone } from '../../rules/schema.ts'
import { placed } from './geometry.ts'
import { type Aspect, cropBase, type Frame, withCrop, withStraighten, withTone } from './steps.ts'

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
  /** The person set something with the tool in hand; before that, what the tool shows is only where it begins. */
  marked: boolean
  begin(adjustments: readonly Adjustment[], aspect: Aspect): void
  commit(list: readonly Adjustment[]): void
  jump(at: number): void
  pick(tool: Tool): void
  set(part: Partial<Pick<EditorState, 'shown' | 'aspect' | 'cropAspect' | 'corners' | 'frame' | 'tone'>>): void
  mark(part: Partial<Pick<EditorState, 'aspect' | 'cropAspect' | 'corners' | 'frame' | 'tone'>>): void
  unmark(): void
}

const unmarked = { corners: null, frame: null, tone: null, marked: false } as const
const fresh = { tool: 'view', shown: 'after', cropAspect: 'free', ...unmarked } as const

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
  mark: (part) => set({ ...part, marked: true }),
  unmark: () => set(unmarked),
}))

type Marked = Pick<EditorState, 'history' | 'at' | 'tool' | 'aspect' | 'corners' | 'frame' | 'tone' | 'marked'>

/**
 * The list with what the person marked and did not yet apply, so that neither saving nor another tool loses it.
 * Null: it cannot be applied.
 */
export function listWithMark(editor: Marked, original: Size): { list: Adjustment[]; cropDropped: boolean } | null {
  const { tool, aspect, corners, frame, tone, marked } = editor
  const list = listNow(editor)
  if (marked && tool === 'straighten' && corners) {
    return isClockwise(corners) ? withStraighten(list, corners, aspect) : null
  }
  const kept = { list, cropDropped: false }
  if (!marked) return kept
  if (tool === 'crop' && frame) {
    const { size } = placed(original, cropBase(list).before)
    return { ...kept, list: withCrop(list, frame, size) }
  }
  return tool === 'tone' && tone ? { ...kept, list: withTone(list, tone) } : kept
}

export const listNow = ({ history, at }: Pick<EditorState, 'history' | 'at'>): Adjustment[] => history[at] ?? []
