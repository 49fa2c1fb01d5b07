import sharp, { type Sharp } from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { render } from '../../main/engine/imaging/apply.ts'
import { coveredShare } from '../../main/engine/imaging/covered.ts'
import { goesBeyond, sidesOnEdge } from '../../main/engine/imaging/cut-off.ts'
import { type Raster, toRaster } from '../../main/engine/imaging/decode.ts'
import { detailOf } from '../../main/engine/imaging/detail.ts'
import { examineAdjusted } from '../../main/engine/imaging/examine.ts'
import { colourOf, measure } from '../../main/engine/imaging/measure.ts'
import { probeStrip, type Strip } from '../../main/engine/imaging/probe.ts'
import { gridPeak } from '../../main/engine/imaging/screen-grid.ts'
import { shippedRules } from '../../rules/catalog.ts'
import type { Corners } from '../../rules/schema.ts'
import { example } from './imaging-examples.ts'
import { chance, drawn, written } from './imaging-pictures.ts'

const limits = shippedRules.tables.pictureLimits
/** Without a document that is known. */
const stripOf = (raster: Raster): Strip => ({ ...raster, document: null })
const whole = (picture: Sharp): Promise<Raster> => toRaster(picture.toColourspace('srgb'))
const changed = async (raster: Raster, change: (picture: Sharp) => Sharp): Promise<Raster> =>
  whole(sharp(await change(written(raster)).png().toBuffer()))

describe('the pixels of a document, on both sides of each limit', () => {
  let good: Raster

  beforeAll(async () => {
    const { bytes, corners, aspect } = await example('enterprise-jiangsu', 'business-licence.jpg')
    good = await render(bytes, 'x', [{ kind: 'straighten', corners, aspect }], { side: 1000 })
  })

  const measured = async (change: (picture: Sharp) => Sharp) => measure(await changed(good, change))

  test('a blur, a hand that moved and an enlarged picture are told from focus, in the dark too', async () => {
    const { below } = limits.blurred.sharpness.sheet
    expect(measure(good).sharpness).toBeGreaterThan(below * 2)
    expect((await measured((picture) => picture.linear(0.4, 0))).sharpness).toBeGreaterThan(below * 2)
    expect((await measured((picture) => picture.blur(0.6))).sharpness).toBeGreaterThan(below)
    expect((await measured((picture) => picture.blur(4))).sharpness).toBeLessThan(below)
    for (const isAcross of [true, false]) {
      const kernel = Array.from({ length: 15 * 15 }, (_, at) =>
        (isAcross ? Math.floor(at / 15) : at % 15) === 7 ? 1 : 0,
      )
      const moved = await measured((picture) => picture.convolve({ width: 15, height: 15, kernel, scale: 15 }))
      expect(moved.sharpness).toBeLessThan(below)
    }
    const small = await changed(good, (picture) => picture.resize(180))
    expect(measure(await changed(small, (picture) => picture.resize(good.width))).sharpness).toBeLessThan(below)
  })

  test('a grey copy has no colours of its own, nor has a tinted one', async () => {
    const { chromaBelow } = limits.copied
    expect(measure(good).chroma).toBeGreaterThan(chromaBelow * 2)
    expect((await measured((picture) => picture.greyscale())).chroma).toBeLessThan(0.1)
    expect((await measured((picture) => picture.greyscale().tint('#d8b070'))).chroma).toBeLessThan(chromaBelow)
    expect((await measured((picture) => picture.modulate({ saturation: 0.6 }))).chroma).toBeGreaterThan(chromaBelow)
    expect(colourOf(good)).toBeGreaterThan(limits.grayscale.colourBelow * 10)
    expect(colourOf(await changed(good, (picture) => picture.greyscale()))).toBeLessThan(limits.grayscale.colourBelow)
  })

  test('darkness and burnt-out white', async () => {
    const { paper, clipped, ink } = measure(good)
    expect(paper).toBeGreaterThan(limits.dark.paperBelow * 2)
    expect((await measured((picture) => picture.linear(0.2, 0))).paper).toBeLessThan(limits.dark.paperBelow)
    expect(clipped).toBeLessThan(limits.overexposed.clippedFrom)
    expect(ink).toBeLessThan(limits.overexposed.inkFrom)
    const burnt = await measured((picture) => picture.linear(2.5, 60))
    expect(burnt.clipped).toBeGreaterThan(limits.overexposed.clippedFrom)
    expect(burnt.ink).toBeGreaterThan(limits.overexposed.inkFrom)
    expect(measure(drawn(300, 200, () => [255, 255, 255]))).toMatchObject({
      chroma: 0,
      clipped: 1,
      glare: 0,
      sharpness: 0,
    })
  })

  test('glare is one patch, not as many white pixels strewn about', () => {
    const lit = (isLit: (x: number, y: number) => boolean) =>
      measure(drawn(1000, 630, (x, y) => (isLit(x, y) ? [255, 255, 255] : [205, 210, 200]))).glare
    expect(lit((x, y) => Math.hypot(x - 500, y - 300) < 80)).toBeGreaterThan(limits.glare.shareFrom)
    expect(lit((x, y) => Math.hypot(x - 500, y - 300) < 30)).toBeLessThan(limits.glare.shareFrom)
    expect(lit((x, y) => x % 50 < 10 && y % 50 < 10)).toBeLessThan(limits.glare.shareFrom)
    expect(lit(() => true)).toBe(0)
  })
})

