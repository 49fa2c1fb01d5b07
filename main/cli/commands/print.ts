import type { Output } from '../../../preload/contract.ts'
import { readFilingFile } from '../../engine/filings/filing-file.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { type LibraryOptions, libraryFolder } from '../blank-words.ts'
import { asTask, call } from '../engine.ts'
import { refuseOverwriting } from '../out-file.ts'
import { skippedText } from '../text/forms.ts'
import { type Say, sayIn } from '../text/say.ts'

export interface PrintOptions extends LibraryOptions {
  out: string
  partial?: boolean
  order?: 'client' | 'paper'
  guide: boolean
  testPage?: boolean
  scale?: boolean
}

/** Nothing is written before all filings have been read. */
export async function print(asked: Asked, files: readonly string[], options: PrintOptions): Promise<Outcome> {
  const { out: outFile, partial = false, order = 'client', guide, testPage = false, scale = false } = options
  const paths = files.map(fromTyped)
  const out = fromTyped(outFile)
  await refuseOverwriting(out, paths)
  const filings = await Promise.all(paths.map(async (file) => ({ file, filing: await readFilingFile(file) })))
  const library = options.library ?? false
  const job = { filings, library, on: asked.on, partial, guide, order: `by-${order}` as const, testPage, scale, out }
  const done = await asTask((task) => call('file/print', { task, ...job }, libraryFolder(options)))
  return { json: done, text: () => printText(done, sayIn(asked.language)), blocked: done.skipped.length > 0 }
}

/** Each paper with its number of pages and copies, in the order of printing. */
function printText({ out, pages, papers, skipped }: Output<'file/print'>, say: Say): string {
  const copies = new Map<number, number>()
  for (const { paper, copy } of pages) if (paper !== null) copies.set(paper, copy + 1)
  return [
    say(`已写到 ${out}（${pages.length} 页 A4）`, `Written to ${out} (${pages.length} A4 pages)`),
    say('打印时选“实际大小”或“100%”，单面。', 'Print it at actual size (100 %), on one side of the paper.'),
    ...[...copies].flatMap(([number, count]) => {
      const paper = papers[number]
      if (!paper) return []
      const open = paper.complete ? '' : say('（有留空）', ' (with open places)')
      return [
        `- ${paper.applicant}${say('：', ': ')}${say(paper.title)}${open}${say(
          `，${paper.pages} 页 × ${count} 份`,
          `, ${paper.pages} pages × ${count}`,
        )}`,
      ]
    }),
    ...skippedText(skipped, say),
  ].join('\n')
}
