/** A scan or photo of one sheet of A4, straightened: the whole sheet and nothing else. */
import { a4Size, cornersOf, straightenedSize } from '../../../rules/geometry.ts'
import type { Corners } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { render } from '../imaging/apply.ts'
import { findCorners } from '../imaging/corners.ts'
import { readHeader, type Size } from '../imaging/decode.ts'
import { encodeJpeg } from '../imaging/encode.ts'
import { previewJpeg } from '../imaging/preview.ts'
import { openPicture } from '../pictures/open-picture.ts'

const a4 = a4Size.height / a4Size.width
/** A scanner cuts a little more or less than the sheet. */
const nearA4 = 0.04
/** 300 dots an inch on A4. */
const mostSide = 3508

/**
 * By corners that the person gave, else as it is where its proportions are those of A4, else by corners that are found.
 * Fails with `blank.no-paper`, and with what decoding fails with.
 */
export async function scannedSheet(bytes: Uint8Array, file: string, given: Corners | null) {
  const picture = await openPicture(bytes, { name: file, page: null })
  const whole = given === null && isA4(await readHeader(picture, file))
  const corners = given ?? (whole ? null : (await findCorners(picture, file)).corners)
  if (!whole && (!corners || !isA4(straightenedSize(corners, undefined), 0.2))) {
    throw new Failure('blank.no-paper', { file })
  }
  const raster = await render(picture, file, corners ? [straighten(corners)] : [], { side: mostSide })
  return { jpeg: await encodeJpeg(raster), width: raster.width, height: raster.height }
}

/** Pixels on the long side: enough to put a corner where it belongs. */
const LOOK_SIDE = 1600

/**
 * Such a picture before it is taken in, for a person to set its corners: those of a scan are its own. Fails with what
 * decoding fails with.
 */
export async function lookAtSheet(bytes: Uint8Array, file: string) {
  const picture = await openPicture(bytes, { name: file, page: null })
  const { width, height } = await readHeader(picture, file)
  const size = { width, height }
  const preview = await previewJpeg(await render(picture, file, [], { side: LOOK_SIDE }), LOOK_SIDE)
  if (isA4(size)) return { picture: preview, ...size, corners: cornersOf(size), sure: true }
  const { corners, offered } = await findCorners(picture, file)
  return { picture: preview, ...size, corners: corners ?? offered, sure: corners !== null }
}

function straighten(corners: Corners) {
  const { width, height } = straightenedSize(corners, undefined)
  return { kind: 'straighten' as const, corners, aspect: width > height ? a4 : 1 / a4 }
}

/** The sides of a sheet seen at a slant are off by more than a scanner's. */
function isA4({ width, height }: Size, tolerance = nearA4): boolean {
  return Math.abs(Math.max(width, height) / Math.min(width, height) / a4 - 1) <= tolerance
}
