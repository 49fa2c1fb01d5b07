import { Checkbox } from 'antd'
import { type ReactElement, useId, useState } from 'react'
import type { Filing } from '../../rules/schema.ts'
import { useAnswer, useDeed } from '../calls.ts'
import { useDesk } from '../filing/desk.ts'
import { saveFiling } from '../filing/save.ts'
import { useOurs, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { FailureNote } from '../ui/FailureNote.tsx'
import { TextField } from '../ui/TextField.tsx'

const mostCharacters = 60

/** The purpose watermark of what is uploaded, as far as the provider takes one, and the marked copies beside it. */
export function Watermarks({ keep, onKeep }: { keep: boolean; onKeep(keep: boolean): void }): ReactElement | null {
  const t = useText('output')
  const ours = useOurs()
  const { view } = useDesk()
  const catalog = useAnswer('catalog/get', {})
  const save = useDeed((text: string) => saveFiling(view.id, (filing) => withWatermark(filing, text)))
  const { provider = 'generic', watermark: text = '' } = view.filing
  const rule = catalog.data?.providers.find(({ id }) => id === provider)?.watermark
  if (!rule) return null
  return (
    <section aria-labelledby="watermark-head">
      <h2 id="watermark-head">{t('watermark')}</h2>
      <div className="card watermarks">
        <p className="aside">{ours(rule.note)}</p>
        {rule.policy === 'exact' &&
          rule.words.map((words) => (
            <Checkbox
              key={words}
              checked={text === words}
              onChange={(event) => save.start(event.target.checked ? words : '')}
            >
              {t('watermarkExact', { words })}
            </Checkbox>
          ))}
        {rule.policy === 'free' && <FreeText text={text} onSave={save.start} />}
        {text !== '' && !rule.words.includes(text) && rule.policy !== 'free' && (
          <p className="watermark-left-out">
            {t('watermarkLeftOut', { text })}{' '}
            <Button small onClick={() => save.start('')}>
              {t('watermarkRemove')}
            </Button>
          </p>
        )}
        <Checkbox checked={keep} onChange={(event) => onKeep(event.target.checked)}>
          {t('keepCopies')}
        </Checkbox>
        <p className="aside">{t('keepCopiesHint')}</p>
        {save.error && <FailureNote error={save.error} />}
      </div>
    </section>
  )
}

function FreeText({ text, onSave }: { text: string; onSave(text: string): void }): ReactElement {
  const t = useText('output')
  const id = useId()
  const [typed, setTyped] = useState(text)
  return (
    <div>
      <label htmlFor={id}>{t('watermarkText')}</label>
      <TextField
        id={id}
        kind="text"
        value={typed}
        placeholder={t('watermarkNone')}
        onChange={(next) => setTyped(next.slice(0, mostCharacters))}
        onBlur={() => onSave(typed.trim())}
      />
    </div>
  )
}

function withWatermark(filing: Filing, text: string): Filing {
  const { watermark: _, ...rest } = filing
  return text === '' ? rest : { ...rest, watermark: text }
}
