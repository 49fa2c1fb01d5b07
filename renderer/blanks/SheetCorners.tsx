import { type CSSProperties, type ReactElement, useCallback } from 'react'
import type { Output } from '../../preload/contract.ts'
import { isClockwise } from '../../rules/geometry.ts'
import type { Corners } from '../../rules/schema.ts'
import { CornerHandles } from '../editor/CornerHandles.tsx'
import { firstCorners } from '../editor/steps.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { BytesImage } from '../ui/BytesImage.tsx'
import '../editor/editor.css'

interface SheetCornersProps {
  sheet: NonNullable<Output<'blank/look'>>
  /** As the person set them; null: as they were found. */
  corners: Corners | null
  onChange(corners: Corners | null): void
}

/** Room for the photo in the dialog, in pixels of the screen. */
const room = { width: 430, height: 430 }

/** A photographed blank with the corners of its sheet, to be checked and moved before it comes in. */
export function SheetCorners({ sheet, corners, onChange }: SheetCornersProps): ReactElement {
  const t = useText('blanks')
  const editor = useText('editor')
  const scale = Math.min(room.width / sheet.width, room.height / sheet.height)
  const now = corners ?? sheet.corners ?? firstCorners(sheet)
  const picture = useCallback(
    (at: number, style?: CSSProperties) => (
      <div className="stage-picture" style={{ width: sheet.width * at, height: sheet.height * at, ...style }}>
        <BytesImage bytes={sheet.picture.bytes} alt="" className="sheet-whole" />
      </div>
    ),
    [sheet],
  )
  return (
    <section aria-label={t('corners')} className="sheet-corners">
      <p>{t(sheet.sure ? 'cornersFound' : 'cornersUnsure')}</p>
      <div className="sheet-stage">
        <CornerHandles size={sheet} scale={scale} corners={now} onChange={onChange} picture={picture} />
      </div>
      {!isClockwise(now) && (
        <p role="alert" className="field-error">
          {editor('crossing')}
        </p>
      )}
      {corners && (
        <Button small icon="reset" onClick={() => onChange(null)}>
          {t('cornersReset')}
        </Button>
      )}
    </section>
  )
}
