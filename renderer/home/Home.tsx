import type { ReactElement } from 'react'
import { ask } from '../bridge.ts'
import { keepAnswer, useDeed } from '../calls.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { IconButton } from '../ui/Button.tsx'
import { Menu } from '../ui/Menu.tsx'
import { undoLast } from '../ui/notices.ts'
import { useShortcuts } from '../ui/shortcuts.ts'
import { Brand, TopBar } from '../ui/TopBar.tsx'
import { AgencyHome } from './AgencyHome.tsx'
import { SelfHome } from './SelfHome.tsx'
import './home.css'

/** The first page after the first run: my filings, or the clients of an agency. */
export function Home({ role }: { role: 'self' | 'agency' }): ReactElement {
  const t = useText('home')
  const start = useText('start')
  const rules = useText('rules')
  const blanks = useText('blanks')
  const { goToRules, goToBlanks } = useWhere()
  const other = role === 'self' ? 'agency' : 'self'
  const change = useDeed(async () => keepAnswer('settings/get', {}, await ask('settings/set', { role: other })))
  useShortcuts({ 'Ctrl+z': undoLast })
  return (
    <>
      <TopBar
        right={
          <>
            <IconButton icon="blank" name={blanks('open')} onClick={goToBlanks} />
            <IconButton icon="document" name={rules('open')} onClick={goToRules} />
            <Menu
              name={t('role')}
              lines={[
                {
                  key: 'role',
                  label: t('changeRole', { role: start(other) }),
                  icon: 'people',
                  run: () => change.start(),
                },
              ]}
            />
          </>
        }
      >
        <Brand />
      </TopBar>
      {role === 'self' ? <SelfHome /> : <AgencyHome />}
    </>
  )
}
