import type { ReactElement } from 'react'
import { useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { type FilingLine, shownTime } from './client-view.ts'
import { openFiling } from './deeds.ts'

interface FilingRowProps {
  line: FilingLine
  /** Under its client's name, which says already whether it is the sample. */
  ofClient?: boolean
  onRemove(): void
}

/** One filing; the whole line opens it. */
export function FilingRow({ line, ofClient, onRemove }: FilingRowProps): ReactElement {
  const t = useText('home')
  const common = useText('common')
  const filing = useText('filing')
  const { day, time, isToday } = shownTime(line.updatedAt, useToday())
  const title = line.title || filing('noTitle')
  return (
    <li className="filing-row">
      <button
        type="button"
        data-line
        className="filing-open"
        aria-label={t('openFiling', { title })}
        onClick={() => openFiling(line.id)}
      >
        <Icon name="document" size={20} />
        <span className="filing-name">
          {title}
          {line.client.sample && !ofClient && <span className="sample-mark">{common('sample')}</span>}
        </span>
        <span className="aside figures">{t('updated', { when: isToday ? t('today', { time }) : day })}</span>
        <Icon name="chevron" size={16} />
      </button>
      <Menu
        small
        inList
        name={common('pair', { what: common('more'), of: title })}
        lines={[
          {
            key: 'remove',
            label: line.client.sample ? t('removeSample') : t('removeFiling'),
            icon: 'trash',
            danger: true,
            run: onRemove,
          },
        ]}
      />
    </li>
  )
}
