import { type ReactElement, useState } from 'react'
import { imageOfId, moveImage } from '../images/deeds.ts'
import { useDrop } from '../images/drop.ts'
import { ImageGrid } from '../images/ImageGrid.tsx'
import { ReadingCard } from '../reading/ReadingCard.tsx'
import { SlotPreview } from '../slots/SlotPreview.tsx'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { NeedTag, StatusTag } from '../ui/StatusTag.tsx'
import { useDesk } from './desk.ts'
import { useMaterialTitle, useWhereTo } from './place-names.ts'
import { Reasons } from './Reasons.tsx'
import { inspectorId, type Task } from './tasks-view.ts'
import './inspector.css'

/** The selected paper: its pictures, where it goes, why it is needed, how to prepare it. */
export function Inspector({ task }: { task: Task | undefined }): ReactElement {
  const t = useText('filing')
  if (!task) {
    return (
      <aside className="inspector" aria-label={t('inspector')}>
        <p className="aside">{t('unselected')}</p>
      </aside>
    )
  }
  return (
    <aside id={inspectorId} tabIndex={-1} className="inspector" aria-label={t('inspector')}>
      <InspectorHead task={task} />
      <Pictures task={task} />
      <ReadingCard images={task.images} />
      <Hints task={task} />
      <Reasons item={task.item} />
    </aside>
  )
}

function InspectorHead({ task }: { task: Task }): ReactElement {
  const t = useText('filing')
  const common = useText('common')
  const ours = useOurs()
  const title = useMaterialTitle()
  const lines = useWhereTo(task)
  const { item } = task
  return (
    <div className="inspector-head">
      <h2>{ours(item.title)}</h2>
      <div className="row">
        <NeedTag need={item.need} />
        <StatusTag status={task.state} />
      </div>
      {lines.length > 0 && <p className="aside">{lines.join(' · ')}</p>}
      {item.covers.length > 0 && (
        <p className="aside">{t('covers', { titles: item.covers.map(title).join(common('comma')) })}</p>
      )}
    </div>
  )
}

function Pictures({ task }: { task: Task }): ReactElement {
  const t = useText('filing')
  const imageText = useText('images')
  const desk = useDesk()
  const ours = useOurs()
  const [preview, setPreview] = useState(false)
  const { item, images, slot, unfit } = task
  const place = { material: item.material, for: item.for }
  const { over, handlers } = useDrop({
    onFiles: (files) => desk.takingIn.takeFiles(files, place),
    onImage: (id) => {
      const image = imageOfId(desk.images, id)
      if (image) void moveImage(image, place, images.length, ours(item.title))
    },
  })
  const add = (
    <>
      <Button icon="plus" busy={desk.takingIn.task.running} onClick={() => desk.takingIn.choose(place)}>
        {imageText('add')}
      </Button>
      <Button icon="folder" busy={desk.takingIn.task.running} onClick={() => desk.takingIn.chooseFolder(place)}>
        {imageText('addFolder')}
      </Button>
    </>
  )
  return (
    <section aria-label={t('pictures')} className={`pictures ${over ? 'over' : ''}`} {...handlers}>
      {images.length === 0 ? (
        <div className="picture-drop">
          <p>{over ? imageText('dropHere', { title: ours(item.title) }) : imageText('dropHint')}</p>
          <p className="aside">{imageText('emptyWhy')}</p>
          <div className="row">{add}</div>
        </div>
      ) : (
        <>
          <ImageGrid images={images} label={ours(item.title)} />
          {unfit && (
            <p>
              <StatusTag status="blocker" /> {ours(unfit)} <span className="aside">{ours(unfit.fix)}</span>
            </p>
          )}
          <div className="row">
            {add}
            {slot && (
              <Button icon="eye" onClick={() => setPreview(true)}>
                {t('preview')}
              </Button>
            )}
          </div>
        </>
      )}
      {preview && slot && <SlotPreview slot={slot} onClose={() => setPreview(false)} />}
    </section>
  )
}

function Hints({ task }: { task: Task }): ReactElement | null {
  const t = useText('filing')
  const ours = useOurs()
  const { hints } = task.item
  if (hints.length === 0) return null
  return (
    <section aria-labelledby="hints-head">
      <h3 id="hints-head">{t('hints')}</h3>
      <ul className="hints">
        {hints.map((hint) => (
          <li key={hint.zh}>{ours(hint)}</li>
        ))}
      </ul>
    </section>
  )
}
