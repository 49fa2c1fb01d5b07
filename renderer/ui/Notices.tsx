import { type ReactElement, useEffect, useState } from 'react'
import { useText } from '../text/language.ts'
import { Button, IconButton } from './Button.tsx'
import { type Notice, stayMs, useNotices } from './notices.ts'
import './notices.css'

/** The live region of the window. */
export function Notices(): ReactElement {
  const t = useText('common')
  const notices = useNotices((board) => board.notices)
  return (
    <section className="notices" role="status" aria-live="polite" aria-label={t('results')}>
      {notices.map((notice) => (
        <NoticeLine key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function NoticeLine({ notice }: { notice: Notice }): ReactElement {
  const t = useText('common')
  const drop = useNotices((board) => board.drop)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => drop(notice.id), notice.action ? stayMs.action : stayMs.plain)
    return () => clearTimeout(timer)
  }, [held, notice, drop])
  const { action } = notice
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only stops the clock; nothing is done here
    <div
      className={`notice ${notice.tone}`}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p>{notice.text}</p>
      {action && (
        <Button
          kind="quiet"
          small
          onClick={() => {
            drop(notice.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton small icon="close" name={t('dismiss')} onClick={() => drop(notice.id)} />
    </div>
  )
}
