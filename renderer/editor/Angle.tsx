import { type ReactElement, useId, useState } from 'react'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { NumberBox } from './NumberBox.tsx'

/** A picture a little askew is turned by a few degrees; the canvas grows, nothing is cut off. */
export function Angle({ onTurn }: { onTurn(degrees: number): void }): ReactElement {
  const t = useText('editor')
  const id = useId()
  const [degrees, setDegrees] = useState(0)
  return (
    <div className="angle">
      <label htmlFor={id}>{t('angle')}</label>
      <div className="row">
        <NumberBox id={id} value={degrees} min={-45} max={45} step={0.5} onChange={setDegrees} />
        <Button
          disabled={degrees === 0}
          onClick={() => {
            onTurn(degrees)
            setDegrees(0)
          }}
        >
          {t('turn')}
        </Button>
      </div>
    </div>
  )
}
