/** Measure in imaging/, judge in rules/: what a portal would object to in a picture. */
import type { Inspection } from '../../preload/views.ts'
import type { Finding, ImageWindow, Measurements } from '../../rules/answers.ts'
import { type Rules, windowFor } from '../../rules/catalog.ts'
import { judgePicture } from '../../rules/pictures.ts'
import type { Adjustment, MaterialId } from '../../rules/schema.ts'
import { render } from './imaging/apply.ts'
import { type PictureInfo, probe } from './imaging/decode.ts'
import { examine } from './imaging/examine.ts'
import { MEASURED_SIDE, measure } from './imaging/measure.ts'
import type { PictureSource } from './pictures.ts'
import { checkTone } from './tone.ts'

/** What is wrong with one original as it will be used: the document that is found on it, or what its adjustments leave. */
export async function judgeBytes(
  bytes: Uint8Array,
  name: string,
  adjustments: readonly Adjustment[],
  rules: Rules,
): Promise<{ info: PictureInfo; measurements: Measurements; findings: Finding[] }> {
  checkTone(adjustments, name, rules)
  const { info, measurements } =
    adjustments.length === 0 ? await examine(bytes, name) : await measureAdjusted(bytes, name, adjustments)
  return { info, measurements, findings: judgePicture({ ...measurements, ...info }, null, name, rules) }
}

async function measureAdjusted(bytes: Uint8Array, name: string, adjustments: readonly Adjustment[]) {
  const info = await probe(bytes, name)
  return { info, measurements: measure(await render(bytes, name, [...adjustments], { side: MEASURED_SIDE })) }
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
  const { info, corners, confidence, measurements } = await examine(bytes, name)
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
