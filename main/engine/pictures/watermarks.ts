/** The words of purpose watermarks, allowed by the provider and drawable by our fonts. */
import type { Finding } from '../../../rules/answers.ts'
import { providerOf, type Rules } from '../../../rules/catalog.ts'
import type { Filing, IsoDate } from '../../../rules/schema.ts'
import { keepMark, uploadMark, watermarkVerdict, withoutGlyphs } from '../../../rules/watermark.ts'
import { Failure, textsOf } from '../failure.ts'
import type { Words } from '../imaging/lettering.ts'
import { nameOfCharacter } from '../pdf/fonts.ts'
import { wordsOf, wordsWithCodes } from './words.ts'

/**
 * Words that somebody asked for; without a provider they are for the person's own use.
 * Fails with `watermark.not-allowed` or `watermark.glyph-missing`.
 */
export function allowedMark(text: string, provider: string | null, rules: Rules): Words {
  if (provider !== null && watermarkVerdict(text, provider, rules) !== 'allowed') {
    const { title, watermark } = providerOf(provider, rules)
    throw new Failure('watermark.not-allowed', { provider: title, note: watermark.note })
  }
  const written = writtenMark(text)
  if (written instanceof Failure) throw written
  return written
}

/** The watermark of a filing's uploads; left out, with a finding that says why, where it may not or cannot be written. */
export function filingMark(filing: Filing, rules: Rules): { words: Words | null; finding: Finding | null } {
  const { text, finding } = uploadMark(filing, rules)
  if (text === null) return { words: null, finding }
  const written = writtenMark(text)
  if (!(written instanceof Failure)) return { words: written, finding: null }
  return { words: null, finding: withoutGlyphs(textsOf(written)) }
}

/** Of copies to keep. The name of the person or unit stands as it is: what no font has is shown by its code. */
export function copyMark(filing: Filing, on: IsoDate): Words | null {
  return wordsWithCodes(keepMark(filing, on))
}

function writtenMark(text: string): Words | Failure {
  const { words, missing } = wordsOf(text)
  if (words !== null) return words
  const unseen = [...new Set(text)].map(nameOfCharacter).join(' ')
  return new Failure('watermark.glyph-missing', { text, characters: missing === '' ? unseen : missing })
}
