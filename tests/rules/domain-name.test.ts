import { expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { parseDomain, punycodeToUnicode } from '../../rules/domain-name.ts'

const { secondLevel } = shippedRules.tables.suffixes

test.each([
  ['example.com', 'example', 'com', false],
  ['www.example.com', 'example', 'com', true],
  ['example.com.cn', 'example', 'com.cn', false],
  ['www.example.com.cn', 'example', 'com.cn', true],
  ['example.bj.cn', 'example', 'bj.cn', false],
  ['a.b.example.cn', 'example', 'cn', true],
  ['示例.中国', '示例', '中国', false],
  ['xn--fsqu00a.xn--fiqs8s', '例子', '中国', false],
  ['示例。公司', '示例', '公司', false],
  ['EXAMPLE.CN', 'example', 'cn', false],
  ['com.cn', '', 'com.cn', false],
  ['example.constructor', 'example', 'constructor', false],
])('%s', (name, label, suffix, isSubdomain) => {
  expect(parseDomain(name, secondLevel)).toMatchObject({ label, suffix, isSubdomain })
})

test.each(['example', 'http://example.com', 'exa mple.com', '-a.com', 'a..com', 'a.com/path', 'xn--!!.com', ''])(
  '"%s" is no domain',
  (name) => {
    expect(parseDomain(name, secondLevel)).toBeNull()
  },
)

/** Samples of RFC 3492, section 7.1. */
test.each([
  ['ihqwcrb4cv8a8dqg056pqjye', '他们为什么不说中文'],
  ['bcher-kva', 'bücher'],
  ['-', null],
])('%s is %s', (encoded, text) => {
  expect(punycodeToUnicode(encoded)).toBe(text)
})
