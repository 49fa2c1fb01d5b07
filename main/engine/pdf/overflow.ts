/** What does not fit on a blank goes to a sheet of its own: the words that lead there, and the sheet put behind. */
import { PDFDocument } from 'pdf-lib'
import type { IsoDate, Text } from '../../../rules/schema.ts'
import { stamp } from './stamp.ts'

/** "共 12 个，见《…》". */
export function attachedPhrase(attachment: Text, count: number): string {
  return `共${count}个，全部见《${attachment.zh}》`
}

/** A list "a；b；c" with fewer and fewer of its parts named, and the words that lead to the sheet. */
export function shortenedList(text: string, attachment: Text): string[] {
  const parts = text.split('；')
  const phrase = attachedPhrase(attachment, parts.length)
  return parts.map((_, taken) => [...parts.slice(0, parts.length - 1 - taken), phrase].join('；'))
}

/** Both PDFs as one, the second behind the first. `pages`: which of the second, from 0; all of them when not given. */
export async function appendPages(
  first: Uint8Array,
  second: Uint8Array,
  on: IsoDate,
  pages?: readonly number[],
): Promise<Uint8Array> {
  const document = await PDFDocument.load(first, { updateMetadata: false })
  const other = await PDFDocument.load(second, { updateMetadata: false })
  for (const page of await document.copyPages(other, [...(pages ?? other.getPageIndices())])) document.addPage(page)
  stamp(document, on)
  return document.save({ updateFieldAppearances: false, addDefaultPage: false })
}
