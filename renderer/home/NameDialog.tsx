import { Input } from 'antd'
import { type ReactElement, useId, useState } from 'react'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'

interface NameDialogProps {
  title: string
  action: string
  name?: string
  busy: boolean
  error: unknown
  onName(name: string): void
  onClose(): void
}

/** Asks for the name of a client, new or old. */
export function NameDialog(props: NameDialogProps): ReactElement {
  const t = useText('home')
  const common = useText('common')
  const id = useId()
  const [name, setName] = useState(props.name ?? '')
  const [asked, setAsked] = useState(false)
  const missing = asked && name.trim() === ''
  const send = () => (name.trim() === '' ? setAsked(true) : props.onName(name.trim()))
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{common('cancel')}</Button>
          <Button kind="primary" busy={props.busy} onClick={send}>
            {props.action}
          </Button>
        </>
      }
    >
      <div className="stack">
        <div>
          <label htmlFor={id}>{t('clientName')}</label>
          <Input
            id={id}
            autoFocus
            value={name}
            maxLength={200}
            autoComplete="off"
            placeholder={t('clientNameHint')}
            status={missing ? 'error' : ''}
            aria-invalid={missing}
            aria-describedby={`${id}-error`}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={(event) => !event.nativeEvent.isComposing && send()}
          />
          <p id={`${id}-error`} className="field-error">
            {missing ? t('clientNameMissing') : ''}
          </p>
        </div>
        {props.error ? <FailureNote error={props.error} /> : null}
      </div>
    </Dialog>
  )
}
