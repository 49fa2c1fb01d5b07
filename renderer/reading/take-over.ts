/** A value that was read becomes a fact of the filing, because the person says so. */
import { failureText } from '../../preload/failures.ts'
import type { ImageView } from '../../preload/views.ts'
import type { Filing } from '../../rules/schema.ts'
import { failureOf } from '../bridge.ts'
import { readAt, withAt } from '../filing/paths.ts'
import { saveFiling } from '../filing/save.ts'
import { currentLanguage, say } from '../text/language.ts'
import { tell } from '../ui/notices.ts'

export type Offer = ImageView['offers'][number]

/** With a number comes the kind of certificate that it is of, where the filing does not say one. */
export function takenOver(filing: Filing, { at, value }: Offer, certificate: string | null): Filing {
  const next = withAt(filing, at, value)
  const typeAt = at.replace(/\.number$/, '.type')
  const isNumber = typeAt !== at && certificate !== null && readAt(filing, typeAt) === undefined
  return isNumber ? withAt(next, typeAt, certificate) : next
}

export async function takeOver(filing: string, offer: Offer, certificate: string | null, title: string): Promise<void> {
  const t = say('reading')
  try {
    let before: Filing | null = null
    await saveFiling(filing, (now) => {
      before = now
      return takenOver(now, offer, certificate)
    })
    const back = () => saveFiling(filing, (now) => withAt(now, offer.at, before ? readAt(before, offer.at) : undefined))
    tell(t('taken', { title }), { action: { label: say('common')('undo'), run: () => void back() } })
  } catch (error) {
    tell(failureText(failureOf(error), currentLanguage()), { tone: 'danger' })
  }
}
