// @vitest-environment node
import { expect, test } from 'vitest'
import { failureTexts } from '../../preload/failures.ts'
import { counted, tables } from '../../renderer/text/language.ts'

const places = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()
const subjects = Object.entries(tables).map(([subject, table]) => ({ subject, zh: table.zh, en: table.en }))

test.each(subjects)('$subject says the same things in both languages', ({ zh, en }) => {
  expect(Object.keys(en)).toEqual(Object.keys(zh))
  for (const key of Object.keys(zh)) {
    const [inChinese, inEnglish] = [(zh as never)[key], (en as never)[key]] as [string, string]
    expect(places(inEnglish), key).toEqual(places(inChinese))
    expect(inChinese.trim(), key).not.toBe('')
    expect(inEnglish.trim(), key).not.toBe('')
  }
})

test('Chinese sentences have no English in them but names', () => {
  const names = /ICP|JPEG|PDF|Word|ZIP|SHA-256|App|A4|English|Ctrl|Shift|cn-hangzhou|example\.cn|png|\{\{\w+\}\}/g
  const mixed = subjects.flatMap(({ zh }) =>
    Object.values<string>(zh).filter((text) => /[A-Za-z]{2,}/.test(text.replace(names, ''))),
  )
  expect(mixed).toEqual([])
})

test('one and many', () => {
  expect(counted('1 [paper|papers] missing', 1)).toBe('1 paper missing')
  expect(counted('3 [paper|papers] missing', 3)).toBe('3 papers missing')
  expect(counted('还缺 1 项', 1)).toBe('还缺 1 项')
})

test('every failure says what to do in both languages', () => {
  for (const { zh, en } of Object.values(failureTexts)) expect(places(zh)).toEqual(places(en))
})
