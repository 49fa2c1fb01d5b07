import { Slider } from 'antd'
import { type ReactElement, useId, useRef } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Tone } from '../../rules/schema.ts'
import { plainTone, toneParts } from '../../rules/tone.ts'
import { ask } from '../bridge.ts'
import { useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { listNow, useEditor } from './editor-store.ts'
import { NumberBox } from './NumberBox.tsx'
import { ShownChoice } from './ShownChoice.tsx'
import { toneOf, withTone } from './steps.ts'

/** Light and colour of the whole picture, as far as a document stays itself; shown while it is set. */
export function ToneTool({ image }: { image: ImageView }): ReactElement {
  const t = useText('editor')
  const id = useId()
  const { history, at, tone, commit, mark, set } = useEditor()
  const limits = useDesk().catalog.tone
  const list = listNow({ history, at })
  const now = tone ?? toneOf(list)
  const sliding = useRef(false)
  const put = (next: Tone, goesOn = false) => {
    mark({ tone: next }, goesOn)
    // The original shows nothing of it.
    if (useEditor.getState().shown === 'before') set({ shown: 'after' })
  }
  const suggest = useDeed(async () => {
    const found = await ask('image/suggest-tone', { image: image.id, adjustments: list })
    // Meanwhile another tool may be in hand.
    if (useEditor.getState().tool !== 'tone') return
    if (found) put(found)
    tell(t(found ? 'toneSuggested' : 'noPaper'))
  })
  return (
    <>
      <p>{t('toneHint')}</p>
      <Button icon="tone" busy={suggest.running} onClick={() => suggest.start()}>
        {t('suggestTone')}
      </Button>
      {suggest.error && <FailureNote error={suggest.error} />}
      <ShownChoice />
      <div className="tones">
        {toneParts.map((part) => {
          const [min, max] = limits[part]
          const change = (value: number, goesOn: boolean) => put({ ...now, [part]: value }, goesOn)
          return (
            <div key={part}>
              <label htmlFor={`${id}-${part}`}>{t(part)}</label>
              <Slider
                value={now[part]}
                min={min}
                max={max}
                step={0.01}
                onChange={(value) => {
                  change(value, sliding.current)
                  sliding.current = true
                }}
                onChangeComplete={() => {
                  sliding.current = false
                }}
                ariaLabelForHandle={t(part)}
                tooltip={{ open: false }}
              />
              <NumberBox id={`${id}-${part}`} value={now[part]} min={min} max={max} step={0.01} onChange={change} />
            </div>
          )
        })}
      </div>
      <Button kind="primary" onClick={() => commit(withTone(list, now))}>
        {t('applyTone')}
      </Button>
      <Button icon="reset" onClick={() => put(plainTone)}>
        {t('resetTone')}
      </Button>
    </>
  )
}
