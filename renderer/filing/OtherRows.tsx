import type { ReactElement } from 'react'
import { openPlaces } from '../profile/fields.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useDesk } from './desk.ts'

interface LeadRowProps {
  icon: IconName
  title: string
  hint: string
  status?: string
  open?: boolean
  onOpen(): void
}

/** A line that leads to a page of its own. */
export function LeadRow({ icon, title, hint, status, open, onOpen }: LeadRowProps): ReactElement {
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

export function ExportRow(): ReactElement {
  const t = useText('filing')
  const goTo = useWhere((where) => where.goTo)
  return <LeadRow icon="export" title={t('export')} hint={t('exportHint')} onOpen={() => goTo({ page: 'export' })} />
}
