import type { ReactElement } from 'react'
import type { ImageView } from '../../preload/views.ts'
import { useDesk } from '../filing/desk.ts'
import { trayKey } from '../filing/tasks-view.ts'
import { useText } from '../text/language.ts'
import { imageOfId, moveImage } from './deeds.ts'
import { useDrop } from './drop.ts'
import { ImageGrid } from './ImageGrid.tsx'

/** Pictures that wait for a place. */
export function Tray({ images }: { images: readonly ImageView[] }): ReactElement {
  const t = useText('filing')
  const desk = useDesk()
  const { over, handlers } = useDrop({
    onFiles: (files) => desk.takingIn.takeFiles(files, null),
    onImage: (id) => {
      const image = imageOfId(desk.images, id)
      if (image) void moveImage(image, null, images.length, null)
    },
  })
  return (
    <section aria-labelledby="tray-head" id={trayKey}>
      <div className="section-head">
        <h2 id="tray-head">{t('tray')}</h2>
        <p className="aside">{t('trayHint')}</p>
      </div>
      <div className={`card tray ${over ? 'over' : ''}`} {...handlers}>
        <ImageGrid images={images} label={t('tray')} />
      </div>
    </section>
  )
}
