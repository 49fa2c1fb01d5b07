import { describe, expect, test } from 'vitest'
import { render } from '../../main/engine/imaging/apply.ts'
import { findCorners } from '../../main/engine/imaging/corners.ts'
import { examine } from '../../main/engine/imaging/examine.ts'
import type { Adjustment, Corners } from '../../rules/schema.ts'
import { example } from './imaging-examples.ts'
import { chance, drawn, written } from './imaging-pictures.ts'

/** Pixels of a 12-megapixel photo, about 0.8 % of its long side. */
const near = 32

/** Each true corner and how far the nearest found one is. */
function farthest(found: Corners, truth: Corners): number {
  return Math.max(...truth.map(([x, y]) => Math.min(...found.map(([fx, fy]) => Math.hypot(fx - x, fy - y)))))
}

describe('the paper in a photo', () => {
  test.each([
    ['individual-beijing', 'id-front.jpg', 'a card on wood, a pen beside it'],
    ['individual-beijing', 'id-back.jpg', 'a card lying on its side'],
    ['individual-beijing', 'verification-form.jpg', 'a printed form on slate, turned by EXIF'],
    ['individual-guangdong-finance', 'id-front.jpg', 'a card on a chequered cloth'],
    ['enterprise-jiangsu', 'business-licence.jpg', 'a licence with a printed frame'],
    ['hong-kong-resident', 'permit-front.jpg', 'a card with a coloured band'],
  ])('%s/%s: %s', async (folder, file) => {
    const { bytes, corners, aspect } = await example(folder, file)
    const found = await findCorners(bytes, file)
    expect(found.confidence).toBeGreaterThan(0.6)
    expect(farthest(found.corners as Corners, corners)).toBeLessThan(near)
    const [[x0], [x1], , [, y3]] = found.corners as Corners
    expect(x1 - x0).toBeGreaterThan(0)
    expect(y3).toBeGreaterThan((found.corners as Corners)[0][1])
    expect(Math.min(Math.abs((found.aspect ?? 0) - aspect), Math.abs((found.aspect ?? 0) - 1 / aspect))).toBeLessThan(
      0.01,
    )
  })

  test('a card at the rim of the photo is found right, but nobody crops to it unasked', async () => {
    const { bytes, corners } = await example('enterprise-jiangsu', 'responsible-person-back.jpg')
    const found = await findCorners(bytes, 'x')
    expect(found).toMatchObject({ corners: null, documents: [] })
    expect(farthest(found.offered as Corners, corners)).toBeLessThan(near)
  })

  const ruled = (x: number, y: number): number[] => ((x + 2 * y) % 53 < 7 ? [130, 150, 190] : [219, 228, 218])
  const white = (x: number, y: number, darker: number): number[] => Array(3).fill(236 - 0.03 * x - 0.03 * y - darker)
  test.each<[string, (x: number, y: number, isCard: boolean) => number[], number]>([
    ['its ruled sheet hides', (x, y, isCard) => (isCard ? [205, 214, 204] : ruled(x, y)), 10],
    ['is almost as white as its sheet', (x, y, isCard) => white(x, y, isCard ? 4 : 0), 2],
  ])('a card that %s is found by a further look, and asked about', async (_, colour, grain) => {
    const next = chance(3)
    const card: Corners = [
      [330, 260],
      [670, 260],
      [670, 474],
      [330, 474],
    ]
    const hidden = drawn(1000, 750, (x, y) => {
      const noise = (next() - 0.5) * grain
      const isCard = x > 330 && x < 670 && y > 260 && y < 474
      return colour(x, y, isCard).map((value) => value + noise)
    })
    const found = await findCorners(await written(hidden).png().toBuffer(), 'x')
    expect(found).toMatchObject({ corners: null, documents: [], isFurther: true })
    expect(found.confidence).toBeGreaterThan(0.2)
    expect(farthest(found.offered as Corners, card)).toBeLessThan(6)
  })

  test('no paper, half a paper, nothing but paper: no corners', async () => {
    const { bytes, corners, aspect } = await example('individual-beijing', 'id-front.jpg')
    const part = async (adjustments: Adjustment[]): Promise<Buffer> =>
      written(await render(bytes, 'x', adjustments, { side: 1600 }))
        .jpeg()
        .toBuffer()
    const table = await part([{ kind: 'crop', left: 0, top: 2500, width: 4000, height: 500 }])
    const half = await part([{ kind: 'crop', left: 1500, top: 0, width: 2500, height: 3000 }])
    const scan = await part([{ kind: 'straighten', corners, aspect }])
    const blank = await written(drawn(400, 300, () => [200, 190, 170]))
      .png()
      .toBuffer()
    for (const picture of [table, half, scan, blank]) {
      expect(await findCorners(picture, 'x')).toMatchObject({ corners: null, aspect: null })
    }
  })
})

describe('what is measured', () => {
  test('one look at a photo gives all of it', async () => {
    const { bytes, corners } = await example('hong-kong-resident', 'permit-back.jpg')
    const examined = await examine(bytes, 'permit-back.jpg')
    expect(examined.info).toMatchObject({ format: 'jpeg', width: 4000, height: 3000 })
    expect(farthest(examined.corners as Corners, corners)).toBeLessThan(near)
    expect(examined.measurements.sharpness).toBeGreaterThan(1)
  })
})
