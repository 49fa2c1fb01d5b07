/** Every command with its arguments, in both languages: what can be typed, and which work it starts. */

import { Command } from 'commander'
import type { Language } from '../../preload/client-views.ts'
import { addAnchors } from './anchors-program.ts'
import { type Changes, changes, oneOf } from './arguments.ts'
import type { Asked, Outcome } from './asked.ts'
import type { PackageOptions } from './commands/package.ts'
import { addFill } from './fill-program.ts'
import { addGlobals, bilingualHelp } from './help.ts'
import { addLibrary } from './library-option.ts'
import { addPictures, noReadHelp } from './pictures-program.ts'
import { addPrint } from './print-program.ts'
import { addRules } from './rules-program.ts'
import { addVerifySigned } from './signed-program.ts'

export type Work = (asked: Asked) => Promise<Outcome>
type Say = (zh: string, en: string) => string
type Start = (work: Work) => void

/** @param start receives the work of the command that was typed; nothing has run by then */
export function buildProgram(language: Language, start: Start): Command {
  const say: Say = (zh, en) => (language === 'zh' ? zh : en)
  const program = new Command('beiqi')
  bilingualHelp(program, say)
  addGlobals(program, say)
  addChecklist(program, say, start)
  addPictures(program, say, start)
  addFill(program, say, start)
  addPrint(program, say, start)
  addAnchors(program, say, start)
  addVerifySigned(program, say, start)
  addPackage(program, say, start)
  addClients(program, say, start)
  addRules(program, say, start)
  addSchema(program, say, start)
  addDoctor(program, say, start)
  return program
}

const filingHelp: [string, string] = ['备案文件（beiqi-filing/1，JSON）', 'filing file (beiqi-filing/1, JSON)']

function addChecklist(program: Command, say: Say, start: Start): void {
  program
    .command('checklist')
    .description(
      say(
        '这份备案要哪些材料、为什么、依据是什么、还缺什么',
        'what this filing needs, why, by which source, and what is still unknown',
      ),
    )
    .argument('<FILING>', say(...filingHelp))
    .option(
      '--diff <CHANGES>',
      say(
        '如果换成别的省、接入商等，清单有什么变化：province=31,provider=tencent,filingType=…,paperForm=…,on=…',
        'what would change with other facts: province=31,provider=tencent,filingType=…,paperForm=…,on=…',
      ),
      changes('--diff'),
    )
    .action((filing: string, options: { diff?: Changes }) =>
      start(async (asked) => (await import('./commands/checklist.ts')).checklist(asked, filing, options.diff ?? null)),
    )
}

function addPackage(program: Command, say: Say, start: Start): void {
  const command = program
    .command('package')
    .description(
      say(
        '生成可直接上传的材料包：图片、表单、清单',
        'make the package that is ready to upload: pictures, forms, list',
      ),
    )
    .argument('<FILING...>', say(...filingHelp))
    .requiredOption(
      '--out <DIR|ZIP>',
      say(
        '写到这个文件夹，或以 .zip 结尾的文件；几份备案各有一个子文件夹',
        'write to this folder, or to a file that ends in .zip; several filings each to a folder inside it',
      ),
    )
    .option('--no-read', say(...noReadHelp))
  addLibrary(command, say).action((filings: string[], options: PackageOptions) =>
    start(async (asked) => (await import('./commands/package.ts')).makePackage(asked, filings, options)),
  )
}

function addClients(program: Command, say: Say, start: Start): void {
  const clients = program
    .command('clients')
    .description(say('桌面程序里保存的客户', 'the clients stored by the desktop program'))
  const dataHelp = say('数据文件夹；默认是桌面程序的', "the data folder; the desktop program's if not given")
  clients
    .command('list')
    .description(say('列出客户和他们的备案', 'list the clients and their filings'))
    .option('--search <S>', say('只列名称里含有这些字的', 'only those whose name contains this'))
    .option('--data <DIR>', dataHelp)
    .action((options: { search?: string; data?: string }) =>
      start(async (asked) => (await import('./commands/clients.ts')).list(asked, options)),
    )
  clients
    .command('import')
    .description(
      say(
        '把备案文件连同图片存进去，客户以主体名称命名',
        'store a filing file with its pictures; the client is named after the subject',
      ),
    )
    .argument('<FILING>', say(...filingHelp))
    .option('--data <DIR>', dataHelp)
    .action((filing: string, options: { data?: string }) =>
      start(async (asked) => (await import('./commands/clients.ts')).importFiling(asked, filing, options)),
    )
  clients
    .command('export')
    .description(
      say('把一份备案写成 filing.json 和未改动的原图', 'write a filing as filing.json with the untouched originals'),
    )
    .argument('<ID>', say('备案的编号，见 clients list', 'id of the filing, see clients list'))
    .requiredOption('--out <DIR>', say('写到这个文件夹', 'write to this folder'))
    .option('--data <DIR>', dataHelp)
    .action((id: string, options: { out: string; data?: string }) =>
      start(async (asked) => (await import('./commands/clients.ts')).exportFiling(asked, id, options)),
    )
}

function addSchema(program: Command, say: Say, start: Start): void {
  const names = ['filing'] as const
  program
    .command('schema')
    .description(say('打印备案文件的 JSON Schema', 'print the JSON Schema of a filing file'))
    .argument('<NAME>', names.join(' '), oneOf('NAME', names))
    .action(() => start(async () => (await import('./commands/schema.ts')).filingSchema()))
}

function addDoctor(program: Command, say: Say, start: Start): void {
  program
    .command('doctor')
    .description(say('检查这台机器上的各部分能否工作', 'check that every part works on this machine'))
    .option('--data <DIR>', say('数据文件夹；默认是桌面程序的', "the data folder; the desktop program's if not given"))
    .action((options: { data?: string }) =>
      start(async (asked) => (await import('./commands/doctor.ts')).doctor(asked, options)),
    )
}
