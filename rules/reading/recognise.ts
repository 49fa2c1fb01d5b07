/** Which document a page is, by the words on it. */
import type { DocumentKind, DocumentTable } from './documents-schema.ts'
import type { Page } from './schema.ts'

/** Without blanks and marks that readers put in or leave out; full-width as half-width. */
export function plainText(text: string): string {
  return text.normalize('NFKC').replace(/[\s·•・,，.。:：;；'"“”‘’（）()[\]【】_\-—|]/g, '')
}

/** Letters that may stand around a strong word in its line, and the longest title that may end with one. */
const SLACK = 7
const LONGEST_TITLE = 24

/** In a line of its own, at a line's beginning, or near enough: running text that mentions a paper is not that paper. */
function isHead(line: string, word: string): boolean {
  const at = indexOfLike(line, word)
  if (at <= 0) return at === 0
  return line.length - word.length <= SLACK || (line.length <= LONGEST_TITLE && at + word.length === line.length)
}

/** The place of `word` in `text`, one letter of five or more being allowed to be misread; -1: it is not there. */
export function indexOfLike(text: string, word: string): number {
  const exact = text.indexOf(word)
  if (exact >= 0 || word.length < 5) return exact
  for (let at = 0; at + word.length <= text.length; at += 1) {
    let wrong = 0
    for (let letter = 0; letter < word.length && wrong < 2; letter += 1) {
      if (text[at + letter] !== word[letter]) wrong += 1
    }
    if (wrong < 2) return at
  }
  return -1
}

interface Scored {
  kind: DocumentKind
  points: number
}

function scoreOf(kind: DocumentKind, lines: readonly string[], { points }: DocumentTable): Scored {
  const isAnother = kind.without.some((word) => lines.some((line) => isHead(line, word)))
  const lacks = kind.needs.length > 0 && !kind.needs.some((word) => lines.some((line) => line.includes(word)))
  if (isAnother || lacks) return { kind, points: 0 }
  const strong = kind.strong.filter((word) => lines.some((line) => isHead(line, word))).length
  const weak = kind.weak.filter((word) => lines.some((line) => line.includes(word))).length
  return { kind, points: strong === 0 ? 0 : strong * points.strong + weak * points.weak }
}

/**
 * The documents on a page, the surest first; none when no words tell. Both sides of a card may lie on one page; two
 * other documents that are nearly as likely are none.
 */
export function recognise(page: Pick<Page, 'lines'>, table: DocumentTable): DocumentKind[] {
  const lines = page.lines.map(({ text }) => plainText(text)).filter((text) => text !== '')
  const scored = table.documents.map((kind) => scoreOf(kind, lines, table)).sort((a, b) => b.points - a.points)
  const sure = scored.filter(({ points }) => points >= table.points.least)
  const [best] = sure
  if (!best) return []
  const sides = sure.filter(({ kind }) => isOtherSide(kind, best.kind))
  const rival = sure.find(({ kind }) => kind !== best.kind && !sides.some((side) => side.kind === kind))
  if (rival && best.points - rival.points < table.points.ahead) return []
  return [best, ...sides.slice(0, 1)].map(({ kind }) => kind)
}

function isOtherSide(one: DocumentKind, other: DocumentKind): boolean {
  const isSameCard = one.certificate !== null && one.certificate === other.certificate && one.side !== other.side
  return isSameCard && !one.strong.some((word) => other.strong.includes(word))
}
