/** The command `fill`. */
import type { Command } from 'commander'
import { wholeNumber } from './arguments.ts'
import type { FillOptions } from './commands/fill.ts'
import { addLibrary } from './library-option.ts'
import type { Work } from './program.ts'

type Say = (zh: string, en: string) => string
type Start = (work: Work) => void

export function addFill(program: Command, say: Say, start: Start): void {
  const command = program
    .command('fill')
    .description(
      say(
        '按备案资料填写表单（PDF），签名、盖章、日期留空',
        'fill a form (PDF) from the filing; signature, seal and date stay empty',
      ),
    )
    .argument(
      '[WORDS...]',
      say(
        'FORM FILING：表单代号（见 --list）和备案文件；配 --all 时为一个或多个备案文件',
        'FORM FILING: the id of a form (see --list) and a filing; with --all one filing or more',
      ),
    )
    .option(
      '--all',
      say(
        '生成这份备案需要的全部文书；可给多个备案文件',
        'make every paper that the filing needs; of several filings too',
      ),
    )
    .option(
      '--guide',
      say(
        '只生成签署指引：每份文书在哪里签名、盖章',
        'the guide to signing only: where each paper is signed and sealed',
      ),
    )
    .option('--partial', say('缺少资料时也生成，缺的地方留空', 'also when facts are missing: their places stay open'))
    .option(
      '--out <F|DIR>',
      say(
        '写到这个 PDF 文件，已有的会被替换；配 --all 时为一个新文件夹',
        'write to this PDF file, replacing one that is there; with --all to a new folder',
      ),
    )
  addLibrary(addBlankAndWhich(command, say), say).action((words: string[], options: FillOptions) =>
    start(async (asked) => (await import('./commands/fill.ts')).fill(asked, words, options)),
  )
}

function addBlankAndWhich(command: Command, say: Say): Command {
  return command
    .option(
      '--blank <ID|PDF>',
      say(
        '填在这份空白表上：库里的编号（见 anchors list），或旁边有填写位置文件的 PDF；不给则用自己的版式',
        'write on this blank: its id in the library (see anchors list), or a PDF with its map beside it; else our own sheet',
      ),
    )
    .option(
      '--service <N>',
      say('填哪个服务：1 是 services[0]（默认）', 'for which service: 1 is services[0] (default)'),
      wholeNumber('--service', 1, 500),
    )
    .option('--list', say('列出可填写的表单', 'list the forms'))
}
