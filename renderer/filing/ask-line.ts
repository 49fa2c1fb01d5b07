import type { Ask } from '../../rules/answers.ts'
import { useOurs, useText } from '../text/language.ts'

const shownAtMost = 3

/** What a question decides, in one line: the first few, and how many there are. */
export function useAskLine(): (ask: Ask) => string {
  const t = useText('filing')
  const common = useText('common')
  const ours = useOurs()
  return ({ why }) => {
    const what = why.slice(0, shownAtMost).map(ours).join(common('comma'))
    return why.length > shownAtMost ? t('askForMore', { what, count: why.length }) : t('askFor', { what })
  }
}
