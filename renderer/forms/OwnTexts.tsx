import { Input } from 'antd'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import type { FormReport } from '../../preload/form-views.ts'
import { useDesk } from '../filing/desk.ts'
import { saveFiling } from '../filing/save.ts'
import { useOurs, useText } from '../text/language.ts'
import { FailureNote } from '../ui/FailureNote.tsx'
import { withOwnText } from './form-view.ts'

type OwnText = FormReport['own'][number]

const pauseMs = 700
const mostCharacters = 5000

/** What only the applicant can write, kept with the filing a moment after the last key. */
export function OwnTexts({ report, service }: { report: FormReport; service: number }): ReactElement | null {
  const t = useText('forms')
  const { view } = useDesk()
  const [error, setError] = useState<Error | null>(null)
  if (report.own.length === 0 || !view.filing.services?.[service]) return null
  const save = (field: string, text: string) =>
    saveFiling(view.id, (now) => withOwnText(now, { service, form: report.form, field, text })).then(
      () => setError(null),
      setError,
    )
  return (
    <section aria-labelledby="own-head">
      <h2 id="own-head">{t('own')}</h2>
      <p className="aside">{t('ownHint')}</p>
      {error && <FailureNote error={error} />}
      <div className="card own-texts">
        {report.own.map((own) => (
          <OwnField key={own.field} own={own} onSave={(text) => void save(own.field, text)} />
        ))}
      </div>
    </section>
  )
}

function OwnField({ own, onSave }: { own: OwnText; onSave(text: string): void }): ReactElement {
  const ours = useOurs()
  const [text, setText] = useState(own.text)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const latest = useRef({ text, onSave })
  latest.current = { text, onSave }
  const flush = useRef(() => {
    if (timer.current === null) return
    clearTimeout(timer.current)
    timer.current = null
    latest.current.onSave(latest.current.text)
  })
  useEffect(() => () => flush.current(), [])
  const change = (next: string) => {
    setText(next)
    if (timer.current) clearTimeout(timer.current)
    timer.current = setTimeout(() => flush.current(), pauseMs)
  }
  const id = `own-${own.field}`
  const shared = { id, value: text, maxLength: mostCharacters, 'aria-describedby': `${id}-hint` }
  return (
    <div className="own-field">
      <label htmlFor={id}>{ours(own.title)}</label>
      {own.long ? (
        <Input.TextArea
          {...shared}
          className="grows"
          onChange={(event) => change(event.target.value)}
          onBlur={() => flush.current()}
        />
      ) : (
        <Input {...shared} onChange={(event) => change(event.target.value)} onBlur={() => flush.current()} />
      )}
      <p id={`${id}-hint`} className="aside">
        {ours(own.hint)}
      </p>
    </div>
  )
}
