import type { ReactElement } from 'react'
import { type Key, useText } from '../text/language.ts'
import { Icon, type IconName } from './icons.tsx'
import './status-tag.css'

export type StatusWord = Key<'status'>

const looks: Record<StatusWord, { icon: IconName; tone: 'quiet' | 'open' | 'warning' | 'danger' }> = {
  required: { icon: 'document', tone: 'quiet' },
  later: { icon: 'clock', tone: 'quiet' },
  optional: { icon: 'empty', tone: 'quiet' },
  unknown: { icon: 'question', tone: 'quiet' },
  done: { icon: 'check', tone: 'quiet' },
  missing: { icon: 'empty', tone: 'open' },
  none: { icon: 'empty', tone: 'quiet' },
  check: { icon: 'info', tone: 'warning' },
  checking: { icon: 'clock', tone: 'quiet' },
  problem: { icon: 'alert', tone: 'danger' },
  blocker: { icon: 'alert', tone: 'danger' },
  warning: { icon: 'info', tone: 'warning' },
  overruled: { icon: 'check', tone: 'quiet' },
  note: { icon: 'info', tone: 'quiet' },
}

/** A state as a word with a sign; the colour only repeats it. What is done stays quiet. */
export function StatusTag({ status }: { status: StatusWord }): ReactElement {
  const t = useText('status')
  const { icon, tone } = looks[status]
  return (
    <span className={`status-tag ${tone}`}>
      <Icon name={icon} size={15} />
      {t(status)}
    </span>
  )
}

/** How much a paper is needed: a plain word in a frame. */
export function NeedTag({ need }: { need: 'required' | 'later' | 'optional' | 'unknown' }): ReactElement {
  const t = useText('status')
  return <span className={`need-tag ${need}`}>{t(need)}</span>
}
