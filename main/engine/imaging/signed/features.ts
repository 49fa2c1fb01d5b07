/** Pages looked for by their features (ORB), for pictures that show a part of a page or no clear outline. */
import type { Raster } from '../decode.ts'
import { type Mat, matOf, type OpenCv, withMats } from '../opencv.ts'
import type { Homography } from './page-map.ts'

const FEATURES = 2500
/** The second-best match of a feature has to be this much worse. */
const CLEAR = 0.85
/** Matches that agree, from which a page is looked at closer, and how many pages. */
const LEAST = 12
const MOST_PAGES = 3

interface Features {
  points: [number, number][]
  words: Mat
}

/** The likeliest pages first, each with the way from its pixels to the picture's. */
export function byFeatures(
  cv: OpenCv,
  picture: Raster,
  pages: readonly Raster[],
): { index: number; homography: Homography }[] {
  return withMats((keep) => {
    const seen = featuresOf(cv, picture)
    keep(seen.words)
    const found = pages.flatMap((page, index) => {
      const printed = featuresOf(cv, page)
      keep(printed.words)
      const match = matched(cv, printed, seen)
      return match && match.agreeing >= LEAST ? [{ index, ...match }] : []
    })
    return found.sort((one, other) => other.agreeing - one.agreeing).slice(0, MOST_PAGES)
  })
}

function featuresOf(cv: OpenCv, raster: Raster): Features {
  return withMats((keep) => {
    const grey = keep(new cv.Mat())
    cv.cvtColor(keep(matOf(cv, raster)), grey, cv.COLOR_RGB2GRAY)
    cv.GaussianBlur(grey, grey, new cv.Size(0, 0), 1.2)
    const orb = keep(new cv.ORB(FEATURES))
    const points = keep(new cv.KeyPointVector())
    const words = new cv.Mat()
    orb.detectAndCompute(grey, keep(new cv.Mat()), points, words)
    const places = Array.from({ length: points.size() }, (_, at): [number, number] => {
      const { x, y } = points.get(at).pt
      return [x, y]
    })
    return { points: places, words }
  })
}

function matched(cv: OpenCv, printed: Features, seen: Features): { homography: Homography; agreeing: number } | null {
  if (printed.words.rows < LEAST || seen.words.rows < LEAST) return null
  return withMats((keep) => {
    const matcher = keep(new cv.BFMatcher(cv.NORM_HAMMING, false))
    const pairs = keep(new cv.DMatchVectorVector())
    matcher.knnMatch(printed.words, seen.words, pairs, 2)
    const [from, to]: [number[], number[]] = [[], []]
    for (let at = 0; at < pairs.size(); at += 1) {
      const pair = keep(pairs.get(at))
      if (pair.size() < 2) continue
      const [best, second] = [pair.get(0), pair.get(1)]
      if (best.distance > CLEAR * second.distance) continue
      from.push(...(printed.points[best.queryIdx] ?? []))
      to.push(...(seen.points[best.trainIdx] ?? []))
    }
    const count = from.length / 2
    if (count < LEAST) return null
    const mask = keep(new cv.Mat())
    const [source, target] = [from, to].map((points) => keep(cv.matFromArray(count, 1, cv.CV_32FC2, points))) as [
      Mat,
      Mat,
    ]
    const found = keep(cv.findHomography(source, target, cv.RANSAC, 6, mask))
    if (found.empty()) return null
    return { homography: [...found.data64F], agreeing: cv.countNonZero(mask) }
  })
}
