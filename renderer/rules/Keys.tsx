import { type ReactElement, useState } from 'react'
import type { Output } from '../../preload/contract.ts'
import { ask, chooseFile } from '../bridge.ts'
import { queries, useDeed } from '../calls.ts'
import { useText } from '../text/language.ts'
import { useToday } from '../today.ts'
import { Button } from '../ui/Button.tsx'
import { ConfirmDialog, Dialog } from '../ui/Dialog.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { tell } from '../ui/notices.ts'
import { TextField } from '../ui/TextField.tsx'

type State = Output<'rules/state'>
type Key = State['keys'][number]

interface Given {
  state: State
  /** The rules in use became others, and why. */
  onChange(result: Output<'rules/revert'>, why: string): void
}

/** Whose rule packs are taken. A key is added only after its fingerprint has been seen, and can be withdrawn. */
export function Keys({ state, onChange }: Given): ReactElement {
  const { keys } = state
  const t = useText('rules')
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const choice = useDeed(async () => {
    const path = await chooseFile('key')
    if (path !== null) setChosen({ path, ...(await ask('rules/key', { path })) })
  })
  return (
    <section className="card rules-card stack" aria-labelledby="rules-keys">
      <div>
        <h2 id="rules-keys">{t('keys')}</h2>
        <p className="aside">{t(keys.length === 0 ? 'noKeys' : 'keysHint')}</p>
      </div>
      {keys.length > 0 && (
        <ul className="rules-lines">
          {keys.map((key) => (
            <KeyLine key={key.id} line={key} inUse={key.id === state.key} onChange={onChange} />
          ))}
        </ul>
      )}
      <div className="row">
        <Button icon="plus" busy={choice.running} onClick={() => choice.start()}>
          {t('addKey')}
        </Button>
      </div>
      {choice.error && <FailureNote error={choice.error} />}
      {chosen && <TrustDialog chosen={chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}

interface KeyLineProps extends Pick<Given, 'onChange'> {
  line: Key
  /** The pack in use is signed with it. */
  inUse: boolean
}

function KeyLine({ line: { id, title, origin }, inUse, onChange }: KeyLineProps): ReactElement {
  const t = useText('rules')
  const on = useToday()
  const [asking, setAsking] = useState(false)
  const distrust = useDeed(async () => {
    const { change } = await ask('rules/distrust', { key: id, on })
    await queries.invalidateQueries()
    tell(t('distrusted', { title }))
    if (change) onChange(change, t('distrustedWhy', { title, version: change.previous }))
    setAsking(false)
  })
  return (
    <li className="key-line">
      <div>
        <p>
          {title}
          {origin === 'shipped' && <span className="aside"> · {t('shipped')}</span>}
        </p>
        <Fingerprint id={id} />
      </div>
      {origin === 'added' && (
        <Button small onClick={() => setAsking(true)}>
          {t('distrust')}
        </Button>
      )}
      {asking && (
        <ConfirmDialog
          title={t('distrustTitle', { title })}
          action={t('distrust')}
          danger
          busy={distrust.running}
          error={distrust.error}
          onConfirm={() => distrust.start()}
          onClose={() => setAsking(false)}
        >
          {t(inUse ? 'distrustInUse' : 'distrustHint')}
        </ConfirmDialog>
      )}
    </li>
  )
}

interface Chosen extends Output<'rules/key'> {
  path: string
}

/** In groups of four, as people read it to each other. */
function Fingerprint({ id }: { id: string }): ReactElement {
  return <p className="fingerprint figures">{(id.match(/.{1,4}/g) ?? [id]).join(' ')}</p>
}

function TrustDialog({ chosen, onClose }: { chosen: Chosen; onClose(): void }): ReactElement {
  const t = useText('rules')
  const common = useText('common')
  const [title, setTitle] = useState(chosen.file)
  const trust = useDeed(async () => {
    await ask('rules/trust', { path: chosen.path, title: title.trim() || null })
    await queries.invalidateQueries()
    onClose()
  })
  const known = chosen.knownAs !== null
  return (
    <Dialog
      title={t('trustTitle')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{known ? common('close') : common('cancel')}</Button>
          {!known && (
            <Button kind="primary" busy={trust.running} onClick={() => trust.start()}>
              {t('trust')}
            </Button>
          )}
        </>
      }
    >
      <div className="stack">
        <p>{known ? t('keyKnown', { title: chosen.knownAs ?? '' }) : t('trustHint')}</p>
        <div>
          <p className="aside">{t('fingerprint')}</p>
          <Fingerprint id={chosen.id} />
        </div>
        {!known && (
          <div>
            <label htmlFor="key-title">{t('keyTitle')}</label>
            <TextField id="key-title" kind="text" value={title} onChange={setTitle} />
          </div>
        )}
        {trust.error && <FailureNote error={trust.error} />}
      </div>
    </Dialog>
  )
}
