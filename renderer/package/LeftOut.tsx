import type { ReactElement } from 'react'
import { useDesk } from '../filing/desk.ts'
import { looseImages, trayKey } from '../filing/tasks-view.ts'
import { nameOf } from '../images/name.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'

/** Pictures of no paper: the package goes out without them, so they are named, with the way to sort them. */
export function LeftOut(): ReactElement | null {
  const t = useText('output')
  const common = useText('common')
  const { images, tasks, checklist } = useDesk()
  const goTo = useWhere((where) => where.goTo)
  const loose = checklist ? looseImages(images, tasks) : []
  if (loose.length === 0) return null
  const sort = () => {
    goTo({ page: 'tasks' })
    requestAnimationFrame(() => document.getElementById(trayKey)?.scrollIntoView({ block: 'center' }))
  }
  return (
    <div className="export-open open">
      <Icon name="info" />
      <p>{t('leftOut', { count: loose.length, names: loose.map(nameOf).join(common('comma')) })}</p>
      <Button small onClick={sort}>
        {t('sort')}
      </Button>
    </div>
  )
}
