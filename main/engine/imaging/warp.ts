import type { Corners } from '../../../rules/schema.ts'
import type { Raster, Size } from './decode.ts'
import { matOf, openCv, rasterOf, withMats } from './opencv.ts'

/**
 * The quadrilateral of `raster` under `corners`, drawn as a rectangle of `size`. White where it reaches outside.
 * Corners are at pixel edges, as in adjustments; OpenCV counts from pixel centres, hence the halves.
 * @param between how colours between pixels are told: `linear` is a little softer and takes half the time
 */
export async function warp(
  raster: Raster,
  corners: Corners,
  size: Size,
  between: 'cubic' | 'linear' = 'cubic',
): Promise<Raster> {
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
