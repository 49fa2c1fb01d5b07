import { type ReactElement, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import { useDesk } from '../filing/desk.ts'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { severalIn, splitImage } from './split.ts'

/** A photo of several documents: what was seen, and the way to a picture of each. */
export function Several({ image }: { image: ImageView }): ReactElement | null {
  const t = useText('images')
  const ours = useOurs()
  const desk = useDesk()
  const [busy, setBusy] = useState(false)
  const seen = severalIn(image)
  if (!seen) return null
  const split = async () => {
    setBusy(true)
    await splitImage(image, desk.images.length)
    setBusy(false)
  }
  return (
    <div className="several">
      <span>{ours(seen)}</span>
      <Button icon="copy" busy={busy} onClick={() => void split()}>
        {t('split')}
      </Button>
    </div>
  )
}
