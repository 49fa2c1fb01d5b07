/**
 * Where a text stops being JSON, and what was expected there, in both languages.
 * Our own scan, because the runtime's message has a position for some mistakes only and is English only.
 */
import type { Text } from '../../../rules/schema.ts'

type Wanted = 'value' | 'value-or-close' | 'key' | 'key-or-close' | 'colon' | 'comma-or-close' | 'end'

const wantedTexts: Record<Wanted, Text> = {
  value: { zh: '此处应为一个值', en: 'a value is expected here' },
  'value-or-close': { zh: '此处应为一个值或 ]', en: 'a value or ] is expected here' },
  key: {
    zh: '此处应为用双引号括起来的键（最后一项后面不要逗号）',
    en: 'a key in double quotes is expected here (no comma after the last entry)',
  },
  'key-or-close': { zh: '此处应为用双引号括起来的键或 }', en: 'a key in double quotes or } is expected here' },
  colon: { zh: '键后面应为冒号', en: 'a colon is expected after the key' },
  'comma-or-close': { zh: '此处应为逗号或右括号', en: 'a comma or a closing bracket is expected here' },
  end: { zh: '文件到此应结束，后面还有内容', en: 'the file should end here, but there is more' },
}
const cutOff: Text = {
  zh: '内容不完整，缺少右括号或右引号',
  en: 'the text is cut off: a closing bracket or quote is missing',
}
const badString: Text = {
  zh: '双引号内的文本在此处不对（未转义的换行、制表符或反斜杠）',
  en: 'the text in double quotes is wrong here (a line break, tab or backslash that is not escaped)',
}
const comment: Text = { zh: 'JSON 里不能写注释', en: 'JSON has no comments' }
const fullWidth: Text = {
  zh: '这里是全角或弯曲的标点，JSON 要用半角标点',
  en: 'this is full-width or curly punctuation; JSON needs the plain one',
}

const literal = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** @param text something that `JSON.parse` has refused */
export function jsonMistake(text: string): Text {
  if (text.trim() === '') return { zh: '文件是空的', en: 'the file is empty' }
  const { offset, why } = findMistake(text)
  const before = text.slice(0, offset).split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return { zh: `第 ${line} 行第 ${column} 列：${why.zh}`, en: `line ${line}, column ${column}: ${why.en}` }
}

interface Scan {
  text: string
  at: number
  wanted: Wanted
  /** The brackets that are open, outermost first. */
  open: ('{' | '[')[]
}

function findMistake(text: string): { offset: number; why: Text } {
  const scan: Scan = { text, at: 0, wanted: 'value', open: [] }
  for (;;) {
    while (' \t\n\r'.includes(text[scan.at] ?? '!')) scan.at++
    if (scan.at >= text.length) return { offset: text.length, why: scan.wanted === 'end' ? wantedTexts.end : cutOff }
    const why = takeToken(scan)
    if (why) return { offset: scan.at, why }
  }
}

/** Moves past one token; or leaves `at` on the mistake and says what it is. */
function takeToken(scan: Scan): Text | null {
  const character = scan.text[scan.at] ?? ''
  if (character === '"') return takeString(scan)
  if ('{[}],:'.includes(character)) return takePunctuation(scan, character)
  literal.lastIndex = scan.at
  if (!wantsValue(scan) || !literal.test(scan.text)) return mistakeAt(scan, character)
  scan.at = literal.lastIndex
  scan.wanted = afterValue(scan)
  return null
}

function takePunctuation(scan: Scan, character: string): Text | null {
  const wanted = afterPunctuation(scan, character)
  if (!wanted) return wantedTexts[scan.wanted]
  scan.at++
  scan.wanted = wanted
  return null
}

/** What may follow this bracket, comma or colon; null: it may not stand here. */
function afterPunctuation(scan: Scan, character: string): Wanted | null {
  switch (character) {
    case '{':
    case '[':
      if (!wantsValue(scan)) return null
      scan.open.push(character)
      return character === '{' ? 'key-or-close' : 'value-or-close'
    case ':':
      return scan.wanted === 'colon' ? 'value' : null
    case ',':
      if (scan.wanted !== 'comma-or-close') return null
      return scan.open.at(-1) === '{' ? 'key' : 'value'
    default:
      return afterClosing(scan, character === '}' ? '{' : '[')
  }
}

function afterClosing(scan: Scan, opening: '{' | '['): Wanted | null {
  if (scan.open.at(-1) !== opening || !scan.wanted.endsWith('-or-close')) return null
  scan.open.pop()
  return afterValue(scan)
}

function takeString(scan: Scan): Text | null {
  const isKey = scan.wanted === 'key' || scan.wanted === 'key-or-close'
  if (!isKey && !wantsValue(scan)) return wantedTexts[scan.wanted]
  let at = scan.at + 1
  for (; at < scan.text.length && scan.text[at] !== '"'; at++) {
    if (scan.text.charCodeAt(at) < 0x20) break
    if (scan.text[at] !== '\\') continue
    escaped.lastIndex = at
    if (!escaped.test(scan.text)) break
    at = escaped.lastIndex - 1
  }
  scan.at = at
  if (at >= scan.text.length) return cutOff
  if (scan.text[at] !== '"') return badString
  scan.at++
  scan.wanted = isKey ? 'colon' : afterValue(scan)
  return null
}

function wantsValue(scan: Scan): boolean {
  return scan.wanted === 'value' || scan.wanted === 'value-or-close'
}

function afterValue(scan: Scan): Wanted {
  return scan.open.length > 0 ? 'comma-or-close' : 'end'
}

function mistakeAt(scan: Scan, character: string): Text {
  if (character === '/' || character === '#') return comment
  if ('，：“”‘’｛｝［］'.includes(character)) return fullWidth
  return wantedTexts[scan.wanted]
}
