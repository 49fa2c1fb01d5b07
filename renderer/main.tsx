import './page-rules.ts'
import './ui/theme.css'
import './ui/page.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { ask } from './bridge.ts'
import { keepAnswer } from './calls.ts'
import { startLanguage } from './text/language.ts'

/** The language is part of the settings, so they come before the first picture; without them it is Chinese. */
async function start(): Promise<void> {
  const settings = await ask('settings/get', {}).catch(() => null)
  if (settings) keepAnswer('settings/get', {}, settings)
  await startLanguage(settings?.language ?? 'zh')
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<StrictMode>{<App />}</StrictMode>)
}

void start()
