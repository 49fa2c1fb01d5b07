import { Input, Modal } from 'antd'
import { type ReactElement, type ReactNode, useEffect, useId, useState } from 'react'
import { useText } from '../text/language.ts'
import { Button } from './Button.tsx'
import { FailureNote } from './FailureNote.tsx'
import { rememberFocus } from './focus.ts'
import { holdShortcuts } from './shortcuts.ts'

interface DialogProps {
  title: string
  onClose(): void
  children: ReactNode
  footer?: ReactNode
  width?: number | string
  tall?: boolean
}

/** A window over the page. Esc closes it; the focus goes back to where it was. Rendered only while it is open. */
export function Dialog({ title, onClose, children, footer = null, width = 480, tall }: DialogProps): ReactElement {
  const t = useText('common')
  useEffect(holdShortcuts, [])
  // Noted before the dialog takes it. Ant Design gives it back only where a closed dialog stays in the page.
  const [giveBack] = useState(rememberFocus)
  useEffect(() => giveBack, [giveBack])
  return (
    <Modal
      open
      centered
      title={title}
      width={width}
      footer={footer}
      onCancel={onClose}
      closable={{ 'aria-label': t('close') }}
      className={tall ? 'dialog tall' : 'dialog'}
      {...(tall && { styles: { body: { height: 'min(74vh, 720px)', overflow: 'auto' } } })}
    >
      {children}
    </Modal>
  )
}

interface ConfirmProps {
  title: string
  children: ReactNode
  action: string
  /** Must be typed before the action can be taken. */
  word?: string
  danger?: boolean
  busy?: boolean
  error?: unknown
  onConfirm(): void
  onClose(): void
}

export function ConfirmDialog(props: ConfirmProps): ReactElement {
  const t = useText('common')
  const id = useId()
  const [typed, setTyped] = useState('')
  const ready = props.word === undefined || typed.trim() === props.word
  const confirm = () => ready && !props.busy && props.onConfirm()
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      footer={
        <>
          <Button onClick={props.onClose}>{t('cancel')}</Button>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            disabled={!ready}
            busy={props.busy ?? false}
            onClick={confirm}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <div className="stack">
        <p>{props.children}</p>
        {props.word !== undefined && (
          <div>
            <label htmlFor={id}>{t('mustType', { word: props.word })}</label>
            <Input
              id={id}
              value={typed}
              autoFocus
              autoComplete="off"
              onChange={(event) => setTyped(event.target.value)}
              onPressEnter={confirm}
            />
          </div>
        )}
        {props.error ? <FailureNote error={props.error} /> : null}
      </div>
    </Dialog>
  )
}
