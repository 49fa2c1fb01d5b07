import { type ReactElement, useEffect } from 'react'
import { FormRows } from '../forms/FormRows.tsx'
import { Tray } from '../images/Tray.tsx'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { useRoving } from '../ui/roving.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { AdviceList } from './Advice.tsx'
import { Asks } from './Asks.tsx'
import { useDesk } from './desk.ts'
import { Findings } from './Findings.tsx'
import { Inspector } from './Inspector.tsx'
import { ExportRow, ProfileRow } from './OtherRows.tsx'
import { materialsId, Summary } from './Summary.tsx'
import { TakingInNotes } from './TakingInNotes.tsx'
import { TaskRow } from './TaskRow.tsx'
import { firstTask, isUnsure, looseImages, type Task, trayKey } from './tasks-view.ts'

/** The task list of a filing, and beside it the selected paper. */
export function TaskPage(): ReactElement {
  const desk = useDesk()
  const t = useText('filing')
  const selected = useWhere((where) => where.selected)
  const select = useWhere((where) => where.select)
  const { tasks, images, checklist } = desk
  const shown = selected === trayKey ? undefined : (tasks.find((task) => task.key === selected) ?? firstTask(tasks))
  // The one shown first stays shown, also when it is done: adding its picture does not turn to another paper.
  useEffect(() => {
    if (selected === null && shown) select(shown.key)
  }, [selected, shown, select])
  const sure = tasks.filter((task) => !isUnsure(task))
  const tray = checklist ? looseImages(images, tasks) : []
  useShortcuts(
    Object.fromEntries(
      sure.slice(0, 9).map((task, index) => [
        String(index + 1),
        () => {
          select(task.key)
          document.getElementById(`task-${task.key}`)?.focus()
        },
      ]),
    ),
  )
  const roving = useRoving<HTMLUListElement>()
  return (
    <div className="task-page">
      <main id="main" tabIndex={-1} className="page task-list" aria-label={t('tasks')}>
        <div className="task-column">
          <Summary />
          {desk.checklistError && <FailureNote error={desk.checklistError} />}
          <TakingInNotes />
          <section aria-labelledby="facts-head">
            <h2 id="facts-head">{t('facts')}</h2>
            <div className="card rows">
              <ProfileRow />
              <Asks asks={checklist?.asks ?? []} />
            </div>
          </section>
          {tasks.length > 0 && (
            <section aria-labelledby={materialsId}>
              <div className="section-head">
                <h2 id={materialsId}>{t('materials')}</h2>
                <p className="aside">{t('materialsHint')}</p>
              </div>
              <ul className="card rows" {...roving}>
                {sure.map((task) => (
                  <TaskRow key={task.key} task={task} chosen={task === shown} />
                ))}
                {sure.length < tasks.length && <UnsureTasks tasks={tasks.filter(isUnsure)} shown={shown} />}
              </ul>
            </section>
          )}
          {tray.length > 0 && <Tray images={tray} />}
          <Findings />
          <AdviceList advice={checklist?.advice ?? []} />
          <section aria-labelledby="forms-head">
            <h2 id="forms-head">{t('forms')}</h2>
            <div className="card rows">
              <FormRows />
              <ExportRow />
            </div>
          </section>
        </div>
      </main>
      <Inspector key={shown?.key} task={shown} />
    </div>
  )
}

/** Behind one line: what may still be asked for. */
function UnsureTasks({ tasks, shown }: { tasks: readonly Task[]; shown: Task | undefined }): ReactElement {
  const t = useText('filing')
  return (
    <li>
      <details className="asks">
        <summary className="lead-row" data-line>
          <Icon name="question" size={20} />
          <span className="task-text">
            <span className="task-title">{t('unsure')}</span>
            <span className="aside">{t('unsureHint')}</span>
          </span>
          <span className="aside figures">{t('unsureCount', { count: tasks.length })}</span>
          <Icon name="down" size={16} />
        </summary>
        <ul className="rows">
          {tasks.map((task) => (
            <TaskRow key={task.key} task={task} chosen={task === shown} />
          ))}
        </ul>
      </details>
    </li>
  )
}
