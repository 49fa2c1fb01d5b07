import type { ReactElement, ReactNode } from 'react'
import { failureText } from '../../preload/failures.ts'
import { failureOf } from '../bridge.ts'
import { useLanguage, useText } from '../text/language.ts'
import { Button } from './Button.tsx'
import { Icon } from './icons.tsx'
import './blocks.css'

/** What happened and what to do, where it happened. */
export function FailureNote(props: {
  error: unknown
  onRetry?: () => void
  title?: string
  children?: ReactNode
}): ReactElement {
  const t = useText('common')
  const language = useLanguage()
  return (
    <div className="failure-note" role="alert">
      <Icon name="alert" />
      <div>
        {props.title && <h3>{props.title}</h3>}
        <p>{failureText(failureOf(props.error), language)}</p>
        {props.children}
        {props.onRetry && (
          <Button small onClick={props.onRetry}>
            {t('retry')}
          </Button>
        )}
      </div>
    </div>
  )
}
