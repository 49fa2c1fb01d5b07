/** Whether a value that was read is the filing's own, and how both are shown without giving them away. */
import { plainNumber } from '../identity.ts'
import { plainText } from './recognise.ts'
import type { ReadFieldName } from './schema.ts'

/** Blanks, full width, brackets and the renewal digits of an older permit are no difference. */
export function isSame(field: ReadFieldName | 'certificate', one: string, other: string): boolean {
  if (field !== 'number') return plainText(one).toLowerCase() === plainText(other).toLowerCase()
  const [a, b] = [plainNumber(one).replace(/[()-]/g, ''), plainNumber(other).replace(/[()-]/g, '')]
  const isPermit = /^[HM]\d{8}(\d{2})?$/
  return isPermit.test(a) && isPermit.test(b) ? a.slice(0, 9) === b.slice(0, 9) : a === b
}

/** Ends that stay readable in a masked number. */
const SHOWN = 2

/** Both numbers with every sign hidden but the ends and those that differ: "11··············37" against "11··············73". */
export function maskedPair(one: string, other: string): [string, string] {
  const mask = (text: string, against: string) =>
    [...text]
      .map((sign, at) => {
        const isEnd = at < SHOWN || at >= text.length - SHOWN
        return isEnd || (text.length === against.length && sign !== against[at]) ? sign : '·'
      })
      .join('')
  return [mask(one, other), mask(other, one)]
}

/** So few letters changed, left out or put in may be misread, where nothing says how long the text is. */
const FEW = 2

/** Whether one becomes the other with few letters changed: then it may be misread. */
export function isNear(one: string, other: string): boolean {
  return changesBetween(one, other) <= FEW
}

/** Names are short: half of one's letters misread is as far as a reader errs, and more is somebody else. */
export function isNearName(one: string, other: string): boolean {
  const [a, b] = [plainText(one).toLowerCase(), plainText(other).toLowerCase()]
  return changesBetween(a, b) <= Math.max(a.length, b.length) / 2
}

/** Letters to be changed, left out or put in to make one of the other (Levenshtein's distance). */
function changesBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1]
    for (let at = 0; at < other.length; at += 1) {
      const changed = (row[at] as number) + (other[at] === letter ? 0 : 1)
      next.push(Math.min(changed, (row[at + 1] as number) + 1, (next[at] as number) + 1))
    }
    row = next
  }
  return row.at(-1) as number
}
