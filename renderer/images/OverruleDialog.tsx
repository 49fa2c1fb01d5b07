import { Input } from 'antd'
import { type ReactElement, useId, useState } from 'react'
import type { ImageView } from '../../preload/views.ts'
import type { Finding } from '../../rules/answers.ts'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { overrule } from './deeds.ts'

interface OverruleProps {
  image: ImageView
  finding: Finding
  onClose(): void
}

/** Asks why a picture is used in spite of a finding. */
export function OverruleDialog({ image, finding, onClose }: OverruleProps): ReactElement {
  const t = useText('images')
  const common = useText('common')
  const ours = useOurs()
  const id = useId()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const missing = asked && reason.trim() === ''
  const send = async () => {
    if (reason.trim() === '') return setAsked(true)
    if (await overrule(image, finding, reason.trim())) onClose()
  }
  return (
    <Dialog
      title={t('overruleTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button kind="primary" onClick={() => void send()}>
            {t('overruleDo')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{ours(finding)}</p>
        <p className="aside">{t('overruleHint')}</p>
        <div>
          <label htmlFor={id}>{t('overruleReason')}</label>
          <Input.TextArea
            id={id}
            autoFocus
            className="grows"
            value={reason}
            maxLength={300}
            placeholder={t('overruleExample')}
            status={missing ? 'error' : ''}
            aria-invalid={missing}
            aria-describedby={`${id}-error`}
            onChange={(event) => setReason(event.target.value)}
          />
          <p id={`${id}-error`} className="field-error">
            {missing ? t('overruleMissing') : ''}
          </p>
        </div>
      </div>
    </Dialog>
  )
}
