/** What `--help` says, the options of every command, and commander's own words in Chinese. */
import { readFileSync } from 'node:fs'
import type { Command, CommanderError } from 'commander'
import type { Text } from '../../rules/schema.ts'
import { day, oneOf } from './arguments.ts'

type Say = (zh: string, en: string) => string

const chineseTitles: Record<string, string> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '所有命令都有的选项：',
}

export function bilingualHelp(program: Command, say: Say): void {
  program
    .description(
      say(
        '备齐：把备案资料和照片变成可直接上传的材料包',
        'Beiqi: from facts and photos to an upload-ready ICP filing package',
      ),
    )
    .usage(say('<命令> [选项]', '<command> [options]'))
    .helpOption('-h, --help', say('显示说明', 'show help'))
    .helpCommand(false)
    .version(version(), '--version', say('显示版本', 'show the version'))
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => say(chineseTitles[title] ?? title, title),
      displayWidth,
      // Chinese has no blanks to break at; the terminal wraps.
      boxWrap: (text) => text,
    })
    .addHelpText('after', `\n${say(...notes)}`)
}

const notes: [string, string] = [
  `退出码：0 已完成；1 用了 --strict 且有会被驳回的问题；2 输入不对；3 程序或系统出错；130 按 Ctrl-C 取消。
退出码不是 0 或 1 时不会留下写了一半的文件。图片和输出的路径相对于你所在的文件夹；备案文件里的路径相对于备案文件。
每个命令的说明：npm run --silent beiqi -- <命令> --help      English: --lang en`,
  `Exit codes: 0 it ran; 1 with --strict there are blockers; 2 the input is wrong; 3 something broke; 130 cancelled by Ctrl-C.
Unless it is 0 or 1, nothing is left half-written. Paths of pictures and outputs are relative to your folder; paths in a filing are relative to the filing.
Help of one command: npm run --silent beiqi -- <command> --help`,
]

export function addGlobals(program: Command, say: Say): void {
  program
    .option('--json', say('只在标准输出打印 JSON', 'print JSON and nothing else on stdout'))
    .option(
      '--lang <L>',
      say('文字语言：zh（默认）或 en', 'language: zh (default) or en'),
      oneOf('--lang', ['zh', 'en']),
    )
    .option(
      '--on <YYYY-MM-DD>',
      say('按这一天的规则（默认今天）', 'the day to apply the rules for (default today)'),
      day('--on'),
    )
    .option(
      '--strict',
      say('有会被驳回的问题或缺必需材料时退出码为 1', 'exit 1 when something would be refused or is missing'),
    )
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

/** Columns on a terminal: a Chinese character takes two. */
function displayWidth(text: string): number {
  return (
    text.length +
    (text.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g)?.length ?? 0)
  )
}

/** What commander objects to. Its messages name the thing in quotes; the sentence around it is ours. */
export function usageDetail(error: CommanderError): Text {
  const english = error.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ')
  const thing = /'([^']*)'/.exec(english)?.[1] ?? ''
  const suggestion = /Did you mean (?:one of )?([^?]*)\?/.exec(english)?.[1]
  const sentence = chineseSentences[error.code]?.(thing) ?? english
  return { zh: suggestion ? `${sentence}，是不是 ${suggestion}？` : sentence, en: english }
}

const chineseSentences: Partial<Record<string, (thing: string) => string>> = {
  'commander.unknownOption': (thing) => `没有选项 ${thing}`,
  'commander.unknownCommand': (thing) => `没有命令 ${thing}，用 --help 查看全部命令`,
  'commander.missingArgument': (thing) => `缺少参数 ${thing}`,
  'commander.optionMissingArgument': (thing) => `选项 ${thing} 缺少值`,
  'commander.missingMandatoryOptionValue': (thing) => `缺少必需的选项 ${thing}`,
  'commander.excessArguments': () => '参数太多，用 --help 查看用法',
}
