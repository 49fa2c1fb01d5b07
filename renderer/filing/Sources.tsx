import type { ReactElement } from 'react'
import type { SourceRef } from '../../rules/answers.ts'
import { useText } from '../text/language.ts'
import { useDesk } from './desk.ts'

/** Who says so, and since when. */
export function Sources({ sources }: { sources: readonly SourceRef[] }): ReactElement {
  const { catalog } = useDesk()
  const t = useText('filing')
  return (
    <ul className="sources">
      {sources.map((source) => (
        <li key={`${source.id}-${source.vintage}-${source.place ?? ''}`}>
          {t('source', { title: catalog.sources[source.id]?.title ?? source.id, vintage: source.vintage })}
          {source.place && <span>{source.place}</span>}
        </li>
      ))}
    </ul>
  )
}
