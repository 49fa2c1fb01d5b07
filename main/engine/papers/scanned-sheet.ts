/** A scan or photo of one sheet of A4, straightened: the whole sheet and nothing else. */
import { a4Size, straightenedSize } from '../../../rules/geometry.ts'
import type { Corners } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'
import { render } from '../imaging/apply.ts'
import { findCorners } from '../imaging/corners.ts'
import { readHeader, type Size } from '../imaging/decode.ts'
import { encodeJpeg } from '../imaging/encode.ts'

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
  const header = await readHeader(bytes, file)
  const whole = given === null && isA4(header)
  const corners = given ?? (whole ? null : (await findCorners(bytes, file)).corners)
  if (!whole && (!corners || !isA4(straightenedSize(corners, undefined), 0.2))) {
    throw new Failure('blank.no-paper', { file })
  }
  const raster = await render(bytes, file, corners ? [straighten(corners)] : [], { side: mostSide })
  return { jpeg: await encodeJpeg(raster), width: raster.width, height: raster.height }
}

function straighten(corners: Corners) {
  const { width, height } = straightenedSize(corners, undefined)
  return { kind: 'straighten' as const, corners, aspect: width > height ? a4 : 1 / a4 }
}

/** The sides of a sheet seen at a slant are off by more than a scanner's. */
function isA4({ width, height }: Size, tolerance = nearA4): boolean {
  return Math.abs(Math.max(width, height) / Math.min(width, height) / a4 - 1) <= tolerance
}
