import type { ReactElement, ReactNode } from 'react'
import { cornersOf, type Size } from '../../rules/geometry.ts'
import { useText } from '../text/language.ts'
import { cornerNames } from './CornerHandles.tsx'
import { dragFrom, nudgeOf } from './drag.ts'
import { type Aspect, type Frame, movedFrame, pulledFrame } from './steps.ts'

interface CropFrameProps {
  size: Size
  scale: number
  frame: Frame
  aspect: Aspect
  /** `goesOn`: still the same move, of the pointer or of a key held down. */
  onChange(frame: Frame, goesOn: boolean): void
  children: ReactNode
}

/** A frame over the picture: its corners are pulled, its middle moves it; arrow keys do the same. */
export function CropFrame({ size, scale, frame, aspect, onChange, children }: CropFrameProps): ReactElement {
  const t = useText('editor')
  const { left, top, width, height } = frame
  const box = { left: left * scale, top: top * scale, width: width * scale, height: height * scale }
  const points = cornersOf(frame).map(([x, y]) => [x + left, y + top] as const)
  const outside = `M0 0H${size.width * scale}V${size.height * scale}H0Z`
  const inside = `M${box.left} ${box.top}h${box.width}v${box.height}h${-box.width}Z`
  return (
    <div className="handles" style={{ width: size.width * scale, height: size.height * scale }}>
      {children}
      <svg aria-hidden="true" className="outline">
        <path d={`${outside} ${inside}`} />
      </svg>
      <button
        type="button"
        className="crop-frame"
        style={box}
        aria-label={t('frame', { left, top, width, height })}
        onPointerDown={(event) =>
          dragFrom(event, scale, (dx, dy, goesOn) => onChange(movedFrame(frame, dx, dy, size), goesOn))
        }
        onKeyDown={(event) => {
          const nudge = nudgeOf(event, scale)
          if (nudge) onChange(movedFrame(frame, nudge[0], nudge[1], size), event.repeat)
        }}
      />
      {points.map(([x, y], at) => (
        <button
          key={cornerNames[at]}
          type="button"
          className="handle"
          style={{ left: x * scale, top: y * scale }}
          aria-label={t('corner', { which: t(cornerNames[at] ?? 'topLeft'), x, y })}
          onPointerDown={(event) =>
            dragFrom(event, scale, (dx, dy, goesOn) =>
              onChange(pulledFrame(frame, at, [x + dx, y + dy], size, aspect), goesOn),
            )
          }
          onKeyDown={(event) => {
            const nudge = nudgeOf(event, scale)
            if (nudge) onChange(pulledFrame(frame, at, [x + nudge[0], y + nudge[1]], size, aspect), event.repeat)
          }}
        />
      ))}
    </div>
  )
}
