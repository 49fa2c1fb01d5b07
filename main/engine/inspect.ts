/** Measure in imaging/, judge in rules/: what a portal would object to in a picture. */
import type { Inspection } from '../../preload/views.ts'
import type { Finding, ImageWindow, Measurements } from '../../rules/answers.ts'
import { type Rules, windowFor } from '../../rules/catalog.ts'
import { judgePicture } from '../../rules/pictures.ts'
import type { Adjustment, MaterialId } from '../../rules/schema.ts'
import { render } from './imaging/apply.ts'
import { findCorners } from './imaging/corners.ts'
import { type PictureInfo, probe } from './imaging/decode.ts'
import { measure } from './imaging/measure.ts'
import type { PictureSource } from './pictures.ts'

/** Pixels on the long side at which pictures are measured: what the limits were found at. */
const measuredSide = 1000

/** What is wrong with one original as it will be used, its adjustments applied. */
export async function judgeBytes(
  bytes: Uint8Array,
  name: string,
  adjustments: readonly Adjustment[],
  rules: Rules,
): Promise<{ info: PictureInfo; measurements: Measurements; findings: Finding[] }> {
  const info = await probe(bytes, name)
  const raster = await render(bytes, name, [...adjustments], { side: measuredSide })
  const measurements = measure(raster)
  return { info, measurements, findings: judgePicture({ ...measurements, ...info }, null, name, rules) }
}

export async function judgePart(source: PictureSource, rules: Rules): Promise<Finding[]> {
  const { findings } = await judgeBytes(await source.load(), source.name, source.adjustments, rules)
  return findings
}

/** Fails with `image.*` when the file is not a picture that can be used. */
export async function inspectPicture(
  bytes: Uint8Array,
  { name, material }: { name: string; material: MaterialId | null },
  rules: Rules,
): Promise<Inspection> {
  const info = await probe(bytes, name)
  const measurements = measure(await render(bytes, name, [], { side: measuredSide }))
  const { corners, confidence } = await findCorners(bytes, name)
  const window: ImageWindow | null = material ? windowFor(null, material, rules) : null
  return {
    file: name,
    ...info,
    corners,
    confidence,
    measurements,
    findings: judgePicture({ ...measurements, ...info }, window, name, rules),
    reading: null,
  }
}
