import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'

/** What came of a piece of work, rendered when it is there: brought into sight, and where reading goes on. */
export function InSight({ children }: { children: ReactNode }): ReactElement {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'start' })
    place.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div ref={place} tabIndex={-1} className="in-sight">
      {children}
    </div>
  )
}
