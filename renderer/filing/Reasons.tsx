import type { ReactElement } from 'react'
import type { Reason } from '../../rules/answers.ts'
import { specAt } from '../profile/fields.ts'
import { useWhere } from '../route.ts'
import { useOurs, useText } from '../text/language.ts'
import { useDesk } from './desk.ts'
import { Sources } from './Sources.tsx'

/** 为什么需要: the rule in words, the facts that made it true, and who says so. One click away. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }): ReactElement {
  const t = useText('filing')
  const ours = useOurs()
  return (
    <details className="reasons">
      <summary>{t('why')}</summary>
      {reasons.map((reason) => (
        <div key={reason.rule} className="reason">
          <p>{ours(reason)}</p>
          {reason.facts.length > 0 && (
            <>
              <h3>{t('basis')}</h3>
              <ul className="facts">
                {reason.facts.map((fact) => (
                  <FactLine key={`${fact.name}-${fact.at}`} fact={fact} />
                ))}
              </ul>
            </>
          )}
          <h3>{t('sources')}</h3>
          <Sources sources={reason.sources} />
        </div>
      ))}
    </details>
  )
}

/** A fact in the form's words, leading to its field; facts worked out from others have the rules' name. */
function FactLine({ fact }: { fact: Reason['facts'][number] }): ReactElement {
  const { view, lists } = useDesk()
  const profile = useText('profile')
  const common = useText('common')
  const goTo = useWhere((where) => where.goTo)
  const spec = specAt(view.filing, fact.at)
  const shown = (value: unknown): string => {
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
    if (Array.isArray(value)) return value.map(shown).join(common('comma'))
    const options = spec?.list ? lists.options(spec.list) : []
    return options.find((option) => option.value === value)?.label ?? String(value ?? '—')
  }
  return (
    <li>
      {spec ? (
        <button type="button" className="link" onClick={() => goTo({ page: 'profile', at: fact.at })}>
          {profile(spec.label)}
        </button>
      ) : (
        fact.name
      )}
      {profile('factIs', { value: shown(fact.value) })}
    </li>
  )
}
