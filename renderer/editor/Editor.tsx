import { type ReactElement, useEffect, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Adjustment, Filing, MaterialId } from '../../rules/schema.ts'
import { ask } from '../bridge.ts'
import { refresh, useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { PageHead } from '../filing/PageHead.tsx'
import { imageOfId } from '../images/deeds.ts'
import { nameOf } from '../images/name.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ConfirmDialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { leaveField, useShortcuts } from '../ui/shortcuts.ts'
import { listNow, listWithMark, useEditor } from './editor-store.ts'
import { SidePanel } from './SidePanel.tsx'
import { Stage } from './Stage.tsx'
import type { Aspect } from './steps.ts'
import './editor.css'

/** One picture, and what is done to it. Nothing is changed before 保存调整, and the original never. */
export function Editor({ id }: { id: string }): ReactElement | null {
  const { images, view } = useDesk()
  const goTo = useWhere((where) => where.goTo)
  const image = imageOfId(images, id)
  const [ready, setReady] = useState(false)
  const begin = useEditor((editor) => editor.begin)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the editor opens; a refreshed list must not throw away what is being done
  useEffect(() => {
    if (!image) return goTo({ page: 'tasks' })
    begin(image.adjustments, likelyAspect(view.filing, image))
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
  const [leaving, setLeaving] = useState(false)
  const editor = useEditor()
  const { history, at, tool, marked, jump, pick, unmark, commit } = editor
  const list = listNow(editor)
  const whole = listWithMark(editor, image)?.list
  const changed = JSON.stringify(whole) !== JSON.stringify(image.adjustments)
  const save = useDeed(async (adjustments: Adjustment[]) => {
    await ask('image/adjust', { image: image.id, adjustments })
    await refresh('image/list', 'filing/checklist', 'slot/preview')
    tell(t('saved', { name: nameOf(image) }))
    goTo({ page: 'tasks' })
  })
  useEffect(() => document.getElementById('main')?.focus({ preventScroll: true }), [])
  const back = () => (changed ? setLeaving(true) : goTo({ page: 'tasks' }))
  const undo = () => (marked ? unmark() : jump(at - 1))
  const redo = () => jump(at + 1)
  useShortcuts({
    Escape: () => leaveField(tool === 'view' ? back : () => pick('view')),
    'Ctrl+z': undo,
    'Ctrl+y': redo,
  })
  return (
    <div className="editor">
      <PageHead
        title={t('of', { name: nameOf(image) })}
        onBack={back}
        aside={
          <>
            <IconButton icon="undo" name={t('undo')} disabled={at === 0 && !marked} onClick={undo} />
            <IconButton icon="redo" name={t('redo')} disabled={at === history.length - 1} onClick={redo} />
            <Button icon="reset" disabled={list.length === 0} onClick={() => commit([])}>
              {t('reset')}
            </Button>
            <Button
              kind="primary"
              disabled={!changed || !whole}
              busy={save.running}
              onClick={() => whole && save.start(whole)}
            >
              {t('save')}
            </Button>
          </>
        }
      />
      {save.error && <FailureNote error={save.error} />}
      <div className="editor-body">
        <Stage image={image} />
        <SidePanel image={image} />
      </div>
      {leaving && (
        <ConfirmDialog
          title={t('unsaved')}
          action={t('leave')}
          danger
          onConfirm={() => goTo({ page: 'tasks' })}
          onClose={() => setLeaving(false)}
        >
          {t('unsavedWhy')}
        </ConfirmDialog>
      )}
    </div>
  )
}
