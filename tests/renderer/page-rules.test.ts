import { expect, test } from 'vitest'
import { styleTextOnly } from '../../renderer/page-rules.ts'

test('style text passes, anything that could become markup does not', () => {
  expect(styleTextOnly('a > b { color: red }')).toBe('a > b { color: red }')
  expect(() => styleTextOnly('<img src=x onerror=alert(1)>')).toThrow(TypeError)
})
