import { beforeAll, describe, expect, test } from 'vitest'
import { adjustedSize } from '../../main/engine/imaging/adjust.ts'
import { render, resized } from '../../main/engine/imaging/apply.ts'
import { type Raster, toRaster } from '../../main/engine/imaging/decode.ts'
import { suggestTone } from '../../main/engine/imaging/paper-white.ts'
import { MOST_PREVIEW_BYTES, previewJpeg } from '../../main/engine/imaging/preview.ts'
import { warp } from '../../main/engine/imaging/warp.ts'
import { shippedRules } from '../../rules/catalog.ts'
import type { Adjustment, Corners } from '../../rules/schema.ts'
import { toneExcess } from '../../rules/tone.ts'
import { chance, difference, drawn, limits, paper, written } from './imaging-pictures.ts'

const size = { width: 400, height: 300 }
const turn = (degrees: number): Adjustment => ({ kind: 'rotate', degrees })
const crop = (left: number, top: number, width: number, height: number): Adjustment => ({
  kind: 'crop',
  left,
  top,
  width,
  height,
})
const straighten = (corners: Corners, aspect?: number): Adjustment => ({
  kind: 'straighten',
  corners,
  ...(aspect === undefined ? {} : { aspect }),
})
const whole: Corners = [
  [0, 0],
  [400, 0],
  [400, 300],
  [0, 300],
]

describe('adjustments before they are drawn', () => {
  test.each([
    ['crop', [crop(390, 0, 20, 20)], 'image.adjustment-outside'],
    ['crop after a turn', [turn(90), crop(0, 0, 400, 300)], 'image.adjustment-outside'],
    [
      'corner',
      [
        straighten([
          [0, 0],
          [400.5, 0],
          [400, 300],
          [0, 300],
        ]),
      ],
      'image.adjustment-outside',
    ],
    [
      'mirrored corners',
      [
        straighten([
          [0, 0],
          [0, 300],
          [400, 300],
          [400, 0],
        ]),
      ],
      'image.corners-invalid',
    ],
    [
      'crossed corners',
      [
        straighten([
          [0, 0],
          [400, 300],
          [400, 0],
          [0, 300],
        ]),
      ],
      'image.corners-invalid',
    ],
    [
      'corners on a line',
      [
        straighten([
          [0, 0],
          [100, 0],
          [200, 0],
          [0, 300],
        ]),
      ],
      'image.corners-invalid',
    ],
    ['a canvas grown by turns', Array.from({ length: 30 }, (_, at) => turn(at % 2 ? 45 : 44)), 'image.too-many-pixels'],
  ])('%s outside is refused', (_what, adjustments, code) => {
    expect(() => adjustedSize(size, adjustments, 'a.jpg')).toThrow(expect.objectContaining({ code }))
  })

  test('a known aspect shortens the side that is too long and lengthens none', () => {
    expect(adjustedSize(size, [straighten(whole, 2)], '')).toEqual({ width: 400, height: 200 })
    expect(adjustedSize(size, [straighten(whole, 0.5)], '')).toEqual({ width: 150, height: 300 })
  })
})

