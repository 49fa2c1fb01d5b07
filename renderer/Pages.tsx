import './schema-rules.ts'
import type { ReactElement } from 'react'
import { BlanksPage } from './blanks/BlanksPage.tsx'
import { PlacePage } from './blanks/PlacePage.tsx'
import { Workspace } from './filing/Workspace.tsx'
import { PackagesPage } from './package/PackagesPage.tsx'
import { PrintPage } from './print/PrintPage.tsx'
import type { Route } from './route.ts'
import { RulesPage } from './rules/RulesPage.tsx'

/** Every page but the first, which does not wait for them (later-pages.ts). */
export function Page({ route }: { route: Exclude<Route, { screen: 'home' }> }): ReactElement {
  if (route.screen === 'filing') return <Workspace key={route.filing} id={route.filing} />
  if (route.screen === 'print') return <PrintPage of={route.filing} />
  if (route.screen === 'packages') return <PackagesPage />
  if (route.screen === 'rules') return <RulesPage />
  if (route.screen === 'blanks') return <BlanksPage />
  return <PlacePage key={route.blank} id={route.blank} />
}
