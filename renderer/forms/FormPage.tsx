import type { ReactElement } from 'react'
import { BlankChoice } from '../blanks/BlankChoice.tsx'
import { ask, chooseSave, reveal } from '../bridge.ts'
import { useAnswer, useDeed } from '../calls.ts'
import { subjectName, useDesk } from '../filing/desk.ts'
import { PageHead } from '../filing/PageHead.tsx'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { FormReportView } from './FormReportView.tsx'
import { fileName } from './form-view.ts'
import { PagePreview } from './PagePreview.tsx'
import './forms.css'

/** One form for one service: what is filled, what is left and why, and how the page looks. */
export function FormPage({ id, service }: { id: string; service: number }): ReactElement {
  const t = useText('forms')
  const ours = useOurs()
  const { view, today } = useDesk()
  const forms = useAnswer('form/list', {})
  const form = forms.data?.find((one) => one.id === id)
  const title = form ? ours(form.title) : t('title')
  const input = { filing: view.id, form: id, service, on: today }
  const report = useAnswer('form/report', input, { keepPrevious: true })
  const save = useDeed(async (partial: boolean) => {
    const out = await chooseSave('pdf', `${fileName(`${title}-${subjectName(view)}`)}.pdf`)
    if (out === null) return
    const written = await ask('form/write', { ...input, partial, out })
    tell(t('saved', { path: written.out }), { action: { label: t('show'), run: () => void reveal(written.out) } })
  })
  return (
    <div className="form-page">
      <PageHead
        title={title}
        aside={
          <>
            <BlankChoice form={id} />
            {report.data && !report.data.complete && (
              <Button disabled={save.running} onClick={() => save.start(true)}>
                {t('savePartial')}
              </Button>
            )}
            <Button
              kind="primary"
              icon="document"
              busy={save.running}
              disabled={!report.data}
              onClick={() => save.start(false)}
            >
              {t('save')}
            </Button>
          </>
        }
      />
      <div className="form-body">
        <main id="main" tabIndex={-1} className="page form-report">
          {save.error && <FailureNote error={save.error} />}
          {report.error && <FailureNote error={report.error} onRetry={() => void report.refetch()} />}
          {report.data && <FormReportView report={report.data} service={service} />}
        </main>
        <aside className="form-preview" aria-label={t('preview')}>
          {report.data && <PagePreview input={input} pages={report.data.pages} title={title} />}
        </aside>
      </div>
    </div>
  )
}
