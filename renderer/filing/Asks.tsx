import { type ReactElement, useState } from 'react'
import { failureText } from '../../preload/failures.ts'
import type { Ask } from '../../rules/answers.ts'
import { failureOf } from '../bridge.ts'
import { errorKey } from '../profile/Field.tsx'
import { FieldInput } from '../profile/FieldInput.tsx'
import { type FieldSpec, labelAt, specAt } from '../profile/fields.ts'
import { readValues } from '../profile/form-values.ts'
import { useWhere } from '../route.ts'
import { currentLanguage, useText } from '../text/language.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { tell } from '../ui/notices.ts'
import { useAskLine } from './ask-line.ts'
import { useDesk } from './desk.ts'
import { dotted, fieldId, readAt, withAt } from './paths.ts'
import { saveFiling } from './save.ts'

/** What the rules still need to know, behind one line: answered here where one input is enough. */
export function Asks({ asks }: { asks: readonly Ask[] }): ReactElement | null {
  const t = useText('filing')
  if (asks.length === 0) return null
  return (
    <details className="asks" id={asksId}>
      <summary className="lead-row">
        <Icon name="question" size={20} />
        <span className="task-text">
          <span className="task-title">{t('asks')}</span>
          <span className="aside">{t('asksHint')}</span>
        </span>
        <span className="lead-open">{t('openAsks', { count: asks.length })}</span>
        <Icon name="down" size={16} />
      </summary>
      <ul className="rows">
        {asks.map((ask) => (
          <AskRow key={ask.at} ask={ask} />
        ))}
      </ul>
    </details>
  )
}

export const asksId = 'open-questions'

function AskRow({ ask }: { ask: Ask }): ReactElement {
  const { view } = useDesk()
  const profile = useText('profile')
  const line = useAskLine()
  const spec = specAt(view.filing, ask.at)
  const label = labelAt(view.filing, ask.at)
  const id = `ask-${fieldId(ask.at)}`
  return (
    <li className="ask">
      <div className="task-text">
        <label id={`${id}-label`} htmlFor={id}>
          {label ? profile(label) : ask.fact}
        </label>
        <span className="aside">{line(ask)}</span>
      </div>
      {spec ? <AskInput id={id} at={ask.at} spec={spec} /> : <AskSection id={id} at={ask.at} />}
    </li>
  )
}

/** A whole section: answered with one word where it is somebody already named, else on its page. */
function AskSection({ id, at }: { id: string; at: string }): ReactElement {
  const { view } = useDesk()
  const t = useText('filing')
  const profile = useText('profile')
  const goTo = useWhere((where) => where.goTo)
  const word = at === 'subject.responsiblePerson' ? 'legal-representative' : 'subject'
  const person = at.endsWith('.responsiblePerson')
  const unit = view.filing.subject?.nature !== 'individual'
  return (
    <div className="ask-links">
      {person && (unit || word === 'subject') && (
        <Button small onClick={() => void answer(view.id, at, word)}>
          {profile(word === 'subject' ? 'sameAsSubject' : 'sameAsLegal')}
        </Button>
      )}
      <button id={id} type="button" className="link" onClick={() => goTo({ page: 'profile', at })}>
        {t('answer')}
      </button>
    </div>
  )
}

async function answer(filing: string, at: string, value: unknown): Promise<void> {
  try {
    await saveFiling(filing, (now) => {
      const read = readValues(withAt(now, at, value))
      return read.ok ? read.filing : now
    })
  } catch (error) {
    tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' })
  }
}

/** Texts are saved on leaving the field, choices at once. What cannot be read stays and is named. */
function AskInput({ id, at, spec }: { id: string; at: string; spec: FieldSpec }): ReactElement {
  const { view, lists } = useDesk()
  const t = useText('profile')
  const [value, setValue] = useState<unknown>(() => readAt(view.filing, at))
  const [invalid, setInvalid] = useState(false)
  const typed = !['choice', 'yes-no', 'many', 'date', 'end-date'].includes(spec.kind)
  const save = async (next: unknown) => {
    if (next === undefined || next === '') return
    const reading = readValues(withAt(view.filing, at, next))
    const wrong = !reading.ok && reading.places.includes(dotted(at))
    setInvalid(wrong)
    if (!wrong) await answer(view.id, at, next)
  }
  return (
    <div className="ask-input">
      <FieldInput
        id={id}
        spec={spec}
        lists={lists}
        value={value}
        invalid={invalid}
        onChange={(next) => {
          setValue(next)
          if (!typed) void save(next)
        }}
        onBlur={() => typed && void save(value)}
      />
      <p id={`${id}-more`} className="field-error">
        {invalid ? t(errorKey(spec), { max: 300 }) : ''}
      </p>
    </div>
  )
}
