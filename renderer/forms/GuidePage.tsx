import { type ReactElement, useState } from 'react'
import { ask, chooseSave, reveal } from '../bridge.ts'
import { useAnswer, useDeed } from '../calls.ts'
import { subjectName, useDesk } from '../filing/desk.ts'
import { PageHead } from '../filing/PageHead.tsx'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { fileName } from './form-view.ts'
import { PaperView } from './PaperView.tsx'
import './forms.css'

/** Where each paper of this filing is signed, sealed and dated: the pages as they are printed. */
export function GuidePage(): ReactElement {
  const t = useText('forms')
  const { view, today } = useDesk()
  const [page, setPage] = useState(0)
  const input = { filing: view.id, on: today }
  const picture = useAnswer('form/guide-preview', { ...input, page, side: 1600 }, { keepPrevious: true })
  const save = useDeed(async () => {
    const out = await chooseSave('pdf', `${fileName(`${t('guide')}-${subjectName(view)}`)}.pdf`)
    if (out === null) return
    const written = await ask('form/guide', { ...input, out })
    tell(t('saved', { path: written.out }), { action: { label: t('show'), run: () => void reveal(written.out) } })
  })
  return (
    <div className="form-page">
      <PageHead
        title={t('guide')}
        aside={
          <Button kind="primary" icon="document" busy={save.running} onClick={() => save.start()}>
            {t('save')}
          </Button>
        }
      />
      <main id="main" tabIndex={-1} className="form-preview guide" aria-label={t('guide')}>
        {save.error && <FailureNote error={save.error} />}
        <PaperView
          picture={picture}
          page={page}
          pages={picture.data?.pages ?? 1}
          title={t('guide')}
          onPage={(next) => setPage(next)}
        />
      </main>
    </div>
  )
}
