import type { ReactElement } from 'react'
import type { ImageView } from '../../preload/views.ts'
import { useRoving } from '../ui/roving.ts'
import { Thumbnail } from './Thumbnail.tsx'
import './images.css'

/** Pictures of one place in their order: one Tab stop, arrow keys inside. */
export function ImageGrid({ images, label }: { images: readonly ImageView[]; label: string }): ReactElement {
  const roving = useRoving<HTMLUListElement>('grid')
  return (
    <ul className="image-grid" aria-label={label} {...roving}>
      {images.map((image, index) => (
        <Thumbnail key={image.id} image={image} nth={index} of={images.length} />
      ))}
    </ul>
  )
}
