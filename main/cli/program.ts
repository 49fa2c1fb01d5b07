/** Every command with its arguments, in both languages: what can be typed, and which work it starts. */

import { Command } from 'commander'
import type { Language } from '../../preload/views.ts'
import type { Layout } from '../../rules/joining.ts'
import { aspect, type Changes, type Corners, changes, corners, fileName, oneOf, wholeNumber } from './arguments.ts'
import type { Asked, Outcome } from './asked.ts'
import type { FillOptions } from './commands/fill.ts'
import { addGlobals, bilingualHelp } from './help.ts'
import { addPrint } from './print-program.ts'
import { addRules } from './rules-program.ts'

export type Work = (asked: Asked) => Promise<Outcome>
type Say = (zh: string, en: string) => string
type Start = (work: Work) => void

/** Written out, so that help need not load the schemas. */
const layouts = ['column', 'row', 'grid', 'a4'] as const satisfies readonly Layout[]
const longestSide = 20_000
const mostBytes = 1_000_000_000

/** @param start receives the work of the command that was typed; nothing has run by then */
export function buildProgram(language: Language, start: Start): Command {
  const say: Say = (zh, en) => (language === 'zh' ? zh : en)
  const program = new Command('beiqi')
  bilingualHelp(program, say)
  addGlobals(program, say)
  addChecklist(program, say, start)
  addInspect(program, say, start)
  addStraighten(program, say, start)
  addStitch(program, say, start)
  addFill(program, say, start)
  addPrint(program, say, start)
  addPackage(program, say, start)
  addClients(program, say, start)
  addRules(program, say, start)
  addSchema(program, say, start)
  addDoctor(program, say, start)
  return program
}

const filingHelp: [string, string] = ['备案文件（beiqi-filing/1，JSON）', 'filing file (beiqi-filing/1, JSON)']
const noReadHelp: [string, string] = ['不读图片上的文字（更快）', 'do not read the text on the pictures (faster)']
const imagesHelp: [string, string] = [
  '照片或扫描件（JPEG、PNG、WebP、TIFF）',
  'photos or scans (JPEG, PNG, WebP, TIFF)',
]

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

function addInspect(program: Command, say: Say, start: Start): void {
  program
    .command('inspect')
    .description(
      say(
        '检查图片：清晰度、亮度、反光、证件四角，并读出证件上的文字',
        'check pictures: focus, light, glare, the corners of the document, and read what stands on it',
      ),
    )
    .argument('<IMAGE...>', say(...imagesHelp))
    .option(
      '--as <MATERIAL>',
      say(
        '按这种材料的要求检查，例如 subject-responsible-id',
        'check it as this material, for example subject-responsible-id',
      ),
    )
    .option('--no-read', say(...noReadHelp))
    .action((images: string[], options: { as?: string; read: boolean }) =>
      start(async (asked) => (await import('./commands/pictures.ts')).inspect(asked, images, options)),
    )
}

function addStraighten(program: Command, say: Say, start: Start): void {
  program
    .command('straighten')
    .description(say('把斜拍的证件拉正并裁好', 'straighten and cut out a document photographed at an angle'))
    .argument('<IMAGE>', say(...imagesHelp))
    .requiredOption(
      '--out <F>',
      say('写到这个 JPEG 文件', 'write to this JPEG file'),
      fileName('--out', ['.jpg', '.jpeg']),
    )
    .option(
      '--corners <x,y,…>',
      say(
        '证件四角的像素坐标，从左上角顺时针；不给则自动寻找',
        'the corners in pixels, clockwise from the top left; found automatically if not given',
      ),
      corners('--corners'),
    )
    .option(
      '--aspect <A>',
      say('证件宽÷高：id-1（身份证大小）、a4 或数字', 'width / height of the document: id-1 (card), a4 or a number'),
      aspect('--aspect'),
    )
    .option('--no-read', say(...noReadHelp))
    .action((image: string, options: { out: string; corners?: Corners; aspect?: number; read: boolean }) =>
      start(async (asked) => (await import('./commands/pictures.ts')).straighten(asked, image, options)),
    )
}

function addStitch(program: Command, say: Say, start: Start): void {
  program
    .command('stitch')
    .description(say('把几张图拼成一张，大小落在上传限制之内', 'join pictures into one that fits the upload limits'))
    .argument('<IMAGE...>', say(...imagesHelp))
    .requiredOption(
      '--out <F>',
      say('写到这个 JPEG 文件', 'write to this JPEG file'),
      fileName('--out', ['.jpg', '.jpeg']),
    )
    .option(
      '--provider <P>',
      say('用这个接入商的限制，例如 aliyun', "this access provider's limits, for example aliyun"),
    )
    .option('--material <M>', say('用这种材料的上传位的限制', 'the limits of the slot of this material'))
    .option(
      '--layout <L>',
      say(`排列：${layouts.join('、')}（默认 column）`, `${layouts.join(', ')} (default column)`),
      oneOf('--layout', layouts),
    )
    .option(
      '--width <N>',
      say('成图宽度（像素）', 'width of the result in pixels'),
      wholeNumber('--width', 1, longestSide),
    )
    .option(
      '--gap <N>',
      say('图片之间的空白（像素）', 'white between the pictures in pixels'),
      wholeNumber('--gap', 0, 500),
    )
    .option(
      '--captions <A,B,…>',
      say('每张图上方的文字，用逗号分隔；写在图外', 'text above each picture, separated by commas; never on it'),
    )
    .option(
      '--watermark <TEXT>',
      say('用途水印，只写在空白处，例如 仅供备案使用', 'purpose watermark in these words, on free paper only'),
    )
    .option('--min-bytes <N>', say('最小字节数', 'smallest size in bytes'), wholeNumber('--min-bytes', 0, mostBytes))
    .option('--max-bytes <N>', say('最大字节数', 'largest size in bytes'), wholeNumber('--max-bytes', 1, mostBytes))
    .action((images: string[], options: { out: string }) =>
      start(async (asked) => (await import('./commands/pictures.ts')).stitch(asked, images, options)),
    )
}

function addFill(program: Command, say: Say, start: Start): void {
  program
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
      say('写到这个 PDF 文件；配 --all 时为一个新文件夹', 'write to this PDF file; with --all to a new folder'),
    )
    .option(
      '--blank <PDF>',
      say(
        '接入商提供的空白表；不给则生成填写参考页',
        "the access provider's blank; without it a preparation sheet is made",
      ),
    )
    .option(
      '--service <N>',
      say('填哪个服务：1 是 services[0]（默认）', 'for which service: 1 is services[0] (default)'),
      wholeNumber('--service', 1, 500),
    )
    .option('--list', say('列出可填写的表单', 'list the forms'))
    .action((words: string[], options: FillOptions) =>
      start(async (asked) => (await import('./commands/fill.ts')).fill(asked, words, options)),
    )
}

function addPackage(program: Command, say: Say, start: Start): void {
  program
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
    .action((filings: string[], options: { out: string; read: boolean }) =>
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
