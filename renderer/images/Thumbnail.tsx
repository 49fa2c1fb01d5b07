import { type DragEvent, type KeyboardEvent, type ReactElement, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import { shownBytes } from '../../rules/bytes.ts'
import { useDesk } from '../filing/desk.ts'
import { useWhere } from '../route.ts'
import { useText } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { Menu } from '../ui/Menu.tsx'
import { imageOfId, moveImage } from './deeds.ts'
import { imageType, useDrop } from './drop.ts'
import { useImageMenu } from './image-menu.ts'
import { nameOf } from './name.ts'
import { previewUrl } from './preview-url.ts'
import { removeImage } from './removal.ts'
import { Several } from './Several.tsx'
import { Worries } from './Worries.tsx'

export const thumbnailId = ({ id }: Pick<ImageView, 'id'>): string => `picture-${id}`

interface ThumbnailProps {
  image: ImageView
  nth: number
  of: number
}

/** One picture: Enter adjusts it, Alt and an arrow moves it, Delete removes it; all of it is in its menu too. */
export function Thumbnail({ image, nth, of }: ThumbnailProps): ReactElement {
  const t = useText('images')
  const desk = useDesk()
  const goTo = useWhere((where) => where.goTo)
  const lines = useImageMenu(image, nth, of)
  const edit = () => goTo({ page: 'editor', image: image.id })
  const press = (event: KeyboardEvent) => {
    const step = event.altKey ? { ArrowLeft: -1, ArrowRight: 1 }[event.key] : undefined
    if (step) void moveImage(image, image.place, Math.max(0, nth + step), null)
    else if (event.key === 'Delete') void removeImage(image)
    else return
    event.preventDefault()
  }
  const { over, handlers } = useDrop({
    onFiles: (files) => desk.takingIn.takeFiles(files, image.place),
    onImage: (id) => {
      const dragged = imageOfId(desk.images, id)
      if (dragged && dragged.id !== image.id) void moveImage(dragged, image.place, nth, null)
    },
  })
  const drag = (event: DragEvent) => {
    event.dataTransfer.setData(imageType, image.id)
    event.dataTransfer.effectAllowed = 'move'
  }
  const { width, height } = image
  return (
    <li className={`thumbnail ${over ? 'over' : ''}`} draggable onDragStart={drag} {...handlers}>
      <button
        type="button"
        data-line
        id={thumbnailId(image)}
        className="thumbnail-open"
        aria-label={t('editImage', { name: nameOf(image), n: nth + 1 })}
        onClick={edit}
        onKeyDown={press}
      >
        <Preview image={image} />
        {of > 1 && <span className="thumbnail-nth figures">{nth + 1}</span>}
      </button>
      <div className="thumbnail-line">
        <span className="thumbnail-name" title={nameOf(image)}>
          {nameOf(image)}
        </span>
        <Menu small inList name={t('menu', { name: nameOf(image) })} lines={lines} />
      </div>
      <span className="aside figures">
        {t('size', { width, height, bytes: shownBytes(image.bytes).replace(' ', '\u00a0') })}
        {image.adjustments.length > 0 && <span className="whole-word"> · {t('adjusted')}</span>}
      </span>
      <Several image={image} />
      <Worries image={image} />
    </li>
  )
}

export function Preview({ image, side = 320 }: { image: ImageView; side?: number }): ReactElement {
  const t = useText('images')
  const [lost, setLost] = useState(false)
  if (lost) {
    return (
      <span className="thumbnail-lost">
        <Icon name="image" size={22} />
        {t('unseen')}
      </span>
    )
  }
  return (
    <img
      src={previewUrl(image, side)}
      alt={t('thumbOf', { name: nameOf(image) })}
      draggable={false}
      loading="lazy"
      onError={() => setLost(true)}
    />
  )
}
