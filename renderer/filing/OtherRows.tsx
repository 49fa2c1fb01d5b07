import type { ReactElement } from 'react'
import { useAnswer } from '../calls.ts'
import { openPlaces } from '../profile/fields.ts'
import { useWhere } from '../route.ts'
import { useOurs, useText } from '../text/language.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useDesk } from './desk.ts'

interface RowProps {
  icon: IconName
  title: string
  hint: string
  status?: string
  open?: boolean
  onOpen(): void
}

/** A line that leads to a page of its own. */
function LeadRow({ icon, title, hint, status, open, onOpen }: RowProps): ReactElement {
  return (
    <button type="button" className="lead-row" onClick={onOpen}>
      <Icon name={icon} size={20} />
      <span className="task-text">
        <span className="task-title">{title}</span>
        <span className="aside">{hint}</span>
      </span>
      {status && <span className={open ? 'lead-open' : 'aside'}>{status}</span>}
      <Icon name="chevron" size={16} />
    </button>
  )
}

export function ProfileRow(): ReactElement {
  const { view } = useDesk()
  const t = useText('filing')
  const goTo = useWhere((where) => where.goTo)
  const gaps = openPlaces(view.filing).length
  return (
    <LeadRow
      icon="pencil"
      title={t('profile')}
      hint={t('profileHint')}
      status={gaps > 0 ? t('profileGaps', { count: gaps }) : t('profileDone')}
      open={gaps > 0}
      onOpen={() => goTo({ page: 'profile', at: null })}
    />
  )
}

/** A form belongs to one service, so several services have a line each. */
export function FormRows(): ReactElement {
  const { view } = useDesk()
  const t = useText('filing')
  const formText = useText('forms')
  const ours = useOurs()
  const goTo = useWhere((where) => where.goTo)
  const forms = useAnswer('form/list', {})
  const services = Math.max(1, view.filing.services?.length ?? 0)
  if (forms.error) return <FailureNote error={forms.error} onRetry={() => void forms.refetch()} />
  return (
    <>
      {(forms.data ?? []).flatMap((form) =>
        Array.from({ length: services }, (_, service) => {
          const name = view.filing.services?.[service]?.name ?? t('forService', { n: service + 1 })
          return (
            <LeadRow
              key={`${form.id}-${String(service)}`}
              icon="document"
              title={ours(form.title)}
              hint={[services > 1 && name, formText('edition', { edition: form.edition })].filter(Boolean).join(' · ')}
              onOpen={() => goTo({ page: 'form', form: form.id, service })}
            />
          )
        }),
      )}
    </>
  )
}

export function ExportRow(): ReactElement {
  const t = useText('filing')
  const goTo = useWhere((where) => where.goTo)
  return <LeadRow icon="export" title={t('export')} hint={t('exportHint')} onOpen={() => goTo({ page: 'export' })} />
}
