import { Checkbox } from 'antd'
import { type ReactElement, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Adjustment } from '../../rules/schema.ts'
import { useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { nameOf } from '../images/name.ts'
import { previewUrl } from '../images/preview-url.ts'
import { type Key, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { copyAdjustments } from './copying.ts'
import { geometryFits, type Parts, partsOf } from './steps.ts'

interface CopyToProps {
  image: ImageView
  list: readonly Adjustment[]
  onClose(): void
}

/** Adjustments for other pictures of the filing: the tone, and what replaces their own geometry only when asked for. */
export function CopyTo({ image, list, onClose }: CopyToProps): ReactElement {
  const t = useText('editor')
  const common = useText('common')
  const offered = partsOf(list)
  const [parts, setParts] = useState<Parts>({ tone: offered.tone, geometry: false })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const others = useDesk().images.filter(({ id }) => id !== image.id)
  const targets = others.filter((other) => chosen.includes(other.id) && gets(parts, image, other))
  const copy = useDeed(async () => {
    await copyAdjustments(list, image, targets, parts)
    onClose()
  })
  return (
    <Dialog
      title={t('copyTo')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button kind="primary" disabled={targets.length === 0} busy={copy.running} onClick={() => copy.start()}>
            {t('copyNow', { count: targets.length })}
          </Button>
        </>
      }
    >
      <div className="stack">
        {copy.error && <FailureNote error={copy.error} />}
        <PartsChoice offered={offered} parts={parts} onChange={setParts} />
        <fieldset className="copy-part">
          <legend>{t('copyOnto')}</legend>
          <Checkbox.Group className="copy-list" value={targets.map(({ id }) => id)} onChange={setChosen}>
            {others.map((other) => (
              <Target
                key={other.id}
                other={other}
                disabled={!gets(parts, image, other)}
                note={noteOf(parts, image, other)}
              />
            ))}
          </Checkbox.Group>
        </fieldset>
      </div>
    </Dialog>
  )
}

const gets = (parts: Parts, from: ImageView, other: ImageView): boolean =>
  parts.tone || (parts.geometry && geometryFits(from, other))

/** What the person should know before this picture is chosen. */
function noteOf(parts: Parts, from: ImageView, other: ImageView): Key<'editor'> | null {
  if (!parts.geometry) return null
  if (!geometryFits(from, other)) return parts.tone ? 'copyToneOnly' : 'copyOtherSize'
  return partsOf(other.adjustments).geometry ? 'copyReplaces' : null
}

interface PartsChoiceProps {
  offered: Parts
  parts: Parts
  onChange(parts: Parts): void
}

function PartsChoice({ offered, parts, onChange }: PartsChoiceProps): ReactElement {
  const t = useText('editor')
  const lines = [
    { part: 'tone', name: t('tone'), hint: t('copyToneHint') },
    { part: 'geometry', name: t('copyGeometry'), hint: t('copyGeometryHint') },
  ] as const
  return (
    <fieldset className="copy-part">
      <legend>{t('copyWhat')}</legend>
      <div className="copy-list">
        {lines
          .filter(({ part }) => offered[part])
          .map(({ part, name, hint }) => (
            <Checkbox
              key={part}
              checked={parts[part]}
              onChange={(event) => onChange({ ...parts, [part]: event.target.checked })}
            >
              <span>
                {name}
                <span className="aside">{hint}</span>
              </span>
            </Checkbox>
          ))}
      </div>
    </fieldset>
  )
}

interface TargetProps {
  other: ImageView
  disabled: boolean
  note: Key<'editor'> | null
}

function Target({ other, disabled, note }: TargetProps): ReactElement {
  const t = useText('editor')
  return (
    <Checkbox value={other.id} disabled={disabled}>
      <img src={previewUrl(other, 160)} alt="" />
      <span>
        {nameOf(other)}
        {note && <span className="aside">{t(note)}</span>}
      </span>
    </Checkbox>
  )
}
