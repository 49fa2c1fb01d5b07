import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type ReactElement, useEffect, useMemo } from 'react'
import { queries, useAnswer } from './calls.ts'
import { EngineNote } from './EngineNote.tsx'
import { Home } from './home/Home.tsx'
import { useLaterPages } from './later-pages.ts'
import { PageGuard } from './PageGuard.tsx'
import { useWhere } from './route.ts'
import { FirstRun } from './start/FirstRun.tsx'
import { useLanguage, useText } from './text/language.ts'
import { FailureNote } from './ui/FailureNote.tsx'
import { keepFocus } from './ui/focus.ts'
import { Notices } from './ui/Notices.tsx'
import { themeFor, useMedia } from './ui/theme.ts'

export function App(): ReactElement {
  const language = useLanguage()
  const night = useMedia('(prefers-color-scheme: dark)')
  const still = useMedia('(prefers-reduced-motion: reduce)')
  useEffect(keepFocus, [])
  const theme = useMemo(() => themeFor(night, still), [night, still])
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS}>
        <SkipLink />
        <EngineNote />
        <PageGuard>
          <Screen />
        </PageGuard>
        <Notices />
      </ConfigProvider>
    </QueryClientProvider>
  )
}

function Screen(): ReactElement | null {
  const settings = useAnswer('settings/get', {})
  const route = useWhere((where) => where.route)
  const later = useLaterPages()
  if (settings.error) return <Stopped error={settings.error} onRetry={() => void settings.refetch()} />
  if (!settings.data) return null
  if (settings.data.role === null) return <FirstRun />
  if (route.screen === 'home') return <Home role={settings.data.role} />
  return later && <later.Page route={route} />
}

function SkipLink(): ReactElement {
  const t = useText('common')
  const skip = () => document.getElementById('main')?.focus()
  return (
    <button type="button" className="skip-link" onClick={skip}>
      {t('skip')}
    </button>
  )
}

/** Without settings there is no page to show; the reason is. */
function Stopped(props: { error: unknown; onRetry(): void }): ReactElement {
  return (
    <main id="main" tabIndex={-1} className="page narrow">
      <FailureNote error={props.error} onRetry={props.onRetry} />
    </main>
  )
}
