/** Reading the document on a picture, and how the picture is best used: straightened, and turned upright. */
import type { Rules } from '../../../rules/catalog.ts'
import { turnedCorners } from '../../../rules/geometry.ts'
import { isMeant, readingOf } from '../../../rules/reading/read.ts'
import type { DocumentReading, Page } from '../../../rules/reading/schema.ts'
import { isScene } from '../../../rules/scenes.ts'
import type { Adjustment, MaterialId } from '../../../rules/schema.ts'
import { render } from '../imaging/apply.ts'
import { type Found, findCorners } from '../imaging/corners.ts'
import type { PictureData } from '../imaging/decode.ts'
import { readPage } from '../reading/read.ts'
import { missingRuntime } from '../reading/runtime.ts'
import { openSource } from './open-picture.ts'
import type { PictureSource } from './pictures.ts'

/** Pixels on the long side: print of a card is then twice as high as a reader needs, that of a sheet high enough. */
export const READ_SIDE = 1000

export const canRead = (): boolean => missingRuntime() === null

/** What stands on the picture with these adjustments; null: nothing can be read on this machine. */
export async function readAdjusted(
  picture: PictureData,
  name: string,
  adjustments: readonly Adjustment[],
  rules: Rules,
): Promise<Page | null> {
  if (!canRead()) return null
  const raster = await render(picture, name, adjustments, { side: READ_SIDE })
  const page = await readPage(raster, (read) => isMeant(read, rules.tables))
  return { ...page, lines: page.lines.map(({ score: _score, ...line }) => line) }
}

/** The document that is found on a picture nobody has touched, read as it lies there. */
export async function readUntouched(
  picture: PictureData,
  name: string,
  found: Pick<Found, 'corners' | 'aspect'>,
  rules: Rules,
): Promise<Page | null> {
  return readAdjusted(picture, name, straightened(found), rules)
}

/** A picture as a filing uses it; one without adjustments is read by the document that is found on it. */
export async function readSource(source: PictureSource, material: MaterialId, rules: Rules): Promise<Page | null> {
  if (!canRead()) return null
  const picture = await openSource(source)
  if (source.adjustments.length > 0) return readAdjusted(picture, source.name, source.adjustments, rules)
  return readUntouched(picture, source.name, await outlineFor(picture, source.name, material, rules), rules)
}

/** A picture of a person or a place with a document in it is read whole, and so is a photo of several documents. */
async function outlineFor(
  picture: PictureData,
  name: string,
  material: MaterialId | null,
  rules: Rules,
): Promise<Pick<Found, 'corners' | 'aspect'>> {
  if (isScene(material, rules)) return whole
  const found = await findCorners(picture, name)
  return found.documents.length > 1 ? whole : found
}

const whole = { corners: null, aspect: null } as const

function straightened({ corners, aspect }: Pick<Found, 'corners' | 'aspect'>): Adjustment[] {
  return corners ? [{ kind: 'straighten', corners, ...(aspect === null ? {} : { aspect }) }] : []
}

export interface Suggestion {
  adjustments: Adjustment[]
  /** As it is with these adjustments; null: nothing can be read on this machine. */
  page: Page | null
  reading: DocumentReading | null
}

/**
 * How a picture that nobody has touched is best used: straightened where the outline is sure, and upright where the text
 * says which way up it is. A picture of a person or a place is turned only, and so is one of several documents: cut to
 * one of them, it would have lost the others unasked. Fails with what decoding fails with.
 */
export async function suggest(
  picture: PictureData,
  name: string,
  material: MaterialId | null,
  rules: Rules,
): Promise<Suggestion> {
  const found = await outlineFor(picture, name, material, rules)
  const page = await readUntouched(picture, name, found, rules)
  const reading = page && readingOf(page, rules.tables)
  const turn = reading?.turn ?? 0
  const adjustments = turned(found, turn)
  if (!page || !reading || turn === 0) return { adjustments, page, reading }
  return { adjustments, page: { ...page, turn: 0 }, reading: { ...reading, turn: 0 } }
}

/** The corners of the document, beginning at its own upper left where its text says which way up it is. */
export async function findUprightCorners(picture: PictureData, name: string, rules: Rules): Promise<Found> {
  const found = await findCorners(picture, name)
  const page = found.corners && (await readUntouched(picture, name, found, rules))
  const turn = (page && readingOf(page, rules.tables).turn) ?? 0
  return { ...found, corners: found.corners && turnedCorners(found.corners, turn / 90) }
}

/** One of several documents on a photo: cut out, and upright where its text says which way up it is. */
export async function cutOut(
  picture: PictureData,
  name: string,
  document: Pick<Found, 'corners' | 'aspect'>,
  rules: Rules,
): Promise<Adjustment[]> {
  const page = await readUntouched(picture, name, document, rules)
  return turned(document, (page && readingOf(page, rules.tables).turn) ?? 0)
}

/** Corners begin at the one that becomes the upper left, so a document is turned by beginning at another. */
export function turned(found: Pick<Found, 'corners' | 'aspect'>, turn: number): Adjustment[] {
  const { corners, aspect } = found
  if (!corners) return turn === 0 ? [] : [{ kind: 'rotate', degrees: turn > 180 ? turn - 360 : turn }]
  const upright = turn % 180 === 0 || aspect === null ? aspect : 1 / aspect
  return straightened({ corners: turnedCorners(corners, turn / 90), aspect: upright })
}
