/** The words above the parts of a joined picture. */
import { Failure } from '../failure.ts'
import type { Words } from '../imaging/lettering.ts'
import { wordsOf, wordsWithCodes } from './words.ts'

/** Typed by a person; an empty one is none. Fails with `caption.glyph-missing`. */
export function typedCaption(text: string | null): Words | null {
  if (text === null) return null
  const { words, missing } = wordsOf(text)
  if (missing !== '') throw new Failure('caption.glyph-missing', { text, characters: missing })
  return words
}

/** The name of a paper, out of the rules. */
export function titleCaption(title: string): Words | null {
  return wordsWithCodes(title)
}
