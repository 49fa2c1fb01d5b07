import { type ReactElement, useId } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Size } from '../../rules/geometry.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { AspectChoice } from './AspectChoice.tsx'
import { listNow, useEditor } from './editor-store.ts'
import { placed } from './geometry.ts'
import { NumberBox } from './NumberBox.tsx'
import { cropBase, type Frame, fittedFrame, withCrop } from './steps.ts'

/** What the crop frame needs: proportions, numbers, and the word to go. */
export function CropTool({ image }: { image: ImageView }): ReactElement {
  const t = useText('editor')
  const { history, at, frame, cropAspect, commit, mark } = useEditor()
  const list = listNow({ history, at })
  const { size } = placed(image, cropBase(list).before)
  return (
    <>
      <p>{t('cropHint')}</p>
      <AspectChoice
        value={cropAspect}
        onChange={(next) => mark({ cropAspect: next, frame: fittedFrame(size, next) })}
      />
      <Button kind="primary" disabled={!frame} onClick={() => frame && commit(withCrop(list, frame, size))}>
        {t('applyCrop')}
      </Button>
      {frame && <FrameNumbers frame={frame} size={size} onChange={(next, goesOn) => mark({ frame: next }, goesOn)} />}
    </>
  )
}

interface FrameNumbersProps {
  frame: Frame
  size: Size
  onChange(frame: Frame, goesOn: boolean): void
}

function FrameNumbers({ frame, size, onChange }: FrameNumbersProps) {
  const t = useText('editor')
  const id = useId()
  const sides = [
    { key: 'left', label: t('fieldLeft'), min: 0, max: size.width - frame.width },
    { key: 'top', label: t('fieldTop'), min: 0, max: size.height - frame.height },
    { key: 'width', label: t('fieldWidth'), min: 16, max: size.width - frame.left },
    { key: 'height', label: t('fieldHeight'), min: 16, max: size.height - frame.top },
  ] as const
  return (
    <details className="numbers">
      <summary>{t('numbers')}</summary>
      <div className="number-grid">
        {sides.map(({ key, label, min, max }) => (
          <span key={key}>
            <label htmlFor={`${id}-${key}`}>{label}</label>
            <NumberBox
              id={`${id}-${key}`}
              value={frame[key]}
              min={min}
              max={max}
              onChange={(next, goesOn) => onChange({ ...frame, [key]: next }, goesOn)}
            />
          </span>
        ))}
      </div>
    </details>
  )
}
