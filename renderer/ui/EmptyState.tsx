import type { ReactElement, ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'
import './blocks.css'

/** Says what will be here and offers the one thing to do about it. */
export function EmptyState(props: {
  icon: IconName
  title: string
  children?: ReactNode
  action?: ReactNode
}): ReactElement {
  return (
    <div className="empty-state">
      <span className="empty-sign">
        <Icon name={props.icon} size={26} />
      </span>
      <h2>{props.title}</h2>
      {props.children && <p>{props.children}</p>}
      {props.action && <div className="empty-action">{props.action}</div>}
    </div>
  )
}
