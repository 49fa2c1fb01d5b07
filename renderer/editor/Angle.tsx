import { type ReactElement, useId, useState } from 'react'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { NumberBox } from './NumberBox.tsx'

/** A picture a little askew is turned by a few degrees; the canvas grows, nothing is cut off. */
export function Angle({ onTurn }: { onTurn(degrees: number): void }): ReactElement {
  const t = useText('editor')
  const id = useId()
  const [degrees, setDegrees] = useState(0)
  const turn = (by: number) => {
    if (by === 0) return
    onTurn(by)
    setDegrees(0)
  }
  return (
    <div className="angle">
      <label htmlFor={id}>{t('angle')}</label>
      <div className="row">
        <NumberBox
          id={id}
          value={degrees}
          min={-45}
          max={45}
          step={0.5}
          finest={0.1}
          onChange={setDegrees}
          onEnter={turn}
        />
        <Button disabled={degrees === 0} onClick={() => turn(degrees)}>
          {t('turn')}
        </Button>
      </div>
    </div>
  )
}
