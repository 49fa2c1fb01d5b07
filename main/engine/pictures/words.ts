/** Text that is written on or beside pictures: one line, and only what our fonts can draw. */
import type { Words } from '../imaging/lettering.ts'
import { fontRuns, hasInk, missingCharacters, nameOfCharacter, withCodes } from '../pdf/fonts.ts'
import { cleanText } from '../pdf/text.ts'

interface Written {
  /** null: nothing of it can be drawn, or nothing would be seen. */
  words: Words | null
  /** The characters that no font has, with their codes. */
  missing: string
}

export function wordsOf(text: string): Written {
  const line = lineOf(text)
  const missing = missingCharacters(line).map(nameOfCharacter).join(' ')
  return { words: missing === '' && hasInk(line) ? fontRuns(line) : null, missing }
}

/** Where nobody can be asked for another text: what no font has becomes its code, never a box. */
export function wordsWithCodes(text: string): Words | null {
  return wordsOf(withCodes(lineOf(text))).words
}

function lineOf(text: string): string {
  return cleanText(text).replaceAll('\n', ' ')
}
