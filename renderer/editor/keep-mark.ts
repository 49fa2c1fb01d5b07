import type { Size } from '../../rules/geometry.ts'
import { say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'
import { listWithMark, useEditor } from './editor-store.ts'

/** What was marked with the tool in hand becomes a step of the history. */
export function keepMark(original: Size): void {
  const editor = useEditor.getState()
  const kept = editor.marked ? listWithMark(editor, original) : null
  if (!kept) return
  editor.commit(kept.list)
  if (kept.cropDropped) tell(say('editor')('cropDropped'))
}
