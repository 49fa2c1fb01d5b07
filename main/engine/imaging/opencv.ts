/** OpenCV, loaded when it is first needed (about 0.2 s). */
import { createRequire } from 'node:module'
import type { Raster } from './decode.ts'

export type OpenCv = typeof import('@techstark/opencv-js')
export type Mat = InstanceType<OpenCv['Mat']>

/** The module has a `then` that never settles, so it travels in a box: a promise of the module itself would hang. */
interface Box {
  cv: OpenCv
}

let loading: Promise<Box> | undefined

export function openCv(): Promise<Box> {
  loading ??= load()
  return loading
}

async function load(): Promise<Box> {
  const before = listeners()
  // Not by `import()`: whatever wraps an imported module (a test runner does) may await it and hang.
  const cv = createRequire(import.meta.url)('@techstark/opencv-js') as OpenCv & Starting
  // The module takes over the process's last resort: a rejected promise anywhere would abort OpenCV for good.
  for (const { event, listener } of listeners()) {
    if (!before.some((known) => known.listener === listener)) process.removeListener(event, listener)
  }
  await new Promise<void>((ready) => {
    if ('Mat' in cv) ready()
    else (cv as Starting).onRuntimeInitialized = ready
  })
  return { cv }
}

function listeners(): { event: string; listener: (...args: unknown[]) => void }[] {
  return ['uncaughtException', 'unhandledRejection'].flatMap((event) =>
    process.listeners(event as 'SIGINT').map((listener) => ({ event, listener: listener as () => void })),
  )
}

interface Starting {
  onRuntimeInitialized?: () => void
}

export type Keep = <Kept extends { delete(): void }>(kept: Kept) => Kept

/** Runs `work` and then frees every OpenCV object it kept: they live outside JavaScript's memory. */
export function withMats<Result>(work: (keep: Keep) => Result): Result {
  const all: { delete(): void }[] = []
  try {
    return work((kept) => {
      all.push(kept)
      return kept
    })
  } finally {
    for (const kept of all) kept.delete()
  }
}

export function matOf(cv: OpenCv, raster: Raster): Mat {
  const mat = new cv.Mat(raster.height, raster.width, cv.CV_8UC3)
  mat.data.set(raster.data)
  return mat
}

/**
 * Turns 8-bit RGB into 8-bit CIE Lab, slightly softened, in place.
 * @param median pixels of the side of a median, which takes away what is thinner than half of it; 0: none
 */
export function toSoftLab(cv: OpenCv, mat: Mat, median: number): void {
  if (median > 0) cv.medianBlur(mat, mat, median)
  cv.GaussianBlur(mat, mat, new cv.Size(3, 3), 0)
  cv.cvtColor(mat, mat, cv.COLOR_RGB2Lab)
}

/** Pixels of the side of a place whose lightness is spread, and how far: more than so many times the mean is cut off. */
const PLACE = 60
const SPREAD = 3

/** Spreads the lightness of each place of an 8-bit Lab matrix, in place: a white card on white paper gets an edge. */
export function evenLightness(cv: OpenCv, lab: Mat): void {
  withMats((keep) => {
    const planes = keep(new cv.MatVector())
    cv.split(lab, planes)
    const lightness = keep(planes.get(0))
    const places = new cv.Size(Math.max(1, Math.round(lab.cols / PLACE)), Math.max(1, Math.round(lab.rows / PLACE)))
    keep(new cv.CLAHE(SPREAD, places)).apply(lightness, lightness)
    planes.set(0, lightness)
    cv.merge(planes, lab)
  })
}

/** The pixels of an 8-bit, 3-channel matrix, copied out of OpenCV's memory. */
export function rasterOf(mat: Mat): Raster {
  return { data: Buffer.from(mat.data), width: mat.cols, height: mat.rows }
}
