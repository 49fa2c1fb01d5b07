/** What people type, tidied without changing what it means. Pure; `DateField` and `TextField` show what changed. */

/** Full-width letters, digits and signs as their ordinary forms: １２３ＡＢＣ． → 123ABC. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ')
    .replaceAll('。', '.')
}

/** How a field's text is tidied when the person leaves it. */
export type TextKind = 'text' | 'person' | 'number-text' | 'certificate' | 'email' | 'domain'

/**
 * The tidied text. Names keep their full-width brackets, since they must match the certificate;
 * the dots that keyboards offer between the parts of a name become the one dot that certificates print.
 */
export function tidy(kind: TextKind, text: string): string {
  const trimmed = text.trim()
  switch (kind) {
    case 'text':
      return trimmed
    case 'person':
      return trimmed.replace(/(?<=\p{Script=Han})\s*[•・‧∙･．.]\s*(?=\p{Script=Han})/gu, '·')
    case 'number-text':
      return halfWidth(trimmed).replace(/\s/g, '')
    case 'certificate':
      return halfWidth(trimmed).replace(/\s/g, '').toUpperCase()
    case 'email':
      return halfWidth(trimmed).replace(/\s/g, '')
    case 'domain':
      return halfWidth(trimmed)
        .replace(/\s/g, '')
        .toLowerCase()
        .replace(/^https?:\/\//, '')
        .replace(/\/.*$/, '')
  }
}

/** A resident ID as it is printed on the card, 6-8-4; anything else as it is. */
export function groupedId(number: string): string {
  return /^\d{17}[\dX]$/.test(number) ? `${number.slice(0, 6)} ${number.slice(6, 14)} ${number.slice(14)}` : number
}

const longTermWords = ['长期', '长期有效', 'long-term', 'longterm', 'long term']

/**
 * A typed date as `YYYY-MM-DD`, `long-term` where that is allowed, `''` for nothing typed, or null when it is no date.
 * Takes the certificate's own form (2035.03.01), ISO, eight digits, 年月日, slashes, and full-width input.
 */
export function readDate(text: string, mayBeLongTerm = false): string | null {
  const plain = halfWidth(text).trim().toLowerCase()
  if (plain === '') return ''
  if (longTermWords.includes(plain)) return mayBeLongTerm ? 'long-term' : null
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ??
    /^(\d{4})\s*[-./年\s]\s*(\d{1,2})\s*[-./月\s]\s*(\d{1,2})\s*日?$/.exec(plain)
  if (!parts) return null
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number]
  return isDay(year, month, day) ? [year, two(month), two(day)].join('-') : null
}

/** A stored date in the certificate's own form; a text that is no date stays as it was typed. */
export function shownDate(stored: string): string {
  if (stored === 'long-term') return '长期'
  return /^\d{4}-\d{2}-\d{2}$/.test(stored) ? stored.replaceAll('-', '.') : stored
}

const two = (n: number) => String(n).padStart(2, '0')

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
