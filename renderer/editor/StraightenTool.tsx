import { type ReactElement, useId } from 'react'
import type { ImageView } from '../../preload/views.ts'
import { isClockwise } from '../../rules/geometry.ts'
import { ask } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { AspectChoice } from './AspectChoice.tsx'
import { cornerNames } from './CornerHandles.tsx'
import { listNow, useEditor } from './editor-store.ts'
import { placed } from './geometry.ts'
import { NumberBox } from './NumberBox.tsx'
import { mappedCorners, movedCorner, straightenBase, withStraighten } from './steps.ts'

/** What the four corners need: help to find them, proportions, numbers, and the word to go. */
export function StraightenTool({ image }: { image: ImageView }): ReactElement {
  const t = useText('editor')
  const { history, at, corners, aspect, commit, set } = useEditor()
  const list = listNow({ history, at })
  const { before } = straightenBase(list)
  const suggest = useDeed(async () => {
    const found = await ask('image/suggest-corners', { image: image.id })
    if (found.corners) set({ corners: mappedCorners(found.corners, image, before) })
    tell(t(found.corners ? 'suggested' : 'notFound'))
  })
  const fine = corners !== null && isClockwise(corners)
  const apply = () => {
    if (!corners) return
    const next = withStraighten(list, corners, aspect)
    commit(next.list)
    if (next.cropDropped) tell(t('cropDropped'))
  }
  return (
    <>
      <p>{t('straightenHint')}</p>
      <Button icon="corners" busy={suggest.running} onClick={() => suggest.start()}>
        {t(suggest.running ? 'suggesting' : 'suggest')}
      </Button>
      {suggest.error && <FailureNote error={suggest.error} />}
      <AspectChoice value={aspect} onChange={(next) => set({ aspect: next })} />
      {corners && !fine && (
        <p role="alert" className="field-error">
          {t('crossing')}
        </p>
      )}
      <Button kind="primary" disabled={!fine} onClick={apply}>
        {t('applyStraighten')}
      </Button>
      <CornerNumbers image={image} />
    </>
  )
}

function CornerNumbers({ image }: { image: ImageView }): ReactElement | null {
  const t = useText('editor')
  const id = useId()
  const { history, at, corners, set } = useEditor()
  if (!corners) return null
  const { size } = placed(image, straightenBase(listNow({ history, at })).before)
  return (
    <details className="numbers">
      <summary>{t('numbers')}</summary>
      <div className="number-grid three">
        <span />
        <span className="aside">{t('x')}</span>
        <span className="aside">{t('y')}</span>
        {corners.map(([x, y], which) => {
          const name = t(cornerNames[which] ?? 'topLeft')
          return [
            <span key={`${name}-name`}>{name}</span>,
            <span key={`${name}-x`}>
              <label className="hidden-text" htmlFor={`${id}-${String(which)}-x`}>
                {name} {t('x')}
              </label>
              <NumberBox
                id={`${id}-${String(which)}-x`}
                value={x}
                min={0}
                max={size.width}
                onChange={(next) => set({ corners: movedCorner(corners, which, [next, y], size) })}
              />
            </span>,
            <span key={`${name}-y`}>
              <label className="hidden-text" htmlFor={`${id}-${String(which)}-y`}>
                {name} {t('y')}
              </label>
              <NumberBox
                id={`${id}-${String(which)}-y`}
                value={y}
                min={0}
                max={size.height}
                onChange={(next) => set({ corners: movedCorner(corners, which, [x, next], size) })}
              />
            </span>,
          ]
        })}
      </div>
    </details>
  )
}
