import type { ReactElement } from 'react'
import type { SourceRef } from '../../rules/answers.ts'
import { useOurs, useText } from '../text/language.ts'
import { useDesk } from './desk.ts'
import { saidVintage } from './vintage.ts'

/** Who says so, and since when. */
export function Sources({ sources }: { sources: readonly SourceRef[] }): ReactElement {
  const { catalog } = useDesk()
  const ours = useOurs()
  const t = useText('filing')
  const knowledge = useText('knowledge')
  const said = (vintage: string) => {
    const { key, params } = saidVintage(vintage)
    return knowledge(key, params)
  }
  const titleOf = ({ id }: SourceRef) => {
    const title = catalog.sources[id]?.title
    return title ? ours(title) : id
  }
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={`${source.id}-${source.vintage}-${source.place ?? ''}`} title={source.vintage}>
          {t('source', { title: titleOf(source), vintage: said(source.vintage) })}
          {source.place && <span>{source.place}</span>}
        </li>
      ))}
    </ul>
  )
}
