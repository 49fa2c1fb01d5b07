import type { ReactElement } from 'react'
import type { Output } from '../../preload/contract.ts'
import { openFiling } from '../home/deeds.ts'
import { useText } from '../text/language.ts'
import { DiffView } from './DiffView.tsx'

type Result = Output<'rules/import'>

/** After a change of the rules: which edition speaks now, and whose list is another one. */
export function RulesResult({ result, why }: { result: Result; why?: string }): ReactElement {
  const t = useText('rules')
  const { version, previous, changed } = result
  return (
    <section className="card rules-card" role="status" aria-labelledby="rules-result">
      <h2 id="rules-result">{t('nowInUse', { version, previous })}</h2>
      {why && <p>{why}</p>}
      <p className="aside">{changed.length === 0 ? t('noneChanged') : t('someChanged', { count: changed.length })}</p>
      <ul className="rules-lines">
        {changed.map((one) => (
          <ChangedFiling key={one.filing} changed={one} />
        ))}
      </ul>
    </section>
  )
}

function ChangedFiling({ changed }: { changed: Result['changed'][number] }): ReactElement {
  const t = useText('rules')
  const { diff, clientName, filing } = changed
  return (
    <li>
      <button type="button" className="link" onClick={() => openFiling(filing)}>
        {t('openFiling', { name: clientName })}
      </button>
      <details>
        <summary>{t('changes', { count: diff.items.length + diff.findings.length + diff.asks.length })}</summary>
        <DiffView diff={diff} filing={null} />
      </details>
    </li>
  )
}
