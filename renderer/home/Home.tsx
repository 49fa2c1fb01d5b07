import type { ReactElement } from 'react'
import { ask } from '../bridge.ts'
import { keepAnswer, useDeed } from '../calls.ts'
import { useText } from '../text/language.ts'
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
  const other = role === 'self' ? 'agency' : 'self'
  const change = useDeed(async () => keepAnswer('settings/get', {}, await ask('settings/set', { role: other })))
  useShortcuts({ 'Ctrl+z': undoLast })
  return (
    <>
      <TopBar
        right={
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
        }
      >
        <Brand />
      </TopBar>
      {role === 'self' ? <SelfHome /> : <AgencyHome />}
    </>
  )
}
