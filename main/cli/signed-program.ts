/** The command `verify-signed`. */
import type { Command } from 'commander'
import { day, wholeNumber } from './arguments.ts'
import type { VerifyOptions } from './commands/signed.ts'
import type { Work } from './program.ts'

type Say = (zh: string, en: string) => string

export function addVerifySigned(program: Command, say: Say, start: (work: Work) => void): void {
  const pages = say(
    '照片或扫描件（图片或 PDF），页序和方向不限；文件#2 是它的第 2 页；也可以是文件夹',
    'photos or scans (pictures or PDF), in any order and any way round; FILE#2 is its second page; folders too',
  )
  program
    .command('verify-signed')
    .description(
      say(
        '检查签好的文书照片或扫描件：签名、盖章、日期齐不齐，内容改没改，是不是现在这一版',
        'check photos or scans of a signed paper: signature, seal and date are there, nothing was altered, the right edition',
      ),
    )
    .argument('<FORM>', say('表单代号，见 fill --list', 'id of the form, see fill --list'))
    .argument('<FILING>', say('备案文件（beiqi-filing/1，JSON）', 'filing file (beiqi-filing/1, JSON)'))
    .argument('<IMAGE...>', pages)
    .option(
      '--dated <YYYY-MM-DD>',
      say('纸上写的日期；手写日期不自动识别', 'the date written on the paper; handwriting is not read'),
      day('--dated'),
    )
    .option('--blank <PDF>', say('签的是填好的这份空白表', 'what was signed is this blank, filled'))
    .option(
      '--printed <PDF>',
      say('打印时用的 PDF；不给则按备案资料重新生成', 'the PDF that was printed; made anew if not given'),
    )
    .option(
      '--service <N>',
      say('哪个服务的表：1 是 services[0]（默认）', 'of which service: 1 is services[0] (default)'),
      wholeNumber('--service', 1, 500),
    )
    .action((form: string, filing: string, images: string[], options: VerifyOptions) =>
      start(async (asked) =>
        (await import('./commands/signed.ts')).verifySigned(asked, { form, filing, images }, options),
      ),
    )
}
