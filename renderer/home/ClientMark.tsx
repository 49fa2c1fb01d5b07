import type { CSSProperties, ReactElement } from 'react'
import { clientHue, clientSign } from './client-view.ts'
import './client-mark.css'

export const hueStyle = (id: string) => ({ '--hue': clientHue(id) }) as CSSProperties

/** The client's colour and first sign. Always beside the name. */
export function ClientMark({ id, name, large }: { id: string; name: string; large?: boolean }): ReactElement {
  return (
    <span className={`client-mark ${large ? 'large' : ''}`} style={hueStyle(id)} aria-hidden="true">
      {clientSign(name)}
    </span>
  )
}
