import { type CSSProperties, type ReactElement, useId } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Adjustment } from '../../rules/schema.ts'
import { previewUrl } from '../images/preview-url.ts'
import { chained, cssMatrix, leftOf, placed, scaling } from './geometry.ts'
import { toneOf } from './steps.ts'
import { ToneFilter } from './ToneFilter.tsx'

/** The longest side of the preview that the editor works on. */
export const previewSide = 1600

interface StagePictureProps {
  image: ImageView
  adjustments: readonly Adjustment[]
  /** Screen pixels for one pixel of the picture. */
  scale: number
  alt: string
  style?: CSSProperties
}

/** The original under these adjustments, drawn by the style engine alone: one projective map, one filter, one outline. */
export function StagePicture({ image, adjustments, scale, alt, style }: StagePictureProps): ReactElement {
  const { matrix, size } = placed(image, adjustments)
  const shrunk = Math.min(1, previewSide / Math.max(image.width, image.height))
  const [width, height] = [Math.round(image.width * shrunk), Math.round(image.height * shrunk)]
  const whole = chained(chained(scaling(image.width / width, image.height / height), matrix), scaling(scale, scale))
  const left = leftOf(image, adjustments)?.map(([x, y]) => `${x * shrunk}px ${y * shrunk}px`)
  const filter = useId().replace(/\W/g, '')
  const tone = adjustments.some(({ kind }) => kind === 'tone') ? toneOf(adjustments) : null
  return (
    <div className="stage-picture" style={{ width: size.width * scale, height: size.height * scale, ...style }}>
      {tone && <ToneFilter id={filter} tone={tone} />}
      <img
        src={previewUrl(image, previewSide, false)}
        alt={alt}
        draggable={false}
        style={{
          width,
          height,
          transform: cssMatrix(whole),
          ...(tone && { filter: `url(#${filter})` }),
          ...(left && { clipPath: `polygon(${left.join(', ') || '0 0'})` }),
        }}
      />
    </div>
  )
}