describe('adjustments on pixels', () => {
  let png: Buffer
  let flat: Raster

  beforeAll(async () => {
    flat = await toRaster(written(paper(400, 300)).blur(2))
    png = await written(flat).png().toBuffer()
  })

  test('under a bulb, in the shade or in the dark, the suggested tone makes paper neutral and light', async () => {
    const limits = shippedRules.tables.joining.tone
    for (const [red, green, blue] of [
      [1, 0.86, 0.66],
      [0.8, 0.92, 1],
      [0.75, 0.75, 0.75],
    ] as const) {
      const lit = await written(flat).linear([red, green, blue], [0, 0, 0]).png().toBuffer()
      const tone = await suggestTone(lit, 'x', [turn(90)], limits)
      if (!tone) throw new Error('no paper')
      expect(toneExcess([tone], limits)).toBeNull()
      const [r = 0, g = 0, b = 0] = (await render(lit, 'x', [tone, turn(90)])).data.subarray(0, 3)
      expect(Math.max(r, g, b) - Math.min(r, g, b)).toBeLessThan(14)
      expect(g).toBeGreaterThan(195)
    }
    const night = await written(flat).linear(0.1).png().toBuffer()
    expect(await suggestTone(night, 'x', [], limits)).toBeNull()
  })

  test('none gives the picture itself', async () => {
    expect(difference(await render(png, 'x', []), flat)).toBeLessThan(limits.same)
  })

  test('a turn and back, and four turns, are the same pixels', async () => {
    expect(difference(await render(png, 'x', [turn(90), turn(-90)]), flat)).toBeLessThan(limits.same)
    expect(difference(await render(png, 'x', [turn(90), turn(90), turn(90), turn(90)]), flat)).toBeLessThan(limits.same)
  })

  test('a turn is clockwise', async () => {
    const { data, width } = await render(png, 'x', [turn(90)])
    expect([...data.subarray((width - 1) * 3, width * 3)]).toEqual([...flat.data.subarray(0, 3)])
  })

  test('an oblique turn stands on white and keeps the middle', async () => {
    const turned = await render(png, 'x', [turn(30)])
    expect([turned.width, turned.height]).toEqual([496, 460])
    expect([...turned.data.subarray(0, 3)]).toEqual([255, 255, 255])
    const back = await render(png, 'x', [turn(30), turn(-30), crop(230, 248, 200, 150)])
    expect(difference(back, await render(png, 'x', [crop(100, 75, 200, 150)]))).toBeLessThan(limits.resampled)
  })

  test('corners of a rectangle give what a crop gives', async () => {
    const corners: Corners = [
      [40, 30],
      [240, 30],
      [240, 180],
      [40, 180],
    ]
    const cropped = await render(png, 'x', [crop(40, 30, 200, 150)])
    expect(difference(await render(png, 'x', [straighten(corners)]), cropped)).toBeLessThan(limits.same)
    const beginningElsewhere: Corners = [
      [240, 30],
      [240, 180],
      [40, 180],
      [40, 30],
    ]
    const turned = await render(png, 'x', [crop(40, 30, 200, 150), turn(-90)])
    expect(difference(await render(png, 'x', [straighten(beginningElsewhere)]), turned)).toBeLessThan(limits.same)
  })

  test('a card photographed at a slant comes back as it was', async () => {
    const card = await toRaster(written(paper(400, 252, 0)).blur(1.5))
    const corners: Corners = [
      [120, 90],
      [603, 60],
      [640, 413],
      [87, 373],
    ]
    const photo = await written(onTable(card, corners, 730, 480))
      .png()
      .toBuffer()
    const straight = await render(photo, 'x', [straighten(corners, 85.6 / 53.98)])
    expect(straight.width / straight.height).toBeCloseTo(85.6 / 53.98, 2)
    expect(difference(await resized(straight, card), card)).toBeLessThan(limits.resampled)
  })

  test('a small one is what the large one is when scaled', async () => {
    const corners: Corners = [
      [60, 40],
      [350, 30],
      [370, 280],
      [30, 260],
    ]
    const steps = [straighten(corners), turn(90), crop(20, 30, 180, 220)]
    const large = await render(png, 'x', steps)
    const small = await render(png, 'x', steps, { width: 90 })
    expect([small.width, small.height]).toEqual([90, 110])
    expect(difference(small, await resized(large, small))).toBeLessThan(limits.resampled)
    const never = await render(png, 'x', steps, { side: 5000 })
    expect([never.width, never.height]).toEqual([180, 220])
  })

  test('a preview stays under its bytes whatever the picture', async () => {
    const next = chance(3)
    const noise = drawn(1800, 1500, () => [next() * 255, next() * 255, next() * 255])
    const preview = await previewJpeg(noise, 1600)
    expect(preview.bytes.length).toBeLessThanOrEqual(MOST_PREVIEW_BYTES)
    const { width, height } = await previewJpeg(flat, 200)
    expect([width, height]).toEqual([200, 150])
  })
})

/** The card seen through the corners on a brown table: each pixel is looked up by the inverse map, four samples each. */
function onTable(card: Raster, corners: Corners, width: number, height: number): Raster {
  const toCard = cardPlace(corners)
  return drawn(width, height, (x, y) => {
    const samples = [0.25, 0.75].flatMap((dx) => [0.25, 0.75].map((dy) => toCard(x + dx, y + dy)))
    const colours = samples.map(([u, v]) => colourAt(card, u * card.width, v * card.height))
    return [0, 1, 2].map((channel) => colours.reduce((sum, colour) => sum + (colour[channel] ?? 0), 0) / 4)
  })
}

function colourAt({ data, width, height }: Raster, x: number, y: number): readonly number[] {
  if (x < 0 || y < 0 || x >= width || y >= height) return [120, 80, 50]
  const at = (Math.floor(y) * width + Math.floor(x)) * 3
  return [...data.subarray(at, at + 3)]
}

/** From a place in the picture to shares of the card's width and height (Heckbert's square-to-quad map, inverted). */
function cardPlace([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners): (x: number, y: number) => [number, number] {
  const [dx1, dx2, sx] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3]
  const [dy1, dy2, sy] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3]
  const g = (sx * dy2 - dx2 * sy) / (dx1 * dy2 - dx2 * dy1)
  const h = (dx1 * sy - sx * dy1) / (dx1 * dy2 - dx2 * dy1)
  const [a, b, d, e] = [x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3]
  return (x, y) => {
    // a u + b v + x0 = x (g u + h v + 1), and the same for y: two equations for u and v.
    const [p, q, r, s] = [a - g * x, b - h * x, d - g * y, e - h * y]
    const determinant = p * s - q * r
    return [((x - x0) * s - (y - y0) * q) / determinant, ((y - y0) * p - (x - x0) * r) / determinant]
  }
}

test('a picture longer than OpenCV counts is straightened in parts that fit without a seam', async () => {
  const long = { width: 40_000, height: 60 }
  const data = Buffer.alloc(long.width * long.height * 3)
  for (let at = 0; at < long.width * long.height; at += 1) {
    const [x, y] = [at % long.width, Math.floor(at / long.width)]
    data.set([(x * 255) / long.width, (y * 255) / long.height, 128 + 100 * Math.sin(x / 40)].map(Math.round), at * 3)
  }
  const raster = { data, ...long }
  const edges: Corners = [
    [0, 0],
    [long.width, 0],
    [long.width, long.height],
    [0, long.height],
  ]
  expect(difference(await warp(raster, edges, long), raster)).toBeLessThan(limits.same)
})
