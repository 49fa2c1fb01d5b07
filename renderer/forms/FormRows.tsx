import type { ReactElement } from 'react'
import type { AskedFormView } from '../../preload/form-views.ts'
import { chooseFolder, reveal } from '../bridge.ts'
import { useAnswer, useDeed } from '../calls.ts'
import { subjectName, useDesk } from '../filing/desk.ts'
import { LeadRow } from '../filing/OtherRows.tsx'
import { folderIn } from '../package/package-view.ts'
import { useWhere } from '../route.ts'
import { useTask } from '../tasks.ts'
import { useOurs, useText } from '../text/language.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { tell } from '../ui/notices.ts'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { fileName, formState } from './form-view.ts'

/** The papers that this filing needs with the state of each, the guide to signing them, and behind one line the others. */
export function FormRows(): ReactElement {
  const { view, today } = useDesk()
  const t = useText('forms')
  const goTo = useWhere((where) => where.goTo)
  const asked = useAnswer('form/asked', { filing: view.id, on: today }, { keepPrevious: true })
  if (asked.error) return <FailureNote error={asked.error} onRetry={() => void asked.refetch()} />
  const forms = asked.data ?? []
  return (
    <>
      {forms.map((form) => (
        <AskedRow key={`${form.form}-${String(form.service)}`} form={form} />
      ))}
      {forms.length > 0 && (
        <LeadRow icon="info" title={t('guide')} hint={t('guideHint')} onOpen={() => goTo({ page: 'guide' })} />
      )}
      {forms.length > 0 && <PrintRow />}
      {forms.length > 0 && <SaveAllRow />}
      <OtherForms asked={forms} />
    </>
  )
}

function AskedRow({ form }: { form: AskedFormView }): ReactElement {
  const { view } = useDesk()
  const t = useText('forms')
  const ours = useOurs()
  const goTo = useWhere((where) => where.goTo)
  const several = (view.filing.services?.length ?? 0) > 1
  const site = several ? view.filing.services?.[form.service]?.name : undefined
  const kind = t(form.kind === 'own-letter' ? 'kindLetter' : 'kindSheet')
  const { key, count, open } = formState(form)
  return (
    <LeadRow
      icon="document"
      title={ours(form.title)}
      hint={[site, kind].filter(Boolean).join(' · ')}
      status={t(key, { count })}
      open={open}
      onOpen={() => goTo({ page: 'form', form: form.form, service: form.service })}
    />
  )
}

function PrintRow(): ReactElement {
  const t = useText('print')
  const goToPrint = useWhere((where) => where.goToPrint)
  return <LeadRow icon="printer" title={t('open')} hint={t('openHint')} onOpen={goToPrint} />
}

function SaveAllRow(): ReactElement {
  const { view, today } = useDesk()
  const t = useText('forms')
  const task = useTask('form/write-all')
  const save = useDeed(async () => {
    const folder = await chooseFolder()
    if (folder === null) return
    const name = fileName(t('folderName', { name: subjectName(view), day: today.replaceAll('-', '') }))
    const made = await task.run({ filings: [view.id], on: today, out: folderIn(folder, name) })
    if (!made) {
      tell(t('cancelled'))
      return
    }
    const skipped = made.skipped.length > 0 ? t('skippedAll', { count: made.skipped.length }) : ''
    if (made.files.length === 0) {
      tell([t('savedNone'), skipped].filter(Boolean).join(' '))
      return
    }
    const saved = t('savedAll', { count: made.files.length, path: made.out })
    tell([saved, skipped].filter(Boolean).join(' '), {
      action: { label: t('show'), run: () => void reveal(made.out) },
    })
  })
  return (
    <div>
      <LeadRow icon="folder" title={t('saveAll')} hint={t('saveAllHint')} onOpen={() => save.start()} />
      <TaskProgress task={task} label={t('savingAll')} />
      {save.error && <FailureNote error={save.error} />}
    </div>
  )
}

/** What the checklist does not ask for; a form belongs to one service, so several services have a line each. */
function OtherForms({ asked }: { asked: readonly AskedFormView[] }): ReactElement | null {
  const { view } = useDesk()
  const t = useText('forms')
  const filingText = useText('filing')
  const ours = useOurs()
  const goTo = useWhere((where) => where.goTo)
  const all = useAnswer('form/list', {})
  if (all.error) return <FailureNote error={all.error} onRetry={() => void all.refetch()} />
  const others = (all.data ?? []).filter(({ id }) => !asked.some(({ form }) => form === id))
  const services = Array.from({ length: Math.max(1, view.filing.services?.length ?? 0) }, (_, index) => index)
  const siteOf = (service: number) =>
    view.filing.services?.[service]?.name ?? filingText('forService', { n: service + 1 })
  if (others.length === 0) return null
  return (
    <details className="asks">
      <summary className="lead-row">
        <Icon name="question" size={20} />
        <span className="task-text">
          <span className="task-title">{t('others')}</span>
          <span className="aside">{t('othersHint')}</span>
        </span>
        <span className="aside figures">{t('othersCount', { count: others.length })}</span>
        <Icon name="down" size={16} />
      </summary>
      <div className="rows">
        {others.flatMap(({ id, title, kind }) =>
          services.map((service) => (
            <LeadRow
              key={`${id}-${String(service)}`}
              icon="document"
              title={ours(title)}
              hint={[services.length > 1 && siteOf(service), t(kind === 'own-letter' ? 'kindLetter' : 'kindSheet')]
                .filter(Boolean)
                .join(' · ')}
              onOpen={() => goTo({ page: 'form', form: id, service })}
            />
          )),
        )}
      </div>
    </details>
  )
}
