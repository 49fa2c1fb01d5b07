/** Measure in imaging/, judge in rules/: what a portal would object to in a picture. */
import type { Inspection } from '../../../preload/views.ts'
import type { Finding, ImageWindow, Measurements } from '../../../rules/answers.ts'
import { type Rules, windowFor } from '../../../rules/catalog.ts'
import { turnedCorners } from '../../../rules/geometry.ts'
import { withOverruled } from '../../../rules/overrule.ts'
import { judgePicture, type PictureUse } from '../../../rules/pictures.ts'
import { judgeReadings } from '../../../rules/reading/judge.ts'
import { readingOf } from '../../../rules/reading/read.ts'
import type { DocumentReading } from '../../../rules/reading/schema.ts'
import { isScene } from '../../../rules/scenes.ts'
import type { Adjustment, MaterialId } from '../../../rules/schema.ts'
import { severalDocuments } from '../../../rules/several-documents.ts'
import { localDay } from '../calendar.ts'
import { findCorners } from '../imaging/corners.ts'
import type { PictureInfo } from '../imaging/decode.ts'
import { examine, examineAdjusted } from '../imaging/examine.ts'
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

/** A picture whose original is at hand, and what it is handed in as; null: not yet known. */
export type PictureAtHand = Pick<PictureSource, 'name' | 'page' | 'adjustments'> & {
  bytes: Uint8Array
  material: MaterialId | null
}

/** What is wrong with a picture as it will be used: the document that is found on it, or what its adjustments leave. */
export async function judgeBytes(
  { bytes, name, page, adjustments, material }: PictureAtHand,
  rules: Rules,
): Promise<Judged> {
  checkTone(adjustments, name, rules)
  const picture = await openPicture(bytes, { name, page })
  const use = { window: null, material, file: name }
  if (adjustments.length > 0) {
    const { info, measurements } = await examineAdjusted(picture, name, adjustments)
    const { documents } = adjustments.some(isCut) ? { documents: [] } : await findCorners(picture, name)
    return judged({ info: infoOf(info, bytes), measurements, documents: documents.length }, use, rules)
  }
  const { info, measurements, documents } = await examine(picture, name)
  return judged({ info: infoOf(info, bytes), measurements, documents: documents.length }, use, rules)
}

/** What is turned or made lighter still shows all that is on the photo. */
function isCut({ kind }: Adjustment): boolean {
  return kind === 'straighten' || kind === 'crop'
}

function judged(
  { documents, ...seen }: Omit<Judged, 'findings'> & { documents: number },
  use: PictureUse,
  rules: Rules,
): Judged {
  const findings = judgePicture({ ...seen.measurements, ...seen.info }, use, rules)
  const several = isScene(use.material, rules) ? [] : severalDocuments(documents, use.file)
  return { ...seen, findings: [...findings, ...several] }
}

function infoOf({ width, height }: PictureInfo, bytes: Uint8Array): OriginalInfo {
  return { format: formatIn(bytes), bytes: bytes.length, width, height }
}

/** With what was overruled of it. */
export async function judgePart(source: PictureSource, material: MaterialId, rules: Rules): Promise<Finding[]> {
  const { findings } = await judgeBytes({ ...source, bytes: await source.load(), material }, rules)
  return withOverruled(findings, source.overruled)
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
  const { confidence, documents, measurements } = examined
  // Nobody is told to cut a picture of a person to the card in the hand.
  const isWhole = isScene(material, rules)
  const { corners, aspect } = isWhole ? { corners: null, aspect: null } : examined
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
      ...judgePicture({ ...measurements, ...info }, { window, material, file: name }, rules),
      ...(isWhole ? [] : severalDocuments(documents.length, name)),
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
