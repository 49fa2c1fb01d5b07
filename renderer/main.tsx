/**
 * The start of the page: with the settings and the clients in hand the first picture is the finished one. What the
 * other pages need, their code and the knowledge in the engine, follows when that picture is on the screen.
 */
import './page-rules.ts'
import 'antd/dist/antd.css'
import './ui/theme.css'
import './ui/page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { prepareAnswer } from './calls.ts'
import { readLaterPages } from './later-pages.ts'
import { startLanguage } from './text/language.ts'

async function start(): Promise<void> {
  // What fails here is asked again by the page that shows it.
  const [settings] = await Promise.all([
    prepareAnswer('settings/get', {}),
    prepareAnswer('client/list', { search: '' }),
  ])
  // The language is part of the settings; without them it is Chinese.
  await startLanguage(settings?.language ?? 'zh')
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<StrictMode>{<App />}</StrictMode>)
}

/** Once, when something was first painted and nothing else is to be done. */
function afterFirstPicture(then: () => void): void {
  new PerformanceObserver((list, observer) => {
    if (list.getEntriesByName('first-contentful-paint').length === 0) return
    observer.disconnect()
    requestIdleCallback(then)
  }).observe({ type: 'paint', buffered: true })
}

void start()
afterFirstPicture(() => {
  void readLaterPages()
  void prepareAnswer('catalog/get', {})
})
