import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Size } from '../../rules/geometry.ts'
import type { Adjustment } from '../../rules/schema.ts'
import { nameOf } from '../images/name.ts'
import { useText } from '../text/language.ts'
import { CornerHandles } from './CornerHandles.tsx'
import { CropFrame } from './CropFrame.tsx'
import { listNow, useEditor } from './editor-store.ts'
import { placed } from './geometry.ts'
import { StagePicture } from './StagePicture.tsx'
import { cropBase, firstCorners, firstFrame, straightenBase, withTone } from './steps.ts'

const margin = 44

/** The picture on its grey ground, with the handles of the tool in hand. */
export function Stage({ image }: { image: ImageView }): ReactElement {
  const t = useText('editor')
  const { ref, room } = useRoom()
  const tool = useEditor((editor) => editor.tool)
  return (
    <main id="main" tabIndex={-1} className="stage" ref={ref} aria-label={t('canvas')}>
      {room && (tool === 'view' || tool === 'tone') && <Shown image={image} room={room} />}
      {room && tool === 'straighten' && <Straighten image={image} room={room} />}
      {room && tool === 'crop' && <CropStage image={image} room={room} />}
    </main>
  )
}

/** The space for the picture, followed as the window changes. */
function useRoom() {
  const ref = useRef<HTMLElement>(null)
  const [room, setRoom] = useState<Size | null>(null)
  useEffect(() => {
    const { current } = ref
    if (!current) return
    const measure = () => setRoom({ width: current.clientWidth, height: current.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return { ref, room }
}

const scaleToFit = (size: Size, room: Size) =>
  Math.max(0.01, Math.min((room.width - 2 * margin) / size.width, (room.height - 2 * margin) / size.height))

interface PartProps {
  image: ImageView
  room: Size
}

function Shown({ image, room }: PartProps): ReactElement {
  const t = useText('editor')
  const common = useText('common')
  const { shown, history, at, tone } = useEditor()
  const kept = listNow({ history, at })
  const list = tone ? withTone(kept, tone) : kept
  const lists: Adjustment[][] = shown === 'both' ? [[], list] : shown === 'before' ? [[]] : [list]
  const each = { width: room.width / lists.length, height: room.height - (lists.length > 1 ? 28 : 0) }
  return (
    <div className="stage-row">
      {lists.map((adjustments, index) => {
        const { size } = placed(image, adjustments)
        const name = t(adjustments === list ? 'after' : 'before')
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same picture, drawn otherwise; a new one would be white at first
          <figure key={index}>
            <StagePicture
              image={image}
              adjustments={adjustments}
              scale={scaleToFit(size, each)}
              alt={common('pair', { what: nameOf(image), of: name })}
            />
            {lists.length > 1 && <figcaption>{name}</figcaption>}
          </figure>
        )
      })}
    </div>
  )
}

function Straighten({ image, room }: PartProps): ReactElement {
  const { history, at, corners, set, mark } = useEditor()
  const base = straightenBase(listNow({ history, at }))
  const { size } = placed(image, base.before)
  const scale = scaleToFit(size, room)
  const now = corners ?? base.corners ?? firstCorners(size)
  useEffect(() => {
    if (!corners) set({ corners: now })
  })
  return (
    <CornerHandles
      size={size}
      scale={scale}
      corners={now}
      onChange={(next, goesOn) => mark({ corners: next }, goesOn)}
      picture={(at3, style) => (
        <StagePicture image={image} adjustments={base.before} scale={at3} alt="" {...(style && { style })} />
      )}
    />
  )
}

function CropStage({ image, room }: PartProps): ReactElement {
  const { history, at, frame, cropAspect, set, mark } = useEditor()
  const base = cropBase(listNow({ history, at }))
  const { size } = placed(image, base.before)
  const now = frame ?? base.frame ?? firstFrame(size)
  useEffect(() => {
    if (!frame) set({ frame: now })
  })
  const scale = scaleToFit(size, room)
  return (
    <CropFrame
      size={size}
      scale={scale}
      frame={now}
      aspect={cropAspect}
      onChange={(next, goesOn) => mark({ frame: next }, goesOn)}
    >
      <StagePicture image={image} adjustments={base.before} scale={scale} alt="" />
    </CropFrame>
  )
}
