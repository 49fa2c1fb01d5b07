import type { ReactElement } from 'react'
import type { Adjustment } from '../../rules/schema.ts'
import { type Say, useText } from '../text/language.ts'
import { useEditor } from './editor-store.ts'

/** What was done between two lists, in words. Tone and straightening stand early in a list, whenever they were set. */
export function stepName(list: readonly Adjustment[], before: readonly Adjustment[], t: Say<'editor'>): string {
  const changed = (what: Adjustment['kind']) => {
    const [now, then] = [list, before].map((one) => JSON.stringify(one.find(({ kind }) => kind === what)))
    return now !== then
  }
  if (list.length > 0 && changed('tone')) return t('stepTone')
  if (list.some(({ kind }) => kind === 'straighten') && changed('straighten')) return t('stepStraighten')
  const last = list.at(-1)
  switch (last?.kind) {
    case undefined:
      return t('stepNone')
    case 'rotate':
      return t('stepRotate', { degrees: last.degrees })
    case 'crop':
      return t('stepCrop', { width: last.width, height: last.height })
    case 'straighten':
      return t('stepStraighten')
    case 'tone':
      return t('stepTone')
  }
}

/** Every state since the editor opened; a click goes back to it, or forward again. */
export function History(): ReactElement {
  const t = useText('editor')
  const { history, at, jump } = useEditor()
  return (
    <section aria-labelledby="history-head">
      <h3 id="history-head">{t('history')}</h3>
      <ol className="history">
        {history.map((list, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a state is its place in the history
          <li key={index}>
            <button type="button" aria-current={index === at} onClick={() => jump(index)}>
              {index === 0 ? t('historyStart') : stepName(list, history[index - 1] ?? [], t)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
