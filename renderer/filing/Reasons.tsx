import type { ReactElement } from 'react'
import type { ChecklistItem, Reason } from '../../rules/answers.ts'
import { labelAt, specAt } from '../profile/fields.ts'
import { useWhere } from '../route.ts'
import { useOurs, useText } from '../text/language.ts'
import { words as wordTable } from '../text/words.ts'
import { shownDate } from '../ui/typed-text.ts'
import { useDesk } from './desk.ts'
import { Earlier, VerifyLine } from './Earlier.tsx'
import { readAt } from './paths.ts'
import { Sources } from './Sources.tsx'

/** 为什么需要: the rule in words, the facts that made it true, who says so, and who said otherwise. One click away. */
export function Reasons({ item }: { item: ChecklistItem }): ReactElement {
  const t = useText('filing')
  const ours = useOurs()
  return (
    <details className="reasons">
      <summary>{t('why')}</summary>
      {item.verify && <VerifyLine />}
      {item.because.map((reason) => (
        <div key={reason.rule} className="reason">
          <p>{ours(reason)}</p>
          <Facts reason={reason} />
          <h3>{t('sources')}</h3>
          <Sources sources={reason.sources} />
        </div>
      ))}
      <Earlier reasons={item.earlier} deciding={item.because.flatMap(({ sources }) => sources)} />
    </details>
  )
}

/** The facts in the form's words, or the one that is asked first, each leading to its place; what was worked out from one fact is that fact. */
function Facts({ reason }: { reason: Reason }): ReactElement | null {
  const { view } = useDesk()
  const t = useText('filing')
  const ats = reason.missing === undefined ? reason.facts.map(({ at }) => at) : [reason.missing]
  const places = [...new Set(ats)].filter((at) => labelAt(view.filing, at) !== null)
  if (places.length === 0) return null
  return (
    <>
      <h3>{t(reason.missing === undefined ? 'basis' : 'stillMissing')}</h3>
      <ul className="facts">
        {places.map((at) => (
          <FactLine key={at} at={at} />
        ))}
      </ul>
    </>
  )
}

function FactLine({ at }: { at: string }): ReactElement {
  const { view } = useDesk()
  const profile = useText('profile')
  const goTo = useWhere((where) => where.goTo)
  const shown = useShownFact(at)
  return (
    <li>
      <button type="button" className="link" onClick={() => goTo({ page: 'profile', at })}>
        {profile(labelAt(view.filing, at) ?? 'service')}
      </button>
      {shown && profile('factIs', { value: shown })}
    </li>
  )
}

/** What stands in this place, as the form shows it; null for a whole section. */
function useShownFact(at: string): string | null {
  const { view, lists } = useDesk()
  const common = useText('common')
  const words = useText('words')
  const spec = specAt(view.filing, at)
  const textOf = (value: string): string => {
    const option = spec?.list && lists.options(spec.list).find((one) => one.value === value)
    if (option) return option.label
    return value in wordTable.zh ? words(value as keyof typeof wordTable.zh) : shownDate(value)
  }
  const shown = (value: unknown): string | null => {
    if (typeof value === 'string') return textOf(value)
    if (typeof value === 'number') return String(value)
    if (typeof value === 'boolean') return common(value ? 'yes' : 'no')
    return Array.isArray(value) ? value.map(shown).filter(Boolean).join(common('comma')) : null
  }
  return shown(readAt(view.filing, at))
}
