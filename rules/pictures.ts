/** What the numbers read off a picture mean to a portal. */
import type { Finding, ImageWindow, Measurements } from './answers.ts'
import { type Rules, shippedRules } from './catalog.ts'
import { paperOf, printShare } from './paper.ts'
import type { PictureLimits } from './picture-limits-schema.ts'
import { type Verdict, verdicts } from './picture-verdicts.ts'
import { isScene } from './scenes.ts'
import type { MaterialId } from './schema.ts'

/** Pixels on the long side at which `imaging/` measures, so that the numbers of two cameras can be compared. */
export const MEASURED_SIDE = 1000

export interface MeasuredPicture extends Measurements {
  bytes: number
  /** Upright, in pixels. */
  width: number
  height: number
  format: string
}

/** What the picture is for; null: not known. */
export interface PictureUse {
  window: ImageWindow | null
  material: MaterialId | null
  /** Name of the file, which findings give as their place. */
  file: string
}

function tooSmall({ width, height }: MeasuredPicture, window: ImageWindow): Verdict | null {
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  const { minShortSide = 0, minLongSide = 0 } = window
  if (short >= minShortSide && long >= minLongSide) return null
  const size = `${width}×${height}`
  return {
    code: 'image.too-small',
    severity: 'blocker',
    cause: {
      zh: `图片只有 ${size} 像素，入口要求短边不少于 ${minShortSide}、长边不少于 ${minLongSide} 像素。`,
      en: `The picture has only ${size} pixels; the slot wants at least ${minShortSide} by ${minLongSide}.`,
    },
    fix: {
      zh: '换用相机原图，不要用聊天软件压缩过的图片。',
      en: 'Use the camera original and no picture shrunk by a chat program.',
    },
  }
}

/** Pixels of height of the smallest print; null where the document's size on paper is not known by its proportions. */
function printOf({ document }: MeasuredPicture, { tables }: Rules): number | null {
  if (!document || !paperOf(document)) return null
  return document.width * printShare(document, tables.joining)
}

function smallPrint(picture: MeasuredPicture, rules: Rules): Verdict | null {
  const least = rules.tables.pictureLimits.smallPrint.pixelsBelow
  const print = Math.round(printOf(picture, rules) ?? Number.POSITIVE_INFINITY)
  if (print >= least) return null
  return {
    code: 'image.small-print',
    severity: 'note',
    cause: {
      zh: `证件在图片里太小，最小的字只有约 ${print} 像素高，少于 ${least} 像素就难以看清。`,
      en: `The document is too small in the picture: its smallest print is about ${print} px high, and below ${least} px it can hardly be read.`,
    },
    fix: {
      zh: '靠近一些，让证件占满画面的大部分后重拍；换用相机原图，不要用聊天软件压缩过的图片。',
      en: 'Photograph it again from nearer, so that it fills most of the picture; use the camera original and no picture shrunk by a chat program.',
    },
  }
}

/** A document of fewer pixels than it is measured at has no finer strokes to show; that its print is small is said apart. */
function leastSharpness(document: Measurements['document'], { blurred }: PictureLimits): number {
  const fineness = document ? Math.min(1, Math.max(document.width, document.height) / MEASURED_SIDE) : 1
  const { below, power } = blurred.sharpness[(document && paperOf(document)?.kind) ?? 'card']
  return below * fineness ** power
}

/** Its print has no more detail than that of a picture in which it would be too small to read. */
function isEnlarged(picture: MeasuredPicture, rules: Rules): boolean {
  const { enlarged } = rules.tables.pictureLimits.blurred
  const { detail } = picture
  const print = printOf(picture, rules)
  return detail !== null && print !== null && detail < enlarged.detailBelow && print * detail < enlarged.pixelsBelow
}

function isBlurred(picture: MeasuredPicture, rules: Rules): boolean {
  const least = leastSharpness(picture.document, rules.tables.pictureLimits)
  return picture.sharpness < least || isEnlarged(picture, rules)
}

