import { expect, test } from 'vitest'
import { shownBeside, shownBytes, shownLimit } from '../../rules/bytes.ts'

test.each([
  [999, '999 B'],
  [148_300, '148 KB'],
  [1_934_000, '1.9 MB'],
  [4_000_000, '4 MB'],
])('%i bytes are shown as %s', (bytes, shown) => expect(shownBytes(bytes)).toBe(shown))

test.each([
  [204_800, '200 KB'],
  [200_000, '200 KB'],
  [3_999_999, '4 MB'],
  [2_097_152, '2 MB'],
  [102_400, '100 KB'],
])('a limit of %i bytes is what the portal calls %s', (bytes, shown) => expect(shownLimit(bytes)).toBe(shown))

test.each([
  [204_800, 203_000, '198 KB'],
  [204_800, 204_750, '199.95 KB'],
  [2_000_000, 2_031_114, '2.03 MB'],
  [2_097_152, 2_600_000, '2.5 MB'],
  [900, 1_200, '1200 B'],
  [5_000_000, 50_000, '50 KB'],
  [204_800, 300, '300 B'],
  [1_000_000, 999_999, '999.999 KB'],
])('beside a limit of %i bytes, %i are %s', (limit, bytes, shown) => expect(shownBeside(bytes, limit)).toBe(shown))
