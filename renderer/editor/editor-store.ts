/** The editor's state: the list of adjustments with its history, and the tool in hand. */
import { create } from 'zustand'
import { isClockwise, type Size } from '../../rules/geometry.ts'
import type { Adjustment, Corners, Tone } from '../../rules/schema.ts'
import { placed } from './geometry.ts'
import { type Aspect, cropBase, type Frame, withCrop, withStraighten, withTone } from './steps.ts'

export type Tool = 'view' | 'straighten' | 'crop' | 'tone'
export type Shown = 'after' | 'before' | 'both'

/** What the tool in hand shows and has not yet applied. */
interface Mark {
  aspect: Aspect
  /** Of a crop: any, unless the person asks for one. */
  cropAspect: Aspect
  corners: Corners | null
  frame: Frame | null
  tone: Tone | null
}

interface EditorState extends Mark {
  /** Every list so far, in order; `at` is the one that is shown. */
  history: Adjustment[][]
  at: number
  tool: Tool
  shown: Shown
  /** What the tool showed before each move of the person; none: it shows only where it begins. */
  earlier: Mark[]
  /** Moves that were undone, the last one first to come back. */
  later: Mark[]
  begin(adjustments: readonly Adjustment[], aspect: Aspect): void
  commit(list: readonly Adjustment[]): void
  jump(at: number): void
  pick(tool: Tool): void
  set(part: Partial<Mark & { shown: Shown }>): void
  /** The person set something with the tool; `goesOn`: still the same move, as while a handle is dragged. */
  mark(part: Partial<Mark>, goesOn?: boolean): void
  /** One move with the tool in hand; without any, one step of the history. */
  undo(): void
  redo(): void
}

const unmarked = { corners: null, frame: null, tone: null, earlier: [], later: [] }
const fresh = { tool: 'view', shown: 'after', cropAspect: 'free', ...unmarked } as const

const markOf = ({ aspect, cropAspect, corners, frame, tone }: Mark): Mark => ({
  aspect,
  cropAspect,
  corners,
  frame,
  tone,
})

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
  jump: (at) => set({ at, ...fresh }),
  pick: (tool) => set({ ...fresh, tool }),
  set: (part) => set(part),
  mark: (part, goesOn = false) =>
    set((editor) => ({
      ...part,
      earlier: goesOn && isMarked(editor) ? editor.earlier : [...editor.earlier, markOf(editor)],
      later: [],
    })),
  undo: () =>
    set((editor) => {
      const { earlier, later, at } = editor
      const before = earlier.at(-1)
      if (before) return { ...before, earlier: earlier.slice(0, -1), later: [...later, markOf(editor)] }
      return at > 0 ? { at: at - 1, ...fresh } : {}
    }),
  redo: () =>
    set((editor) => {
      const { earlier, later, at } = editor
      const after = later.at(-1)
      if (after) return { ...after, earlier: [...earlier, markOf(editor)], later: later.slice(0, -1) }
      return canRedo(editor) ? { at: at + 1, ...fresh } : {}
    }),
}))

type Moves = Pick<EditorState, 'history' | 'at' | 'earlier' | 'later'>

export const isMarked = ({ earlier }: Pick<EditorState, 'earlier'>): boolean => earlier.length > 0

export const canUndo = (editor: Moves): boolean => isMarked(editor) || editor.at > 0

/** A new move goes another way than the steps that were undone before it. */
export const canRedo = (editor: Moves): boolean =>
  editor.later.length > 0 || (!isMarked(editor) && editor.at < editor.history.length - 1)

type Marked = Pick<EditorState, 'history' | 'at' | 'tool' | 'aspect' | 'corners' | 'frame' | 'tone' | 'earlier'>

/**
 * The list with what the person marked and did not yet apply, so that neither saving nor another tool loses it.
 * Null: it cannot be applied.
 */
export function listWithMark(editor: Marked, original: Size): { list: Adjustment[]; cropDropped: boolean } | null {
  const { tool, aspect, corners, frame, tone } = editor
  const marked = isMarked(editor)
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

/** Whether leaving now would lose something; what cannot be applied would be lost too. */
export function isUnsaved(editor: Marked, original: Size): boolean {
  return JSON.stringify(listWithMark(editor, original)?.list) !== JSON.stringify(editor.history[0])
}

export const listNow = ({ history, at }: Pick<EditorState, 'history' | 'at'>): Adjustment[] => history[at] ?? []