/** Told only of papers that have to be seen whole. */
function hasNoDocument(picture: MeasuredPicture, { material }: PictureUse, { noDocument }: PictureLimits): boolean {
  if (picture.document !== null || picture.cutOff === true) return false
  const isPaper = material !== null && noDocument.materials.includes(material)
  return isPaper && picture.outline !== null && picture.outline < noDocument.outlineBelow
}

/** A bright scan is mostly full white as well, but its print is black; a card has colour all over. */
function isBurnt({ clipped, ink, document }: MeasuredPicture, { overexposed }: PictureLimits): boolean {
  if (clipped >= overexposed.wholeFrom) return true
  const isCard = document !== null && paperOf(document)?.kind === 'card'
  return clipped >= overexposed.clippedFrom && (isCard || (ink !== null && ink >= overexposed.inkFrom))
}

/** Of a document that was found, and whose original is coloured all over. */
function isCopy({ chroma, document }: MeasuredPicture, { material }: PictureUse, { copied }: PictureLimits): boolean {
  return document !== null && material !== null && copied.materials.includes(material) && chroma < copied.chromaBelow
}

function isScreenPhoto({ grid, document }: MeasuredPicture, { screenPhoto }: PictureLimits): boolean {
  return grid !== null && grid >= (document ? screenPhoto.gridFrom : screenPhoto.unseenFrom)
}

/** A person who holds a document up goes beyond the picture too, so there it is told only of a document that was found. */
function isCutOff({ cutOff, document }: MeasuredPicture, { material }: PictureUse, rules: Rules): boolean {
  return cutOff === true && (document !== null || !isScene(material, rules))
}

/** Told only where it is known that nobody has to hold it. */
function isCovered(picture: MeasuredPicture, { material }: PictureUse, rules: Rules): boolean {
  if (material === null || isScene(material, rules)) return false
  return (picture.covered ?? 0) >= rules.tables.pictureLimits.covered.shareFrom
}

/** What is too dark shows neither colour nor sharpness, what is burnt out no colour, and neither an outline. */
function light(picture: MeasuredPicture, use: PictureUse, rules: Rules): (Verdict | null)[] {
  const { colour, paper } = picture
  const limits = rules.tables.pictureLimits
  const isGrey = colour !== null && colour < limits.grayscale.colourBelow
  const grey = isGrey ? verdicts.grayscale : null
  if (paper !== null && paper < limits.dark.paperBelow) return [grey, verdicts.dark]
  const blurred = isBlurred(picture, rules) ? verdicts.blurred : null
  if (isBurnt(picture, limits)) return [grey, verdicts.overexposed, blurred]
  return [
    grey ?? (isCopy(picture, use, limits) ? verdicts.copied : null),
    (picture.glare ?? 0) >= limits.glare.shareFrom ? verdicts.glare : null,
    blurred,
    hasNoDocument(picture, use, limits) ? verdicts.noDocument : null,
  ]
}

/** What a portal would object to in one picture, each with cause and fix; how sure each is, its severity says. */
export function judgePicture(picture: MeasuredPicture, use: PictureUse, rules: Rules = shippedRules): Finding[] {
  const { sources } = rules.tables.pictureLimits
  const found: (Verdict | null)[] = [
    ...light(picture, use, rules),
    isScreenPhoto(picture, rules.tables.pictureLimits) ? verdicts.screenPhoto : null,
    isCutOff(picture, use, rules) ? verdicts.cutOff : null,
    isCovered(picture, use, rules) ? verdicts.covered : null,
    smallPrint(picture, rules),
    use.window && tooSmall(picture, use.window),
  ]
  return found
    .filter((verdict) => verdict !== null)
    .map(({ code, severity, cause, fix }) => ({
      code,
      severity,
      at: use.file,
      ...cause,
      fix,
      rule: code,
      sources,
      earlier: [],
      verify: false,
    }))
}
