import { Progress } from 'antd'
import type { ReactElement } from 'react'
import type { RunningTask } from '../tasks.ts'
import { useText } from '../text/language.ts'
import { Button } from './Button.tsx'
import './blocks.css'

/** A long piece of work: its name, what it is at, how far, and a way to stop it. */
export function TaskProgress({ task, label }: { task: RunningTask; label: string }): ReactElement | null {
  const t = useText('common')
  if (!task.shown) return null
  const { progress } = task
  const percent = progress && progress.total > 0 ? Math.round((progress.done / progress.total) * 100) : 0
  return (
    <div className="task-progress">
      <div className="line">
        <span className="what">{progress?.label ? t('pair', { what: label, of: progress.label }) : label}</span>
        {progress && progress.total > 0 && (
          <span className="figures">
            {progress.done} / {progress.total}
          </span>
        )}
      </div>
      <Progress percent={percent} showInfo={false} size="small" status="active" aria-label={label} />
      <Button small onClick={task.cancel}>
        {t('cancelTask')}
      </Button>
    </div>
  )
}
