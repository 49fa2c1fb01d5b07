import type { ReactElement } from 'react'
import type { Reason, SourceRef } from '../../rules/answers.ts'
import { type Key, useOurs, useText } from '../text/language.ts'
import { Sources } from './Sources.tsx'
import { asideOf } from './vintage.ts'

/** What other sources say, with who and when; `deciding` are those that are followed. */
export function Earlier(props: { reasons: readonly Reason[]; deciding: readonly SourceRef[] }): ReactElement {
  const { older, newer } = asideOf(props.reasons, props.deciding)
  return (
    <>
      <AsideRules reasons={older} title="earlier" why="earlierWhy" />
      <AsideRules reasons={newer} title="other" why="otherWhy" />
    </>
  )
}

function AsideRules(props: {
  reasons: readonly Reason[]
  title: Key<'knowledge'>
  why: Key<'knowledge'>
}): ReactElement | null {
  const t = useText('knowledge')
  const ours = useOurs()
  if (props.reasons.length === 0) return null
  return (
    <section className="earlier" aria-label={t(props.title)}>
      <h3>{t(props.title)}</h3>
      <p className="aside">{t(props.why)}</p>
      {props.reasons.map((reason) => (
        <div key={`${reason.rule}-${reason.zh}`}>
          <p>{ours(reason)}</p>
          <Sources sources={reason.sources} />
        </div>
      ))}
    </section>
  )
}

/** One quiet line where the newest source is past its shelf life. */
export function VerifyLine(): ReactElement {
  const t = useText('knowledge')
  return <p className="verify">{t('verify')}</p>
}
