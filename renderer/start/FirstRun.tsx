import { type ReactElement, useState } from 'react'
import { ask } from '../bridge.ts'
import { keepAnswer, refresh, useDeed } from '../calls.ts'
import { useTask } from '../tasks.ts'
import { useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { Icon } from '../ui/icons.tsx'
import { TaskProgress } from '../ui/TaskProgress.tsx'
import { BrandMark, LanguageSwitch } from '../ui/TopBar.tsx'
import './first-run.css'

type Role = 'self' | 'agency'

/** The two questions of the first start. Nothing is written before 开始 is pressed. */
export function FirstRun(): ReactElement {
  const t = useText('start')
  const [role, setRole] = useState<Role | null>(null)
  const [sample, setSample] = useState(true)
  const [asked, setAsked] = useState(false)
  const task = useTask('sample/add')
  const begin = useDeed(async (chosen: Role) => {
    if (sample) await task.run({})
    const settings = await ask('settings/set', { role: chosen })
    await refresh('client/list')
    keepAnswer('settings/get', {}, settings)
  })
  const go = () => (role ? begin.start(role) : setAsked(true))
  return (
    <main id="main" tabIndex={-1} className="page first-run">
      <div className="first-language">
        <LanguageSwitch />
      </div>
      <div className="first-card">
        <BrandMark size={52} />
        <h1>{t('title')}</h1>
        <p className="first-what">{t('what')}</p>
        <p className="first-how">{t('how')}</p>
        <fieldset className="role-choice">
          <legend>{t('question')}</legend>
          <RoleCard of="self" chosen={role} onChoose={setRole} />
          <RoleCard of="agency" chosen={role} onChoose={setRole} />
        </fieldset>
        {asked && !role && (
          <p role="alert" className="first-ask">
            {t('choose')}
          </p>
        )}
        <label className="first-sample">
          <input type="checkbox" checked={sample} onChange={(event) => setSample(event.target.checked)} />
          {t('sample')}
        </label>
        <Button kind="primary" large busy={begin.running} onClick={go}>
          {t('begin')}
        </Button>
        <TaskProgress task={task} label={t('preparing')} />
        {begin.error && <FailureNote error={begin.error} onRetry={go} />}
        <p className="first-private">
          <Icon name="shield" size={16} />
          {t('private')}
        </p>
      </div>
    </main>
  )
}

function RoleCard(props: { of: Role; chosen: Role | null; onChoose(role: Role): void }): ReactElement {
  const t = useText('start')
  const role = props.of
  return (
    <label className="role-card">
      <input
        type="radio"
        name="role"
        value={role}
        aria-label={t(role)}
        checked={props.chosen === role}
        onChange={() => props.onChoose(role)}
      />
      <Icon name={role === 'self' ? 'person' : 'people'} size={26} />
      <span>
        <strong>{t(role)}</strong>
        <span className="aside">{t(role === 'self' ? 'selfWhy' : 'agencyWhy')}</span>
      </span>
    </label>
  )
}
