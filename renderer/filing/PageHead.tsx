import type { ReactElement, ReactNode } from 'react'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { IconButton } from '../ui/Button.tsx'

/** The head of a page inside a filing: back to the task list, what it is, and what belongs on the right. */
export function PageHead(props: { title: string; aside?: ReactNode; onBack?: () => void }): ReactElement {
  const t = useText('output')
  const goTo = useWhere((where) => where.goTo)
  return (
    <div className="page-head">
      <IconButton icon="back" name={t('toTasks')} onClick={props.onBack ?? (() => goTo({ page: 'tasks' }))} />
      <h1>{props.title}</h1>
      <div className="page-head-aside">{props.aside}</div>
    </div>
  )
}
