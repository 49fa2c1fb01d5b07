/** What a form's report says, grouped as a person works through it. Pure. */
import type { AskedFormView, FormReport } from '../../preload/form-views.ts'
import type { Filing } from '../../rules/schema.ts'
import type { Key } from '../text/language.ts'

type Left = FormReport['left'][number]
export type Why = Left['why']

/** First what the facts can still supply, then what the hand does, in the order of doing it. */
const order: readonly Why[] = [
  'unknown',
  'character-missing',
  'too-long',
  'not-on-blank',
  'compose',
  'handwritten',
  'signature',
  'fingerprint',
  'seal',
  'date',
]

export function leftByWhy(left: readonly Left[]): { why: Why; fields: Left[] }[] {
  return order
    .map((why) => ({ why, fields: left.filter((field) => field.why === why) }))
    .filter(({ fields }) => fields.length > 0)
}

export const whyText: Readonly<Record<Why, Key<'forms'>>> = {
  signature: 'whySignature',
  seal: 'whySeal',
  date: 'whyDate',
  fingerprint: 'whyFingerprint',
  handwritten: 'whyHandwritten',
  unknown: 'whyUnknown',
  compose: 'whyCompose',
  'character-missing': 'whyGlyph',
  'too-long': 'whyTooLong',
  'not-on-blank': 'whyNotOnBlank',
}

/** A name that every file system takes. */
export function fileName(text: string): string {
  return text.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-').slice(0, 120)
}

type State = 'stateExpired' | 'stateSigned' | 'stateMissing' | 'stateCompose' | 'stateReady'

/** The one thing that is to be said of a paper: what is still to be done comes first. */
export function formState(form: AskedFormView): { key: State; count: number; open: boolean } {
  if (form.expired) return { key: 'stateExpired', count: 0, open: true }
  if (form.pictures > 0) return { key: 'stateSigned', count: form.pictures, open: false }
  if (form.missing.length > 0) return { key: 'stateMissing', count: form.missing.length, open: true }
  if (form.compose.length > 0) return { key: 'stateCompose', count: form.compose.length, open: true }
  return { key: 'stateReady', count: 0, open: false }
}

/** The filing with what the applicant wrote into one form; an empty text is taken out. */
export function withOwnText(
  filing: Filing,
  { service, form, field, text }: { service: number; form: string; field: string; text: string },
): Filing {
  const services = (filing.services ?? []).map((one, index) => {
    if (index !== service) return one
    const { [field]: _, ...others } = one.formTexts?.[form] ?? {}
    const texts = text.trim() === '' ? others : { ...others, [field]: text.trim() }
    return { ...one, formTexts: { ...one.formTexts, [form]: texts } }
  })
  return { ...filing, services }
}
