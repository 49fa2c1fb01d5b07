import type { PDFDocument } from 'pdf-lib'
import type { IsoDate } from '../../../rules/schema.ts'

/** The PDF's properties: made on the given day, so that the same facts give the same bytes. */
export function stamp(document: PDFDocument, on: IsoDate, title?: string): void {
  const day = new Date(`${on}T00:00:00Z`)
  document.setProducer('Beiqi')
  document.setModificationDate(day)
  if (title === undefined) return
  document.setCreator('Beiqi')
  document.setCreationDate(day)
  document.setTitle(title)
  document.setLanguage('zh-CN')
}
