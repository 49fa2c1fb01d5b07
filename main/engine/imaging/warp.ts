import type { Corners } from '../../../rules/schema.ts'
import { fromRaster, type Raster, type Size, toRaster } from './decode.ts'
import { matOf, openCv, rasterOf, withMats } from './opencv.ts'
import { around, fits, placing, tilesOf } from './warp-tiles.ts'

type Way = 'cubic' | 'linear'

/**
 * The quadrilateral of `raster` under `corners`, drawn as a rectangle of `size`. White where it reaches outside.
 * Corners are at pixel edges, as in adjustments; OpenCV counts from pixel centres, hence the halves.
 * @param between how colours between pixels are told: `linear` is a little softer and takes half the time
 */
export async function warp(raster: Raster, corners: Corners, size: Size, between: Way = 'cubic'): Promise<Raster> {
  if (fits(raster) && fits(size)) return warpWhole(raster, corners, size, between)
  const data = Buffer.allocUnsafe(size.width * size.height * 3)
  const place = await placing(corners, size)
  for (const tile of tilesOf({ left: 0, top: 0, ...size }, (each) => fits(each) && fits(around(place(each), raster)))) {
    const part = around(place(tile), raster)
    const [a, b, c, d] = place(tile)
    const moved = ([x, y]: Corners[number]): Corners[number] => [x - part.left, y - part.top]
    const shown = await toRaster(fromRaster(raster).extract(part))
    const warped = await warpWhole(shown, [moved(a), moved(b), moved(c), moved(d)], tile, between)
    for (let row = 0; row < tile.height; row += 1) {
      const from = row * tile.width * 3
      warped.data.copy(data, ((tile.top + row) * size.width + tile.left) * 3, from, from + tile.width * 3)
    }
  }
  return { data, ...size }
}

async function warpWhole(raster: Raster, corners: Corners, size: Size, between: Way): Promise<Raster> {
  const { cv } = await openCv()
  const [right, bottom] = [size.width - 0.5, size.height - 0.5]
  return withMats((keep) => {
    const source = keep(matOf(cv, raster))
    const from = keep(
      cv.matFromArray(
        4,
        1,
        cv.CV_32FC2,
        corners.flatMap(([x, y]) => [x - 0.5, y - 0.5]),
      ),
    )
    const to = keep(cv.matFromArray(4, 1, cv.CV_32FC2, [-0.5, -0.5, right, -0.5, right, bottom, -0.5, bottom]))
    const transform = keep(cv.getPerspectiveTransform(from, to))
    const target = keep(new cv.Mat())
    const white = new cv.Scalar(255, 255, 255, 255)
    const target2 = new cv.Size(size.width, size.height)
    const way = between === 'cubic' ? cv.INTER_CUBIC : cv.INTER_LINEAR
    cv.warpPerspective(source, target, transform, target2, way, cv.BORDER_CONSTANT, white)
    return rasterOf(target)
  })
}
