import { type ReactElement, useEffect, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Adjustment, Filing, MaterialId } from '../../rules/schema.ts'
import { ask } from '../bridge.ts'
import { refresh, useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { PageHead } from '../filing/PageHead.tsx'
import { placeKey } from '../filing/tasks-view.ts'
import { imageOfId } from '../images/deeds.ts'
import { nameOf } from '../images/name.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { leaveField, useShortcuts } from '../ui/shortcuts.ts'
import { canRedo, canUndo, isMarked, isUnsaved, listNow, listWithMark, useEditor } from './editor-store.ts'
import { keepMark, takeTool } from './keep-mark.ts'
import { SidePanel } from './SidePanel.tsx'
import { Stage } from './Stage.tsx'
import type { Aspect } from './steps.ts'
import { UnsavedQuestion } from './UnsavedQuestion.tsx'
import './editor.css'

/** One picture, and what is done to it. Nothing is changed before 保存调整, and the original never. */
export function Editor({ id }: { id: string }): ReactElement | null {
  const { images, view } = useDesk()
  const { goTo, select } = useWhere()
  const image = imageOfId(images, id)
  const [ready, setReady] = useState(false)
  const begin = useEditor((editor) => editor.begin)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the editor opens; a refreshed list must not throw away what is being done
  useEffect(() => {
    if (!image) return goTo({ page: 'tasks' })
    begin(image.adjustments, likelyAspect(view.filing, image))
    // Its paper stays the open one, also when what is saved makes another paper the first that something is missing of.
    if (image.place) select(placeKey(image.place))
    setReady(true)
  }, [])
  return image && ready ? <OpenEditor image={image} /> : null
}

const idCards: readonly MaterialId[] = ['subject-responsible-id', 'site-responsible-id', 'legal-representative-id']

/** A card's proportions where a card is expected; a passport's page is no card. */
function likelyAspect({ subject }: Filing, { place }: ImageView): Aspect {
  const passport = subject?.certificate?.type === 'passport'
  return place && idCards.includes(place.material) && !passport ? 'card' : 'free'
}

function OpenEditor({ image }: { image: ImageView }): ReactElement {
  const t = useText('editor')
  const goTo = useWhere((where) => where.goTo)
  const { tool, aspect, begin, undo, redo } = useEditor()
  const back = () => goTo({ page: 'tasks' })
  const save = useDeed(async (adjustments: Adjustment[]) => {
    await ask('image/adjust', { image: image.id, adjustments })
    await refresh('image/list', 'filing/checklist')
    tell(t('saved', { name: nameOf(image) }))
    const { route } = useWhere.getState()
    // Meanwhile the person may have left for another page.
    if (!('image' in route) || route.image !== image.id) return
    begin(adjustments, aspect)
    back()
  })
  useEffect(() => document.getElementById('main')?.focus({ preventScroll: true }), [])
  useShortcuts({
    Escape: () => leaveField(tool === 'view' ? back : () => takeTool(image, 'view')),
    'Ctrl+z': undo,
    'Ctrl+y': redo,
    'Ctrl+Shift+z': redo,
  })
  return (
    <div className="editor">
      <PageHead
        title={t('of', { name: nameOf(image) })}
        onBack={back}
        aside={<HeadButtons image={image} busy={save.running} onSave={save.start} />}
      />
      {save.error && <FailureNote error={save.error} />}
      <div className="editor-body">
        <Stage image={image} />
        <SidePanel image={image} />
      </div>
      <UnsavedQuestion original={image} />
    </div>
  )
}

interface HeadButtonsProps {
  image: ImageView
  busy: boolean
  onSave(adjustments: Adjustment[]): void
}

function HeadButtons({ image, busy, onSave }: HeadButtonsProps): ReactElement {
  const t = useText('editor')
  const editor = useEditor()
  const whole = listWithMark(editor, image)?.list
  const isPlain = listNow(editor).length === 0 && !isMarked(editor)
  const reset = () => {
    // What was marked is a step too, so that it comes back with the one before it.
    keepMark(image)
    editor.commit([])
  }
  return (
    <>
      <IconButton icon="undo" name={t('undo')} disabled={!canUndo(editor)} onClick={editor.undo} />
      <IconButton icon="redo" name={t('redo')} disabled={!canRedo(editor)} onClick={editor.redo} />
      <Button icon="reset" disabled={isPlain} onClick={reset}>
        {t('reset')}
      </Button>
      <Button
        kind="primary"
        disabled={!whole || !isUnsaved(editor, image)}
        busy={busy}
        onClick={() => whole && onSave(whole)}
      >
        {t('save')}
      </Button>
    </>
  )
}
