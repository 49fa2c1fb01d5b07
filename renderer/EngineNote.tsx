import { type ReactElement, useEffect, useRef, useState } from 'react'
import { onEngine } from './bridge.ts'
import { queries } from './calls.ts'
import { say, useText } from './text/language.ts'
import { Icon } from './ui/icons.tsx'
import { tell } from './ui/notices.ts'

/** Told on every page: the engine is being restarted, or is not coming back. */
export function EngineNote(): ReactElement | null {
  const t = useText('common')
  const [state, setState] = useState<'ready' | 'restarting' | 'given-up'>('ready')
  const before = useRef(state)
  useEffect(
    () =>
      onEngine((now) => {
        if (now === 'ready' && before.current === 'restarting') tell(say('common')('engineReady'))
        before.current = now
        setState(now)
        if (now === 'ready') void queries.refetchQueries({ predicate: (query) => query.state.status === 'error' })
      }),
    [],
  )
  if (state === 'ready') return null
  return (
    <div className={`engine-note ${state}`} role="alert">
      <Icon name="alert" />
      {t(state === 'restarting' ? 'engineRestarting' : 'engineGivenUp')}
    </div>
  )
}
