import { Component, type ReactNode } from 'react'
import { useWhere } from './route.ts'
import { say } from './text/language.ts'
import { Button } from './ui/Button.tsx'
import './ui/blocks.css'

interface State {
  error: Error | null
}

/** A bug on one page must not empty the window: it says so and leads back to the start. */
export class PageGuard extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (!error) return this.props.children
    const t = say('common')
    const home = () => {
      useWhere.getState().goHome()
      this.setState({ error: null })
    }
    return (
      <main id="main" tabIndex={-1} className="page narrow" role="alert">
        <h1>{t('broken')}</h1>
        <p>{t('brokenWhy')}</p>
        <pre className="selectable detail">{error.message}</pre>
        <Button kind="primary" onClick={home}>
          {t('backHome')}
        </Button>
      </main>
    )
  }
}
