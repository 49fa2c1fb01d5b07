// @vitest-environment node
import { describe, expect, test } from 'vitest'
import { groupedId, halfWidth, readDate, shownDate, tidy } from '../../renderer/ui/typed-text.ts'

describe('a typed date', () => {
  test.each([
    ['2035.03.01', '2035-03-01'],
    ['2035-03-01', '2035-03-01'],
    ['20350301', '2035-03-01'],
    ['2035/3/1', '2035-03-01'],
    ['2035年3月1日', '2035-03-01'],
    ['２０３５．０３．０１', '2035-03-01'],
    ['2035。03。01', '2035-03-01'],
    [' 2024.2.29 ', '2024-02-29'],
    ['', ''],
    ['2023.2.29', null],
    ['2035.13.01', null],
    ['2035.00.10', null],
    ['35.03.01', null],
    ['下个月', null],
  ])('%j is read as %j', (typed, read) => {
    expect(readDate(typed)).toBe(read)
  })

  test('a certificate may be without an end, a birthday may not', () => {
    expect(readDate('长期', true)).toBe('long-term')
    expect(readDate('long-term', true)).toBe('long-term')
    expect(readDate('长期')).toBeNull()
  })

  test('it is shown as certificates print it; what is no date stays as it was typed', () => {
    expect(shownDate('2035-03-01')).toBe('2035.03.01')
    expect(shownDate('long-term')).toBe('长期')
    expect(shownDate('2035.13.01')).toBe('2035.13.01')
  })
})

describe('typed text is tidied by kind', () => {
  test.each([
    ['certificate', '１１０１０５ 19491231 002x', '11010519491231002X'],
    ['number-text', '１３８ 0013 8000', '13800138000'],
    ['email', ' ａ＠example.cn ', 'a@example.cn'],
    ['domain', 'https://WWW.Example.cn/path', 'www.example.cn'],
    ['person', '买买提．吐尔逊', '买买提·吐尔逊'],
    ['person', '买买提 • 吐尔逊', '买买提·吐尔逊'],
    ['person', 'J. Smith', 'J. Smith'],
    ['text', '示例科技（北京）有限公司 ', '示例科技（北京）有限公司'],
  ] as const)('%s: %j becomes %j', (kind, typed, tidied) => {
    expect(tidy(kind, typed)).toBe(tidied)
  })

  test('full-width signs have ordinary forms', () => {
    expect(halfWidth('ＡＢＣ　１２３')).toBe('ABC 123')
  })
})

test('a resident ID is grouped 6-8-4, other numbers are not', () => {
  expect(groupedId('11010519491231002X')).toBe('110105 19491231 002X')
  expect(groupedId('91110000MA00000000')).toBe('91110000MA00000000')
  expect(groupedId('1101')).toBe('1101')
})
