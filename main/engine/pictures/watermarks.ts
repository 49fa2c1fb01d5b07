import { providerOf, type Rules } from '../../../rules/catalog.ts'
import { watermarkVerdict } from '../../../rules/watermark.ts'
import { Failure } from '../failure.ts'
import { missingCharacters } from '../pdf/fonts.ts'

/**
 * Words that somebody asked for; without a provider they are for the person's own use.
 * Fails with `watermark.not-allowed` or `watermark.glyph-missing`.
 */
export function allowedMark(text: string, provider: string | null, rules: Rules): string {
  if (provider !== null && watermarkVerdict(text, provider, rules) !== 'allowed') {
    const { title, watermark } = providerOf(provider, rules)
    throw new Failure('watermark.not-allowed', { provider: title, note: watermark.note })
  }
  const characters = missingCharacters(text).join('')
  if (characters !== '') throw new Failure('watermark.glyph-missing', { text, characters })
  return text
}
