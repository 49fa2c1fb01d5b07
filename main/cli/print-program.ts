/** The command `print`. */
import type { Command } from 'commander'
import { fileName, oneOf } from './arguments.ts'
import type { PrintOptions } from './commands/print.ts'
import { addLibrary } from './library-option.ts'
import type { Work } from './program.ts'

type Say = (zh: string, en: string) => string
type Start = (work: Work) => void

export function addPrint(program: Command, say: Say, start: Start): void {
  const command = program
    .command('print')
    .description(
      say(
        '把一份或多份备案的文书按份数并成一个 PDF，供打印',
        'the papers of one filing or of many as one PDF to print, each as often as it is signed',
      ),
    )
    .argument('<FILING...>', say('备案文件（beiqi-filing/1，JSON）', 'filing files (beiqi-filing/1, JSON)'))
    .requiredOption('--out <F>', say('写到这个 PDF 文件', 'write to this PDF file'), fileName('--out', ['.pdf']))
    .option('--partial', say('缺少资料的也打印，缺的地方留空', 'also papers whose facts are missing, with open places'))
    .option(
      '--order <O>',
      say('顺序：client 按客户（默认），paper 按文书', 'client by client (client, default) or paper by paper (paper)'),
      oneOf('--order', ['client', 'paper']),
    )
    .option('--no-guide', say('不带签署指引', 'without the guides to signing'))
    .option('--test-page', say('最前面加一页打印比例测试页', 'a page before all others to check the scale'))
    .option('--scale', say('每页上沿加 100 毫米检验尺', 'a scale of 100 mm at the upper edge of each page'))
  addLibrary(command, say).action((files: string[], options: PrintOptions) =>
    start(async (asked) => (await import('./commands/print.ts')).print(asked, files, options)),
  )
}
