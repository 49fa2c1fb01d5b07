import { type ReactElement, useEffect, useState } from 'react'
import type { Size } from '../../rules/geometry.ts'
import { askBeforeLeaving } from '../route.ts'
import { useText } from '../text/language.ts'
import { ConfirmDialog } from '../ui/Dialog.tsx'
import { isUnsaved, useEditor } from './editor-store.ts'

/** Whichever way the person leaves the editor, what is not saved is not lost without this question. */
export function UnsavedQuestion({ original }: { original: Size }): ReactElement | null {
  const t = useText('editor')
  const [way, setWay] = useState<{ go(): void } | null>(null)
  useEffect(
    () => askBeforeLeaving((go) => (isUnsaved(useEditor.getState(), original) ? setWay({ go }) : go())),
    [original],
  )
  useEffect(() => {
    let isMeant = false
    const close = () => {
      isMeant = true
      window.close()
    }
    // In Electron this keeps the window open without a word of its own.
    const beforeClosing = (event: BeforeUnloadEvent) => {
      if (isMeant || !isUnsaved(useEditor.getState(), original)) return
      event.preventDefault()
      setWay({ go: close })
    }
    window.addEventListener('beforeunload', beforeClosing)
    return () => window.removeEventListener('beforeunload', beforeClosing)
  }, [original])
  if (!way) return null
  return (
    <ConfirmDialog title={t('unsaved')} action={t('leave')} danger onConfirm={way.go} onClose={() => setWay(null)}>
      {t('unsavedWhy')}
    </ConfirmDialog>
  )
}
