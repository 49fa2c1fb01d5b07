/** What is found in pictures and on signed papers, where no rule of the data finds it. */
import { signedTexts } from './signed-texts.ts'

const pictureCodes = [
  'image.blurred',
  'image.copied',
  'image.covered',
  'image.cut-off',
  'image.dark',
  'image.glare',
  'image.grayscale',
  'image.no-document',
  'image.not-upright',
  'image.overexposed',
  'image.same-side',
  'image.screen-photo',
  'image.side-missing',
  'image.sides-swapped',
  'image.small-print',
  'image.too-small',
  'image.unreadable',
  'image.wrong-kind',
  'image.wrong-side',
  'reading.mismatch',
] as const
/** Of a verdict on one picture. What a date on it says has the code of the rule that judges the same date as a fact. */
export type PictureCode = (typeof pictureCodes)[number] | 'certificate.expired' | 'domain.expired'

/** All codes that are found by looking: a published reason for rejection can name them beside those of the rules. */
export const lookedForCodes: readonly string[] = [
  ...pictureCodes,
  ...Object.keys(signedTexts).map((code) => `signed.${code}`),
]