test('the grid of a screen stands out of the spectrum; print and noise do not', () => {
  const next = chance(7)
  const strip = (colour: (x: number, y: number) => number, document: Corners | null = null) =>
    gridPeak({
      ...drawn(512, 900, (x, y) => [0, 1, 2].map(() => Math.min(255, Math.max(0, colour(x, y) + (next() - 0.5) * 12)))),
      document,
    })
  const grid = (x: number, y: number) =>
    180 * (1 + 0.06 * Math.cos(x * 1.9 + y * 0.2)) * (1 + 0.06 * Math.cos(y * 1.9 - x * 0.2))
  expect(strip(grid)).toBeGreaterThan(limits.screenPhoto.gridFrom)
  expect(strip(() => 180)).toBeLessThan(limits.screenPhoto.gridFrom)
  expect(strip((x, y) => (y % 34 < 18 && Math.sin(x * 0.9) + Math.sin(x * 0.37 + y) > 0.4 ? 40 : 220))).toBeLessThan(
    limits.screenPhoto.gridFrom,
  )
  // A card on a woven table.
  const card: Corners = [
    [10, 240],
    [500, 240],
    [500, 660],
    [10, 660],
  ]
  const onCloth = (x: number, y: number) => (x > 10 && x < 500 && y > 240 && y < 660 ? 200 : grid(x, y))
  expect(strip(onCloth, card)).toBeLessThan(limits.screenPhoto.gridFrom)
  expect(strip(grid, card)).toBeGreaterThan(limits.screenPhoto.gridFrom)
  const [left, right] = [card[0][0], card[0][0] + 100]
  expect(strip(grid, [card[0], [right, 240], [right, 300], [left, 300]])).toBeNull()
  expect(gridPeak(stripOf(drawn(100, 100, () => [90, 90, 90])))).toBeNull()
})

test('an enlarged picture has no details as fine as its pixels; noise is no detail', async () => {
  const { bytes } = await example('enterprise-jiangsu', 'business-licence.jpg')
  const { strip } = await probeStrip(bytes, 'x', null)
  const { detailBelow } = limits.blurred.enlarged
  const next = chance(5)
  const detailAt = async (share: number, noise = 0) => {
    const { width, height } = strip as Raster
    const small = await changed(strip as Raster, (picture) => picture.resize(Math.round(width * share)))
    const large = await changed(small, (picture) => picture.resize(width, height, { fit: 'fill' }))
    for (let at = 0; at < large.data.length; at += 1)
      large.data[at] = Math.min(255, Math.max(0, (large.data[at] as number) + (next() - 0.5) * noise))
    return detailOf(stripOf(large))
  }
  expect(await detailAt(1)).toBeGreaterThan(detailBelow)
  expect(await detailAt(0.3)).toBeLessThan(detailBelow)
  expect(await detailAt(0.3, 6)).toBeLessThan(detailBelow)
  expect(detailOf(stripOf(drawn(100, 100, () => [90, 90, 90])))).toBeNull()
})

