/** Measure in imaging/, judge in rules/: what a portal would object to in a picture. */
import type { Inspection } from '../../preload/views.ts'
import type { Finding, ImageWindow, Measurements } from '../../rules/answers.ts'
import { type Rules, windowFor } from '../../rules/catalog.ts'
import { turnedCorners } from '../../rules/geometry.ts'
import { judgePicture } from '../../rules/pictures.ts'
import { judgeReadings } from '../../rules/reading/judge.ts'
import { readingOf } from '../../rules/reading/read.ts'
import type { DocumentReading } from '../../rules/reading/schema.ts'
import type { Adjustment, MaterialId } from '../../rules/schema.ts'
import { localDay } from './calendar.ts'
import { render } from './imaging/apply.ts'
import { type PictureInfo, probe } from './imaging/decode.ts'
import { examine } from './imaging/examine.ts'
import { MEASURED_SIDE, measure } from './imaging/measure.ts'
import type { PictureSource } from './pictures.ts'
import { canRead, readUntouched } from './readings.ts'
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

interface InspectJob {
  name: string
  material: MaterialId | null
  /** Whether its text is read too. */
  read: boolean
}

/** Fails with `image.*` when the file is not a picture that can be used. */
export async function inspectPicture(
  bytes: Uint8Array,
  { name, material, read }: InspectJob,
  rules: Rules,
): Promise<Inspection> {
  const { info, corners, confidence, aspect, measurements } = await examine(bytes, name)
  const window: ImageWindow | null = material ? windowFor(null, material, rules) : null
  const page = read ? await readUntouched(bytes, name, { corners, aspect }, rules) : null
  const reading = page && readingOf(page, rules.tables)
  return {
    file: name,
    ...info,
    // Whoever straightens by these corners gets the document upright.
    corners: corners && turnedCorners(corners, (reading?.turn ?? 0) / 90),
    confidence,
    measurements,
    findings: [
      ...judgePicture({ ...measurements, ...info }, window, name, rules),
      ...(read && !canRead() ? [unread(name)] : []),
      ...judgeAlone(reading, name, material, rules),
    ],
    reading,
  }
}

/** One picture without a filing around it: that the other side of a card is not here is no fault. */
function judgeAlone(
  reading: DocumentReading | null,
  file: string,
  material: MaterialId | null,
  rules: Rules,
): Finding[] {
  const place = material && { material, for: 'subject' }
  const [found = []] = judgeReadings([{ file, place, reading }], { format: 'beiqi-filing/1' }, localDay(), rules)
  return found.filter(({ code }) => code !== 'image.side-missing')
}

function unread(file: string): Finding {
  return {
    code: 'reading.unavailable',
    severity: 'note',
    at: file,
    zh: '这台电脑上没有可用的文字识别组件，图片上的文字没有核对。',
    en: 'There is no text reader for this machine, so the words on the picture were not checked.',
    fix: { zh: '请自己对照证件和填写的资料。', en: 'Compare the document with the facts yourself.' },
    rule: 'reading.unavailable',
    sources: [],
    earlier: [],
    verify: false,
  }
}
