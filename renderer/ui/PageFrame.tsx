import { type ReactElement, type ReactNode, useEffect } from 'react'
import { useText } from '../text/language.ts'
import { IconButton } from './Button.tsx'
import { useShortcuts } from './shortcuts.ts'
import { Brand, TopBar } from './TopBar.tsx'

interface PageFrameProps {
  title: string
  onBack(): void
  /** Buttons beside the title. */
  aside?: ReactNode
  children: ReactNode
}

/** A page beside the filings: the bar, a title with the way back (Esc too), and its content, which holds `#main`. */
export function PageFrame({ title, onBack, aside, children }: PageFrameProps): ReactElement {
  const common = useText('common')
  useShortcuts({ Escape: onBack })
  // Reading goes on here, not on the button that is gone.
  useEffect(() => document.getElementById('main')?.focus({ preventScroll: true }), [])
  return (
    <>
      <TopBar>
        <Brand />
      </TopBar>
      <div className="page-head">
        <IconButton icon="back" name={common('back')} onClick={onBack} />
        <h1>{title}</h1>
        {aside && <div className="page-head-aside">{aside}</div>}
      </div>
      {children}
    </>
  )
}
