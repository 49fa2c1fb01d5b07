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
