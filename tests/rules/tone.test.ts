import { expect, test } from 'vitest'
import { shippedRules } from '../../rules/catalog.ts'
import { Adjustment } from '../../rules/schema.ts'
import { plainTone, toneExcess, toneParts, toneTables } from '../../rules/tone.ts'

const limits = shippedRules.tables.joining.tone

test('a plain tone changes no level', () => {
  for (const table of toneTables(plainTone)) expect([...table]).toEqual(Array.from({ length: 256 }, (_, at) => at))
})

test('at every limit black stays black, and what was darker stays darker: nothing is hidden', () => {
  for (const brightness of limits.brightness) {
    for (const contrast of limits.contrast) {
      const [, green] = toneTables({ ...plainTone, brightness, contrast })
      expect([green[0], green[255]]).toEqual([0, 255])
      expect(green.every((level, at) => at === 0 || level >= (green[at - 1] ?? 0))).toBe(true)
      // Pencil (a light grey) on paper: still at least three quarters of a level apart for each level before.
      expect((green[245] ?? 0) - (green[205] ?? 0)).toBeGreaterThanOrEqual(12)
    }
  }
})

test.each(toneParts)('%s is taken up to its limits and refused beyond, naming them', (part) => {
  const [least, most] = limits[part]
  expect(
    toneExcess(
      [
        { ...plainTone, [part]: least },
        { ...plainTone, [part]: most },
      ],
      limits,
    ),
  ).toBeNull()
  for (const value of [least - 0.01, most + 0.01]) {
    expect(toneExcess([{ ...plainTone, [part]: value }], limits)).toEqual({ part, value, least, most })
  }
})

test('a filing names only what it changes', () => {
  expect(Adjustment.parse({ kind: 'tone', brightness: 0.2 })).toEqual({ ...plainTone, brightness: 0.2 })
  expect(Adjustment.safeParse({ kind: 'retouch' }).success).toBe(false)
})
