import type { ReactElement } from 'react'
import type { Finding } from '../../rules/answers.ts'
import { labelAt } from '../profile/fields.ts'
import { useWhere } from '../route.ts'
import { type Key, useOurs, useText } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { useDesk } from './desk.ts'

/** Until when it can be submitted as it stands, and what runs out first, leading there. */
export function DeadlineLine(): ReactElement | null {
  const { deadline, view } = useDesk()
  const goTo = useWhere((where) => where.goTo)
  const line = useDeadlineLine()
  if (!deadline?.date || !deadline.first) return null
  const { date, first } = deadline
  const text = line(date, first)
  return (
    <p className="deadline">
      <Icon name="clock" size={16} />
      {labelAt(view.filing, first.at) === null ? (
        <span>{text}</span>
      ) : (
        <button type="button" className="link" onClick={() => goTo({ page: 'profile', at: first.at })}>
          {text}
        </button>
      )}
    </p>
  )
}

function useDeadlineLine(): (date: string, first: Finding) => string {
  const t = useText('knowledge')
  const ours = useOurs()
  return (date, first) => {
    const [year, month, day] = date.split('-').map(Number)
    const shown = t('day', { year: year ?? '', month: month ?? '', date: day ?? '' })
    const end = endAt(first.at)
    return end ? t('deadline', { day: shown, what: t(end) }) : t('deadlineOther', { day: shown, what: ours(first) })
  }
}

/** The two kinds of end that have a plain name. */
function endAt(at: string): Key<'knowledge'> | null {
  if (/domains\[\d+\]\.expires$/.test(at)) return 'domainValidity'
  return /certificate\.validUntil$/.test(at) ? 'certificateValidity' : null
}
