import type { Size } from '../../rules/geometry.ts'
import { say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'
import { isMarked, listWithMark, type Tool, useEditor } from './editor-store.ts'
import type { withStraighten } from './steps.ts'

/** A list becomes a step of the history; that a crop had to go is said. */
export function keep({ list, cropDropped }: ReturnType<typeof withStraighten>): void {
  useEditor.getState().commit(list)
  if (cropDropped) tell(say('editor')('cropDropped'))
}

/** What was marked with the tool in hand becomes a step of the history. False: it cannot be applied, and stays. */
export function keepMark(original: Size): boolean {
  const editor = useEditor.getState()
  if (!isMarked(editor)) return true
  const kept = listWithMark(editor, original)
  if (kept) keep(kept)
  else tell(say('editor')('crossing'))
  return kept !== null
}

/** Another tool in hand, with what was marked kept; with what cannot be kept, the person stays. */
export function takeTool(original: Size, tool: Tool): void {
  if (keepMark(original)) useEditor.getState().pick(tool)
}
