import type { ReactElement } from 'react'
import type { Filing } from '../../rules/schema.ts'
import { type Key, useText } from '../text/language.ts'
import { openPlaces } from './fields.ts'

export type PartName = Extract<Key<'profile'>, 'basics' | 'subject' | 'legal' | 'responsible' | 'service'>

export const partId = (part: PartName) => `part-${part}`

/** The parts of the page, to jump to. */
export function SectionNav({ values }: { values: Filing }): ReactElement {
  const t = useText('profile')
  const open = openPlaces(values).map(partOf)
  const parts: PartName[] =
    values.subject?.nature === 'individual'
      ? ['basics', 'subject', 'responsible', 'service']
      : ['basics', 'subject', 'legal', 'responsible', 'service']
  const jump = (part: PartName) => {
    const place = document.getElementById(partId(part))
    place?.scrollIntoView({ block: 'start' })
    place?.querySelector('input')?.focus({ preventScroll: true })
  }
  return (
    <nav className="section-nav" aria-label={t('sections')}>
      <ul>
        {parts.map((part) => (
          <li key={part}>
            <button type="button" onClick={() => jump(part)}>
              {t(part)}
              <OpenCount count={open.filter((one) => one === part).length} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The part of the page that holds a place. */
export function partOf(at: string): PartName {
  if (at.startsWith('services')) return 'service'
  if (at.startsWith('subject.legalRepresentative')) return 'legal'
  if (at.startsWith('subject.responsiblePerson')) return 'responsible'
  return at.startsWith('subject.') && at !== 'subject.nature' ? 'subject' : 'basics'
}

function OpenCount({ count }: { count: number }): ReactElement | null {
  const t = useText('filing')
  if (count === 0) return null
  return (
    <span className="open-count figures">
      <span aria-hidden="true">{count}</span>
      <span className="hidden-text">{t('profileGaps', { count })}</span>
    </span>
  )
}
