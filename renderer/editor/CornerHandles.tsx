import { type CSSProperties, type ReactElement, useState } from 'react'
import { isClockwise, type Point, type Size } from '../../rules/geometry.ts'
import type { Corners } from '../../rules/schema.ts'
import { type Key, useText } from '../text/language.ts'
import { dragFrom, nudgeOf } from './drag.ts'
import { movedCorner } from './steps.ts'

export const cornerNames: readonly Key<'editor'>[] = ['topLeft', 'topRight', 'bottomRight', 'bottomLeft']

interface CornerHandlesProps {
  size: Size
  scale: number
  corners: Corners
  /** `goesOn`: still the same move, of the pointer or of a key held down. */
  onChange(corners: Corners, goesOn: boolean): void
  /** Draws the picture at a scale; also used by the magnifier. */
  picture(scale: number, style?: CSSProperties): ReactElement
}

/** Four corners to drag, or to move with the arrow keys; a magnifier shows where the one in hand lies. */
export function CornerHandles({ size, scale, corners, onChange, picture }: CornerHandlesProps): ReactElement {
  const t = useText('editor')
  const [held, setHeld] = useState<number | null>(null)
  const outline = corners.map(([x, y]) => `${x * scale},${y * scale}`).join(' ')
  const point = held === null ? undefined : corners[held]
  return (
    <div className="handles" style={{ width: size.width * scale, height: size.height * scale }}>
      {picture(scale)}
      <svg aria-hidden="true" className={`outline ${isClockwise(corners) ? '' : 'crossed'}`}>
        <path d={`M0 0H${size.width * scale}V${size.height * scale}H0Z M${outline.replaceAll(' ', ' L')}Z`} />
        <polygon points={outline} />
      </svg>
      {corners.map(([x, y], at) => (
        <button
          key={cornerNames[at]}
          type="button"
          className="handle"
          style={{ left: x * scale, top: y * scale }}
          aria-label={t('corner', { which: t(cornerNames[at] ?? 'topLeft'), x: Math.round(x), y: Math.round(y) })}
          onFocus={() => setHeld(at)}
          onBlur={() => setHeld(null)}
          onPointerDown={(event) =>
            dragFrom(event, scale, (dx, dy, goesOn) =>
              onChange(movedCorner(corners, at, [x + dx, y + dy], size), goesOn),
            )
          }
          onKeyDown={(event) => {
            const nudge = nudgeOf(event, scale)
            if (nudge) onChange(movedCorner(corners, at, [x + nudge[0], y + nudge[1]], size), event.repeat)
          }}
        />
      ))}
      {point && <Magnifier point={point} size={size} scale={scale} picture={picture} />}
    </div>
  )
}

/** Odd, so that the cross, one pixel wide, has its middle where that of the lens is. */
const lens = 149

function Magnifier({
  point,
  size,
  scale,
  picture,
}: { point: Point } & Pick<CornerHandlesProps, 'size' | 'scale' | 'picture'>) {
  const near = scale * 3
  const [x, y] = [point[0] * scale, point[1] * scale]
  // Beside the corner, towards the middle, so that neither hand nor edge covers it.
  const left = x < (size.width * scale) / 2 ? x + 28 : x - 28 - lens
  const top = y < (size.height * scale) / 2 ? y + 28 : y - 28 - lens
  // Half of what is inside the rim, where the cross is too.
  const middle = (place: number) => `calc(50% - ${String(place * near)}px)`
  const shift = { position: 'absolute', left: middle(point[0]), top: middle(point[1]) } as const
  return (
    <div className="magnifier" aria-hidden="true" style={{ left, top, width: lens, height: lens }}>
      {picture(near, shift)}
    </div>
  )
}
