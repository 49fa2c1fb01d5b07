/** What comes in as a blank, and the PDF that it becomes. */
import { basename } from 'node:path'
import type { Corners, IsoDate } from '../../../rules/schema.ts'
import { readWhole } from '../disk/local-files.ts'
import type { CallContext } from '../dispatch.ts'
import { Failure } from '../failure.ts'
import { pictureFormats } from '../imaging/decode.ts'
import { type Kind, sniff } from '../imaging/sniff.ts'
import type { StoredBlank } from '../store/blanks.ts'
import { wordEnding, wordToPdf } from './office.ts'
import { lookAtSheet, scannedSheet } from './scanned-sheet.ts'

export const blankLimitBytes = 50 * 1024 * 1024

export interface TakenBlank {
  pdf: Uint8Array
  /** The file as it came. */
  source: Uint8Array
  kind: StoredBlank['kind']
  /** The file's own name. */
  name: string
}

/**
 * A PDF as it is, a Word file converted, a picture straightened onto a page of A4. Fails with `file.*`, `blank.*`,
 * `image.*` and, of a PDF, with what `openBlank` fails with.
 */
export async function takeBlankIn(
  path: string,
  { corners, on, signal }: { corners: Corners | null; on: IsoDate } & Pick<CallContext, 'signal'>,
): Promise<TakenBlank> {
  const source = await readWhole(path, blankLimitBytes)
  const name = basename(path)
  const ending = wordEnding(source)
  if (ending !== null) {
    return { pdf: await wordToPdf(source, { file: path, ending, signal }), source, kind: 'word', name }
  }
  const kind = sniff(source)
  if (isPicture(kind)) {
    const sheet = await scannedSheet(source, path, corners)
    const { picturePage } = await import('../pdf/picture-page.ts')
    return { pdf: await picturePage(sheet, on), source, kind: 'picture', name }
  }
  if (kind !== 'pdf') throw new Failure('blank.unsupported', { file: path, found: kindTexts[kind] ?? kind })
  return { pdf: source, source, kind: 'flat', name }
}

/** A photo or scan of a blank, to be looked at first; null: it is no picture. Fails with `file.*` and `image.*`. */
export async function lookAtBlank(path: string) {
  const source = await readWhole(path, blankLimitBytes)
  return isPicture(sniff(source)) ? lookAtSheet(source, basename(path)) : null
}

function isPicture(kind: Kind): boolean {
  return kind === 'heic' || (pictureFormats as readonly string[]).includes(kind)
}

const kindTexts: Partial<Record<Kind, { zh: string; en: string }>> = {
  empty: { zh: '空文件', en: 'nothing' },
  gif: { zh: 'GIF 图片', en: 'a GIF picture' },
  svg: { zh: 'SVG 矢量图', en: 'an SVG drawing' },
  bmp: { zh: 'BMP 图片', en: 'a BMP picture' },
  zip: { zh: '压缩包或其他 Office 文档', en: 'a ZIP archive or another Office document' },
  text: { zh: '文本', en: 'text' },
  unknown: { zh: '无法识别的数据', en: 'unknown data' },
}
