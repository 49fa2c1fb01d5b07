import type { MouseEvent, ReactElement } from 'react'
import { imageOfId, moveImage } from '../images/deeds.ts'
import { useDrop } from '../images/drop.ts'
import { useWhere } from '../route.ts'
import { useOurs, useText } from '../text/language.ts'
import { NeedTag, StatusTag } from '../ui/StatusTag.tsx'
import { useDesk } from './desk.ts'
import { useWhereTo } from './place-names.ts'
import { inspectorId, type Task } from './tasks-view.ts'

/** One paper; the whole line selects it and takes dropped photos. */
export function TaskRow({ task, chosen }: { task: Task; chosen: boolean }): ReactElement {
  const t = useText('filing')
  const ours = useOurs()
  const desk = useDesk()
  const select = useWhere((where) => where.select)
  const { item, images } = task
  const place = { material: item.material, for: item.for }
  const { over, handlers } = useDrop({
    onFiles: (files) => {
      select(task.key)
      desk.takingIn.takeFiles(files, place)
    },
    onImage: (id) => {
      const image = imageOfId(desk.images, id)
      if (image) void moveImage(image, place, images.length, ours(item.title))
    },
  })
  const lines = useWhereTo(task)
  const open = (event: MouseEvent) => {
    select(task.key)
    // Pressed with the keyboard: the cursor goes on beside the list. Esc brings it back.
    if (event.detail === 0) requestAnimationFrame(() => document.getElementById(inspectorId)?.focus())
  }
  return (
    <li className={`task-row ${over ? 'over' : ''} ${task.state}`} {...handlers}>
      <button type="button" data-line id={`task-${task.key}`} aria-current={chosen} onClick={open}>
        <span className="task-text">
          <span className="task-title">
            {ours(item.title)}
            <NeedTag need={item.need} />
          </span>
          {lines.length > 0 && <span className="aside">{lines.join(' · ')}</span>}
        </span>
        <span className="task-count figures">{images.length > 0 && t('pictureCount', { count: images.length })}</span>
        <StatusTag status={task.state} />
      </button>
    </li>
  )
}
