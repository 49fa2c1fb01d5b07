/** What zod objects to in a filing file, as the path written in the file and a plain expectation in both languages. */
import { z } from 'zod'
import type { Text } from '../../../rules/schema.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]

interface Expectation {
  path: string | Text
  expected: Text
}

/**
 * The first of the issues, in words.
 * @param schema what the data was checked against, for naming the keys that are allowed
 * @param data the data as read, for telling what stands there now
 */
export function expectationOf(schema: z.ZodType, data: unknown, issues: readonly Issue[]): Expectation {
  const [first] = issues
  if (!first) throw new Error('a refused filing has no issue')
  const { path, expected } = describe(schema, data, { ...first, path: [...first.path] })
  const more = issues.length - 1
  return {
    path: path.length > 0 ? pathText(path) : { zh: '最外层', en: 'the outermost level' },
    expected: more > 0 ? both(`${expected.zh}（另有 ${more} 处问题）`, `${expected.en} (and ${more} more)`) : expected,
  }
}

function describe(schema: z.ZodType, data: unknown, issue: Issue): { path: Path; expected: Text } {
  if (issue.code === 'unrecognized_keys') return unknownKey(schema, issue)
  if (issue.code !== 'invalid_union') return { path: issue.path, expected: expectedOf(issue, data) }
  // One of several shapes was meant: the one that was recognised has a problem deeper inside.
  const meant = issue.errors.find((branch) =>
    branch.some((inner) => inner.path.length > 0 || inner.code === 'unrecognized_keys'),
  )
  const [inner] = meant ?? []
  if (inner) return describe(schema, data, { ...inner, path: [...issue.path, ...inner.path] })
  return { path: issue.path, expected: anyOf(issue, data) }
}

function anyOf(issue: z.core.$ZodIssueInvalidUnion, data: unknown): Text {
  const shapes = issue.errors.flatMap((branch) => branch.slice(0, 1)).map((inner) => shapeOf(inner))
  if (shapes.length === 0) shapes.push(oneOf(optionsOf(issue)))
  const shape = both(shapes.map((each) => each.zh).join('或'), shapes.map((each) => each.en).join(' or '))
  return withFound(shape, at(data, issue.path))
}

function optionsOf(issue: z.core.$ZodIssueInvalidUnion): readonly unknown[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options : []
}

function expectedOf(issue: Issue, data: unknown): Text {
  const found = at(data, issue.path)
  return withFound(shapeOf(issue, found), found)
}

/** What may stand there, as a noun: "整数" / "a whole number". */
function shapeOf(issue: Issue, found?: unknown): Text {
  switch (issue.code) {
    case 'invalid_type':
      return typeTexts[issue.expected] ?? both(issue.expected, issue.expected)
    case 'invalid_value':
      return oneOf(issue.values)
    case 'invalid_format':
      return formatText(issue, found)
    case 'too_small':
      return limitText(issue.origin, '至少', 'at least', Number(issue.minimum))
    case 'too_big':
      return limitText(issue.origin, '不超过', 'at most', Number(issue.maximum))
    default:
      return both(`符合格式的内容（${issue.message}）`, issue.message)
  }
}

const typeTexts: Partial<Record<string, Text>> = {
  object: both('对象 {…}', 'an object {…}'),
  record: both('对象 {…}', 'an object {…}'),
  array: both('列表 […]', 'a list […]'),
  tuple: both('列表 […]', 'a list […]'),
  string: both('带双引号的文本', 'a text in double quotes'),
  number: both('数字（不带引号）', 'a number (without quotes)'),
  int: both('整数', 'a whole number'),
  boolean: both('true 或 false（不带引号）', 'true or false (without quotes)'),
}

function formatText(issue: z.core.$ZodIssueInvalidStringFormat, found: unknown): Text {
  if (issue.format === 'date') {
    const shaped = typeof found === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(found)
    return shaped
      ? both('日历上存在的日期', 'a date that exists in the calendar')
      : both('YYYY-MM-DD 格式的日期', 'a date as YYYY-MM-DD')
  }
  return (
    patternTexts[issue.pattern ?? ''] ??
    both(`符合 ${issue.pattern ?? issue.format} 的文本`, `a text like ${issue.pattern ?? issue.format}`)
  )
}

