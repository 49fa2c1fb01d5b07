/** What a form's report says, grouped as a person works through it. Pure. */
import type { FormReport } from '../../preload/form-views.ts'
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
