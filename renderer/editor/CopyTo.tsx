import { Checkbox } from 'antd'
import { type ReactElement, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Adjustment } from '../../rules/schema.ts'
import { ask } from '../bridge.ts'
import { refresh, useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { nameOf } from '../images/name.ts'
import { previewUrl } from '../images/preview-url.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { copiedTo } from './steps.ts'

interface CopyToProps {
  image: ImageView
  list: readonly Adjustment[]
  onClose(): void
}

/** The same adjustments for other pictures of the filing. Each keeps its original, so each can be reverted. */
export function CopyTo({ image, list, onClose }: CopyToProps): ReactElement {
  const t = useText('editor')
  const common = useText('common')
  const others = useDesk().images.filter(({ id }) => id !== image.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  const copy = useDeed(async () => {
    for (const other of others.filter(({ id }) => chosen.includes(id))) {
      await ask('image/adjust', { image: other.id, adjustments: copiedTo(list, image, other) })
    }
    await refresh('image/list', 'filing/checklist', 'slot/preview')
    tell(t('copied', { count: chosen.length }))
    onClose()
  })
  return (
    <Dialog
      title={t('copyTo')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button kind="primary" disabled={chosen.length === 0} busy={copy.running} onClick={() => copy.start()}>
            {t('copyNow', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p className="aside">{t('copyHint')}</p>
        {copy.error && <FailureNote error={copy.error} />}
        <Checkbox.Group className="copy-list" value={[...chosen]} onChange={(next) => setChosen(next as string[])}>
          {others.map((other) => (
            <Checkbox key={other.id} value={other.id}>
              <img src={previewUrl(other, 160)} alt="" />
              <span>
                {nameOf(other)}
                <span className="aside">
                  {t(other.width === image.width && other.height === image.height ? 'copiesAll' : 'copiesTone')}
                </span>
              </span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </div>
    </Dialog>
  )
}
