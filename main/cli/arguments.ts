/** Values of options, from text. Each fails with `input.usage`, which names the option and what was expected. */
import { Failure } from '../engine/failure.ts'

type Point = [number, number]
export type Corners = [Point, Point, Point, Point]

const wordAspects: Record<string, number> = {
  // ISO/IEC 7810 ID-1: identity, residence and bank cards, lying.
  'id-1': 85.6 / 53.98,
  // ISO 216, standing.
  a4: 210 / 297,
}

export function wholeNumber(option: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (/^\d+$/.test(value) && number >= least && number <= most) return number
    throw wrong(option, value, `${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`)
  }
}

export function oneOf<Word extends string>(option: string, words: readonly Word[]): (value: string) => Word {
  return (value) => {
    const found = words.find((word) => word === value)
    if (found) return found
    throw wrong(option, value, `${words.join(' ')} 之一`, `one of ${words.join(' ')}`)
  }
}

/** A day as YYYY-MM-DD that exists in the calendar. */
export function day(option: string): (value: string) => string {
  return (value) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) throw wrong(option, value, 'YYYY-MM-DD 格式的日期', 'a date as YYYY-MM-DD')
    const date = new Date(`${value}T00:00:00Z`)
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)) return value
    throw wrong(option, value, '日历上存在的日期', 'a date that exists in the calendar')
  }
}

/** What a filing could be changed to; the words are checked where the filing's own are. */
export type Changes = Readonly<Record<string, string | boolean>>

/** Only what stands at the top of a filing, and the day. */
const changeable = ['province', 'provider', 'filingType', 'paperForm', 'on']

/** `province=31,provider=tencent`: each at most once. */
export function changes(option: string): (value: string) => Changes {
  return (value) => {
    const pairs = value.split(',').map((pair) => pair.split('='))
    const names = pairs.map(([name]) => name ?? '')
    const isWhole = pairs.every((pair) => pair.length === 2 && pair[1] !== '')
    if (!isWhole || new Set(names).size < names.length || names.some((name) => !changeable.includes(name))) {
      const names = changeable.join(' ')
      throw wrong(
        option,
        value,
        `名称=值，用逗号分隔，名称为 ${names}`,
        `name=value separated by commas; names: ${names}`,
      )
    }
    return Object.fromEntries(pairs.map(([name = '', word = '']) => [name, truths[word] ?? word]))
  }
}

const truths: Record<string, boolean> = { true: true, false: false }

/** Eight numbers `x,y,x,y,x,y,x,y`: pixels from the top left, clockwise from the corner that becomes the top left. */
export function corners(option: string): (value: string) => Corners {
  return (value) => {
    const numbers = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
    const [a, b, c, d, e, f, g, h] = numbers
    if (numbers.length !== 8 || !numbers.every(Number.isFinite)) {
      throw wrong(option, value, '8 个数：x,y,x,y,x,y,x,y', '8 numbers: x,y,x,y,x,y,x,y')
    }
    return [
      [a, b],
      [c, d],
      [e, f],
      [g, h],
    ] as Corners
  }
}

/** So many numbers, separated by commas. */
export function numbers(option: string, count: number): (value: string) => number[] {
  return (value) => {
    const found = value.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)))
    if (found.length === count && found.every(Number.isFinite)) return found
    throw wrong(option, value, `${count} 个数，用逗号分隔`, `${count} numbers separated by commas`)
  }
}

/** Width divided by height: `id-1`, `a4` or a number. */
export function aspect(option: string): (value: string) => number {
  return (value) => {
    const number = wordAspects[value] ?? Number(value)
    if (number >= 0.05 && number <= 20) return number
    throw wrong(
      option,
      value,
      'id-1、a4 或 0.05 到 20 的数（宽÷高）',
      'id-1, a4 or a number from 0.05 to 20 (width / height)',
    )
  }
}

/** A file name that ends in one of these, so that what is inside is not called something else. */
export function fileName(option: string, endings: readonly string[]): (value: string) => string {
  return (value) => {
    const known = endings.some((ending) => value.toLowerCase().endsWith(ending) && value.length > ending.length)
    if (known) return value
    throw wrong(
      option,
      value,
      `以 ${endings.join(' 或 ')} 结尾的文件名`,
      `a file name that ends in ${endings.join(' or ')}`,
    )
  }
}

/** A text that is not empty and not long. */
export function shortText(option: string): (value: string) => string {
  return (value) => {
    const text = value.trim()
    if (text !== '' && text.length <= 100) return text
    throw wrong(option, value, '1 到 100 个字的文本', 'a text of 1 to 100 characters')
  }
}

function wrong(option: string, value: string, zh: string, en: string): Failure {
  const detail = { zh: `${option} 应为：${zh}，现在是 ${value}`, en: `${option}: expected ${en}, found ${value}` }
  return new Failure('input.usage', { detail })
}
