import { type ReactElement, useEffect, useId } from 'react'
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
import { isMarked, listNow, useEditor } from './editor-store.ts'
import { placed } from './geometry.ts'
import { keep } from './keep-mark.ts'
import { NumberBox } from './NumberBox.tsx'
import { mappedCorners, movedCorner, straightenBase, withStraighten } from './steps.ts'

/** What the four corners need: help to find them, proportions, numbers, and the word to go. */
export function StraightenTool({ image }: { image: ImageView }): ReactElement {
  const t = useText('editor')
  const editor = useEditor()
  const { corners, aspect, set, mark } = editor
  const list = listNow(editor)
  const suggest = useSuggestion(image)
  const fine = corners !== null && isClockwise(corners)
  // Of a picture with corners, a proportion changes the result; before that, it only says how corners will be taken.
  const choose = straightenBase(list).corners || isMarked(editor) ? mark : set
  return (
    <>
      <p>{t('straightenHint')}</p>
      <Button icon="corners" busy={suggest.running} onClick={() => suggest.start()}>
        {t(suggest.running ? 'suggesting' : 'suggest')}
      </Button>
      {suggest.error && <FailureNote error={suggest.error} />}
      <AspectChoice value={aspect} onChange={(next) => choose({ aspect: next })} />
      {corners && !fine && (
        <p role="alert" className="field-error">
          {t('crossing')}
        </p>
      )}
      <Button kind="primary" disabled={!fine} onClick={() => corners && keep(withStraighten(list, corners, aspect))}>
        {t('applyStraighten')}
      </Button>
      <CornerNumbers image={image} />
    </>
  )
}

/** Asked for by itself where no corners are set yet; what the person has moved meanwhile stays. */
function useSuggestion(image: ImageView) {
  const t = useText('editor')
  const { before, corners } = straightenBase(useEditor(listNow))
  const suggest = useDeed(async (asked: boolean) => {
    const found = await ask('image/suggest-corners', { image: image.id })
    const editor = useEditor.getState()
    const { tool, set, mark } = editor
    if (tool !== 'straighten' || (isMarked(editor) && !asked)) return
    const shown = found.corners ?? found.offered
    const put = asked ? mark : set
    if (shown) put({ corners: mappedCorners(shown, image, before) })
    tell(t(found.corners ? 'suggested' : shown ? 'offered' : 'notFound'))
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the tool is taken in hand
  useEffect(() => {
    if (!corners) suggest.start(false)
  }, [])
  return { ...suggest, start: () => suggest.start(true) }
}

function CornerNumbers({ image }: { image: ImageView }): ReactElement | null {
  const t = useText('editor')
  const id = useId()
  const { history, at, corners, mark } = useEditor()
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
                onChange={(next, goesOn) => mark({ corners: movedCorner(corners, which, [next, y], size) }, goesOn)}
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
                onChange={(next, goesOn) => mark({ corners: movedCorner(corners, which, [x, next], size) }, goesOn)}
              />
            </span>,
          ]
        })}
      </div>
    </details>
  )
}
