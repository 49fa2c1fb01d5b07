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
import { severalDocuments } from '../../rules/several-documents.ts'
import { localDay } from './calendar.ts'
import { render } from './imaging/apply.ts'
import { type PictureData, type PictureInfo, probe } from './imaging/decode.ts'
import { examine } from './imaging/examine.ts'
import { MEASURED_SIDE, measure } from './imaging/measure.ts'
import { formatIn, openPicture } from './open-picture.ts'
import type { PictureSource } from './pictures.ts'
import { canRead, readUntouched } from './readings.ts'
import { checkTone } from './tone.ts'

/** Of the original: what its file is and how many bytes it has; pixels are those of the upright picture. */
type OriginalInfo = Omit<PictureInfo, 'format'> & { format: string }

interface Judged {
  info: OriginalInfo
  measurements: Measurements
  findings: Finding[]
}

/** A picture whose original is at hand. */
export type PictureAtHand = Pick<PictureSource, 'name' | 'page' | 'adjustments'> & { bytes: Uint8Array }

/** What is wrong with a picture as it will be used: the document that is found on it, or what its adjustments leave. */
export async function judgeBytes({ bytes, name, page, adjustments }: PictureAtHand, rules: Rules): Promise<Judged> {
  checkTone(adjustments, name, rules)
  const picture = await openPicture(bytes, { name, page })
  if (adjustments.length > 0) {
    const { info, measurements } = await measureAdjusted(picture, name, adjustments)
    const original = infoOf(info, bytes)
    return { info: original, measurements, findings: judgePicture({ ...measurements, ...original }, null, name, rules) }
  }
  const { info, measurements, documents } = await examine(picture, name)
  const original = infoOf(info, bytes)
  const findings = judgePicture({ ...measurements, ...original }, null, name, rules)
  return { info: original, measurements, findings: [...findings, ...severalDocuments(documents.length, name)] }
}

function infoOf({ width, height }: PictureInfo, bytes: Uint8Array): OriginalInfo {
  return { format: formatIn(bytes), bytes: bytes.length, width, height }
}

async function measureAdjusted(picture: PictureData, name: string, adjustments: readonly Adjustment[]) {
  const info = await probe(picture, name)
  return { info, measurements: measure(await render(picture, name, [...adjustments], { side: MEASURED_SIDE })) }
}

export async function judgePart(source: PictureSource, rules: Rules): Promise<Finding[]> {
  const { name, page, adjustments } = source
  const { findings } = await judgeBytes({ bytes: await source.load(), name, page, adjustments }, rules)
  return findings
}

interface InspectJob {
  file: string
  name: string
  page: number | null
  material: MaterialId | null
  /** Whether its text is read too. */
  read: boolean
}

/** Fails with `image.*` when the file is not a picture that can be used. */
export async function inspectPicture(
  bytes: Uint8Array,
  { file, name, page: at, material, read }: InspectJob,
  rules: Rules,
): Promise<Inspection> {
  const picture = await openPicture(bytes, { name, page: at })
  const examined = await examine(picture, name)
  const { corners, confidence, aspect, documents, measurements } = examined
  const info = infoOf(examined.info, bytes)
  const window: ImageWindow | null = material ? windowFor(null, material, rules) : null
  const page = read ? await readUntouched(picture, name, { corners, aspect }, rules) : null
  const reading = page && readingOf(page, rules.tables)
  return {
    file,
    page: at,
    ...info,
    // Whoever straightens by these corners gets the document upright.
    corners: corners && turnedCorners(corners, (reading?.turn ?? 0) / 90),
    confidence,
    measurements,
    findings: [
      ...judgePicture({ ...measurements, ...info }, window, name, rules),
      ...severalDocuments(documents.length, name),
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