/** A card on a table; what the corners leave outside of the picture is cut off. */
function photo(corners: Corners, over: (x: number, y: number) => readonly number[] | null = () => null): Raster {
  const inside = (x: number, y: number): boolean =>
    corners.every(([ax, ay], at) => {
      const [bx, by] = corners[(at + 1) % 4] as Corners[0]
      return (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0
    })
  return drawn(600, 450, (x, y) => over(x, y) ?? (inside(x, y) ? [226, 230, 222] : [96, 84, 74]))
}

const lying: Corners = [
  [140, 110],
  [460, 120],
  [455, 322],
  [135, 312],
]
const moved = (dx: number): Corners => lying.map(([x, y]) => [x + dx, y]) as Corners

test('a card that the picture ends in, and one that it does not', async () => {
  expect(await goesBeyond(photo(lying))).toBe(false)
  expect(await goesBeyond(photo(moved(-200)))).toBe(true)
  expect(await goesBeyond(photo(moved(220)))).toBe(true)
  // Turned, so that the edge takes one corner only.
  const turned: Corners = [
    [190, 150],
    [480, 200],
    [455, 460],
    [145, 400],
  ]
  expect(await goesBeyond(photo(turned))).toBe(true)
  expect(await goesBeyond(photo(turned.map(([x, y]) => [x, y - 30]) as Corners))).toBe(false)
  // Arms and chest of a person that holds a card end at the edge too.
  const chest: Corners = [
    [220, 180],
    [380, 180],
    [480, 520],
    [120, 520],
  ]
  expect(await goesBeyond(photo(chest))).toBe(false)
  expect(await goesBeyond(drawn(600, 450, () => [200, 190, 170]))).toBe(false)
  // Nor are tiles of a floor, whose joints go on, or a frame that is drawn on the paper, whose ground is one.
  const tiles = (x: number, y: number) => (Math.min(x % 240, y % 200) < 4 ? [96, 92, 84] : [176, 170, 158])
  const frame = (x: number, y: number) => (x < 420 && Math.abs(x - 400) < 3) || (x < 403 && Math.abs(y - 225) % 150 < 3)
  expect(await goesBeyond(drawn(600, 450, tiles))).toBe(false)
  expect(await goesBeyond(drawn(600, 450, (x, y) => (frame(x, y) ? [90, 60, 50] : [228, 226, 220])))).toBe(false)
  const size = { width: 600, height: 450 }
  const clipped: Corners = [
    [0, 110],
    [260, 120],
    [255, 322],
    [0, 312],
  ]
  expect([sidesOnEdge(lying, size), sidesOnEdge(clipped, size)]).toEqual([0, 1])
})

test('a finger over an edge, and the table beside it', () => {
  const skin = [224, 172, 138]
  const finger = (x: number, y: number) => (Math.abs(x - 300) < 28 && y > 285 ? skin : null)
  expect(coveredShare(photo(lying), lying)).toBe(0)
  expect(coveredShare(photo(lying, finger), lying)).toBeGreaterThan(limits.covered.shareFrom)
  // A nail over the edge is not skin: what lies farther out is, as far as the picture goes.
  const nail = (x: number, y: number) => (Math.abs(x - 300) < 17 && y > 295 && y < 335 ? [251, 227, 214] : finger(x, y))
  expect(coveredShare(photo(lying, nail), lying)).toBeGreaterThan(limits.covered.shareFrom)
  const low = lying.map(([x, y]) => [x, y + 100]) as Corners
  const atRim = photo(low, (x, y) => nail(x, y - 100))
  expect(coveredShare(atRim, low)).toBeGreaterThan(limits.covered.shareFrom)
  // Wood that lies beside the card all along is no finger, nor is a stripe that ends at the edge.
  expect(
    coveredShare(
      photo(lying, (_, y) => (y > 322 ? skin : null)),
      lying,
    ),
  ).toBe(0)
  expect(
    coveredShare(
      photo(lying, (x, y) => (Math.abs(x - 300) < 28 && y > 330 ? skin : null)),
      lying,
    ),
  ).toBe(0)
})

test('adjusted by hand, a document is measured by its own corners', async () => {
  const jpeg = await written(photo(moved(-140), () => null))
    .jpeg()
    .toBuffer()
  const corners = moved(-140).map(([x, y]) => [Math.max(0, x), y]) as Corners
  const { measurements } = await examineAdjusted(jpeg, 'x', [{ kind: 'straighten', corners, aspect: 1.586 }])
  expect(measurements).toMatchObject({ cutOff: true, covered: 0, document: { width: 320, height: 202 } })
  const turned = await examineAdjusted(jpeg, 'x', [{ kind: 'rotate', degrees: 90 }])
  expect(turned.measurements).toMatchObject({ cutOff: null, covered: null, document: { width: 450, height: 600 } })
})
