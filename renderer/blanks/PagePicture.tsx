import { type ReactElement, useEffect, useState } from 'react'
import type { BlankDetail } from '../../preload/blank-views.ts'
import type { Places } from '../../rules/anchor-map.ts'
import { useAnswer } from '../calls.ts'
import { useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { BytesImage } from '../ui/BytesImage.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { placesNow, usePlacing } from './place-store.ts'

/** With whose facts the page is filled; `filing` null: with the names of the fields. */
export interface Preview {
  filing: string | null
  service: number
}

interface PictureProps {
  detail: BlankDetail
  page: number
  scale: number
  /** null: the page as it came. */
  preview: Preview | null
}

/** Sizes at which a page is drawn: the next one that is not smaller than what is shown. */
const sides = [1200, 2000, 3000, 4096]
const pauseMs = 350

/** The page as it came, or filled as its places are now. */
export function PagePicture({ detail, page, scale, preview }: PictureProps): ReactElement {
  const t = useText('blanks')
  const today = useToday()
  const size = detail.pages[page]
  const pixels = Math.max(size?.width ?? 0, size?.height ?? 0) * scale * window.devicePixelRatio
  const side = sides.find((each) => each >= pixels) ?? 4096
  const blank = detail.view.id
  const places = useSettled(usePlacing(placesNow))
  const plain = useAnswer('blank/page', { blank, page, side }, { keepPrevious: true })
  const filled = useAnswer(
    'blank/preview',
    { blank, places, filing: null, ...preview, on: today, page, side },
    { enabled: preview !== null, keepPrevious: true },
  )
  const shown = preview && filled.data ? filled : plain
  const error = preview ? (filled.error ?? plain.error) : plain.error
  return (
    <>
      {shown.data && <BytesImage bytes={shown.data.bytes} alt={t('canvas')} />}
      {error && <FailureNote error={error} />}
    </>
  )
}

/** The places once the hand rests. */
function useSettled(places: Places): Places {
  const [settled, setSettled] = useState(places)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(places), pauseMs)
    return () => clearTimeout(timer)
  }, [places])
  return settled
}
