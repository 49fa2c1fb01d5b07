/** A scan as a blank: its picture fills one A4 page, standing or lying, so that a millimetre is a millimetre. */
import { PDFDocument } from 'pdf-lib'
import { a4Size } from '../../../rules/geometry.ts'
import type { IsoDate } from '../../../rules/schema.ts'
import { stamp } from './stamp.ts'

const points = 72 / 25.4

export async function picturePage(
  picture: { jpeg: Uint8Array; width: number; height: number },
  on: IsoDate,
): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const [short, long] = [a4Size.width * points, a4Size.height * points]
  const size: [number, number] = picture.width > picture.height ? [long, short] : [short, long]
  const page = document.addPage(size)
  page.drawImage(await document.embedJpg(picture.jpeg), { x: 0, y: 0, width: size[0], height: size[1] })
  stamp(document, on, 'scan')
  return document.save()
}