const patternTexts: Partial<Record<string, Text>> = {
  '/^[1-6]\\d$/': both('两位省级行政区代码，例如 "44"', 'two digits of GB/T 2260, for example "44"'),
  '/^[a-z0-9]+(-[a-z0-9]+)*$/': both(
    '小写字母、数字和连字符组成的代号，例如 "aliyun"',
    'an id of lower-case letters, digits and hyphens, for example "aliyun"',
  ),
}

function limitText(origin: string, zh: string, en: string, limit: number): Text {
  if (origin === 'string') return both(`${zh} ${limit} 个字符的文本`, `a text of ${en} ${limit} characters`)
  if (origin === 'array') return both(`${zh} ${limit} 项的列表`, `a list of ${en} ${limit} entries`)
  return both(`${zh} ${limit} 的数`, `a number of ${en} ${limit}`)
}

function oneOf(values: readonly unknown[]): Text {
  const words = values.map((value) => JSON.stringify(value))
  if (words.length === 1) return both(words.join(), words.join())
  return both(`${words.join(' ')} 之一`, `one of ${words.join(' ')}`)
}

/** Adds what stands there now; a key that is missing is said to be missing. */
function withFound(expected: Text, found: unknown): Text {
  if (found === undefined) return both(`缺少此项，应为：${expected.zh}`, `missing; expected ${expected.en}`)
  return both(`应为：${expected.zh}，现在是 ${shown(found)}`, `expected ${expected.en}, found ${shown(found)}`)
}

function shown(found: unknown): string {
  if (Array.isArray(found)) return '[…]'
  if (typeof found === 'object' && found !== null) return '{…}'
  const text = typeof found === 'string' ? JSON.stringify(found) : String(found)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function unknownKey(schema: z.ZodType, issue: z.core.$ZodIssueUnrecognizedKeys): { path: Path; expected: Text } {
  const known = [...new Set(keysAt(schema, issue.path))].join(' ')
  return {
    path: [...issue.path, ...issue.keys.slice(0, 1)],
    expected: both(`没有这个键，可用的键：${known}`, `there is no such key; known keys: ${known}`),
  }
}

function keysAt(schema: z.ZodType, path: Path): string[] {
  const found = path.reduce<z.core.$ZodType[]>(
    (schemas, key) => schemas.flatMap((each) => childrenOf(each, key)),
    shapesOf(schema),
  )
  return found.flatMap((each) => {
    if (each instanceof z.ZodObject) return Object.keys(each.shape)
    if (each instanceof z.ZodRecord && each.keyType instanceof z.ZodEnum) return each.keyType.options.map(String)
    return []
  })
}

function childrenOf(schema: z.core.$ZodType, key: PropertyKey): z.core.$ZodType[] {
  if (schema instanceof z.ZodObject) return shapesOf(schema.shape[String(key)])
  if (schema instanceof z.ZodArray) return shapesOf(schema.element)
  if (schema instanceof z.ZodRecord) return shapesOf(schema.valueType)
  return []
}

/** The shapes behind "optional" and "one of": what may really stand there. */
function shapesOf(schema: z.core.$ZodType | undefined): z.core.$ZodType[] {
  if (schema instanceof z.ZodOptional) return shapesOf(schema.unwrap())
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option: z.core.$ZodType) => shapesOf(option))
  return schema ? [schema] : []
}

/** "services[0].domains[1].expires", as a person would write it. */
function pathText(path: Path): string {
  return path.map(stepText).join('').replace(/^\./, '')
}

function stepText(step: PropertyKey): string {
  if (typeof step === 'number') return `[${step}]`
  return /^[\w-]+$/.test(String(step)) ? `.${String(step)}` : `[${JSON.stringify(String(step))}]`
}

function at(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<PropertyKey, unknown> | null | undefined)?.[step], data)
}

function both(zh: string, en: string): Text {
  return { zh, en }
}
