/** The command `anchors` and what can be done with it. */
import type { Command } from 'commander'
import { type Corners, corners, fileName, numbers, oneOf, shortText, wholeNumber } from './arguments.ts'
import type { PlaceOptions, TakeOptions } from './commands/anchors.ts'
import type { Work } from './program.ts'

type Say = (zh: string, en: string) => string
type Start = (work: Work) => void
interface DataOption {
  data?: string
}

const commands = () => import('./commands/anchors.ts')
const blankHelp: [string, string] = [
  '空白表的编号或校验值的开头（见 anchors list）',
  'id of a blank, or the start of its id or hash (see anchors list)',
]

export function addAnchors(program: Command, say: Say, start: Start): void {
  const anchors = program
    .command('anchors')
    .description(
      say(
        '空白表库：收入官方空白表，设置每一项填在哪里',
        'the library of blanks: take official forms in, and place the fields on them',
      ),
    )
  const data = say('数据文件夹；默认是桌面程序的', "the data folder; the desktop program's if not given")
  anchors
    .command('list')
    .description(say('列出库里的空白表', 'list the blanks in the library'))
    .option('--data <DIR>', data)
    .action((options: DataOption) => start(async (asked) => (await commands()).list(asked, options)))
  addTake(anchors, say, start, data)
  anchors
    .command('show')
    .description(
      say('一份空白表：每个字段填在哪里，哪些还没有位置', 'one blank: where each field goes, and which have no place'),
    )
    .argument('<BLANK>', say(...blankHelp))
    .option('--data <DIR>', data)
    .action((word: string, options: DataOption) =>
      start(async (asked) => (await commands()).show(asked, word, options)),
    )
  anchors
    .command('suggest')
    .description(
      say(
        '按表上的文字、线格和表单域名推荐位置；加 --take 才采用',
        'places that the print, rules and form fields suggest; taken only with --take',
      ),
    )
    .argument('<BLANK>', say(...blankHelp))
    .option('--take', say('采用全部推荐', 'take all of them'))
    .option('--data <DIR>', data)
    .action((word: string, options: DataOption & { take?: boolean }) =>
      start(async (asked) => (await commands()).suggest(asked, word, options)),
    )
  addPlace(anchors, say, start, data)
  addFiles(anchors, say, start, data)
}

function addTake(anchors: Command, say: Say, start: Start, data: string): void {
  anchors
    .command('add')
    .description(
      say(
        '收入一份空白表：PDF、Word 文件（需要 LibreOffice）、扫描件或照片',
        'take a blank in: a PDF, a Word file (with LibreOffice), a scan or a photo',
      ),
    )
    .argument('<FILE>', say('空白表文件', 'the file of the blank'))
    .requiredOption('--form <FORM>', say('是哪种表单（见 fill --list）', 'which form it is (see fill --list)'))
    .requiredOption(
      '--edition <E>',
      say('版本，用发表方自己的说法', 'its edition, in the words of whoever issued it'),
      shortText('--edition'),
    )
    .option(
      '--title <T>',
      say('在库里的名称；默认是表单的名称', "its name in the library; the form's if not given"),
      shortText('--title'),
    )
    .option('--provider <P>', say('哪家接入商的；不给则各家通用', 'of which provider; of any if not given'))
    .option(
      '--province <NN>',
      say('哪个省的（两位代码）；不给则全国通用', 'of which province (two digits); of all if not given'),
    )
    .option(
      '--corners <x,y,…>',
      say(
        '照片里纸张四角的像素坐标，从左上角顺时针',
        'corners of the paper in a photo, in pixels, clockwise from the top left',
      ),
      corners('--corners'),
    )
    .option('--data <DIR>', data)
    .action((file: string, options: TakeOptions & { corners?: Corners }) =>
      start(async (asked) => (await commands()).add(asked, file, options)),
    )
}

function addPlace(anchors: Command, say: Say, start: Start, data: string): void {
  const box = numbers('--at', 4)
  anchors
    .command('place')
    .description(
      say('设置一个字段的位置；--remove 去掉它的全部位置', 'place one field; --remove takes all its places away'),
    )
    .argument('<BLANK>', say(...blankHelp))
    .argument('<FIELD>', say('字段代号（见 anchors show）', 'id of the field (see anchors show)'))
    .option('--page <N>', say('第几页，从 1 起（默认 1）', 'page, from 1 (default 1)'), wholeNumber('--page', 1, 100))
    .option(
      '--at <x,y,w,h>',
      say(
        '矩形：左、下、宽、高，单位点（1/72 英寸），从页面左下角',
        'left, bottom, width, height in points (1/72 inch) from the bottom left',
      ),
      box,
    )
    .option(
      '--boxes <N>',
      say('一格一字，共几格', 'so many boxes, one character in each'),
      wholeNumber('--boxes', 1, 100),
    )
    .option('--ticks <A,B,…>', say('勾选框：字段是其中之一时打勾', 'a box to tick when the field is one of these'))
    .option(
      '--row <N>',
      say('域名表格的第几行，从 1 起', 'row of a table of domains, from 1'),
      wholeNumber('--row', 1, 200),
    )
    .option('--column <C>', say('域名表格的哪一栏：name、registrar…', 'its column: name, registrar …'))
    .option('--size <N>', say('字号（点）', 'size in points'), wholeNumber('--size', 4, 72))
    .option('--align <A>', 'left center right', oneOf('--align', ['left', 'center', 'right']))
    .option('--form-field <NAME>', say('写进 PDF 表单里的这个域', 'write into this field of the PDF form'))
    .option('--remove', say('去掉这个字段的全部位置', 'take all places of the field away'))
    .option('--data <DIR>', data)
    .action((word: string, field: string, options: PlaceOptions) =>
      start(async (asked) => (await commands()).place(asked, word, field, options)),
    )
}

function addFiles(anchors: Command, say: Say, start: Start, data: string): void {
  anchors
    .command('export')
    .description(
      say(
        '写出填写位置（.json），或连同空白表一起（.beiqiblank）',
        'write the map (.json), or the blank with its map (.beiqiblank)',
      ),
    )
    .argument('<BLANK>', say(...blankHelp))
    .requiredOption('--out <F>', say('写到这个文件', 'write to this file'), fileName('--out', ['.json', '.beiqiblank']))
    .option('--data <DIR>', data)
    .action((word: string, options: DataOption & { out: string }) =>
      start(async (asked) => (await commands()).exportBlank(asked, word, options)),
    )
  anchors
    .command('import')
    .description(
      say(
        '收入写出的文件；填写位置只用于它所属的那份空白表',
        'take an exported file in; a map is taken only for the very blank it belongs to',
      ),
    )
    .argument('<FILE>', say('.beiqiblank 或 .json 文件', 'a .beiqiblank or .json file'))
    .option('--replace', say('替换已经设置的位置', 'replace places that are there already'))
    .option('--data <DIR>', data)
    .action((file: string, options: DataOption & { replace?: boolean }) =>
      start(async (asked) => (await commands()).importBlank(asked, file, options)),
    )
  addCheck(anchors, say, start)
  addChoose(anchors, say, start, data)
  anchors
    .command('remove')
    .description(say('从库里删除一份空白表', 'remove a blank from the library'))
    .argument('<BLANK>', say(...blankHelp))
    .option('--data <DIR>', data)
    .action((word: string, options: DataOption) =>
      start(async (asked) => (await commands()).remove(asked, word, options)),
    )
}

function addCheck(anchors: Command, say: Say, start: Start): void {
  anchors
    .command('check')
    .description(
      say(
        '检查一份 PDF 和填写位置是否相配，还有哪些字段没有位置',
        'check that a PDF and a map belong together, and which fields have no place',
      ),
    )
    .argument('<PDF>', say('空白表 PDF', 'the blank as PDF'))
    .option(
      '--map <F>',
      say('填写位置文件；默认是 PDF 旁边的 <PDF>.anchors.json', 'the map; <PDF>.anchors.json beside it if not given'),
    )
    .action((file: string, options: { map?: string }) =>
      start(async (asked) => (await commands()).check(asked, file, options)),
    )
}

function addChoose(anchors: Command, say: Say, start: Start, data: string): void {
  anchors
    .command('choose')
    .description(
      say(
        '选定：这家接入商的这种文书以后填在这份空白表上（窗口里的备案，以及带 --library 的命令）',
        'from now on this paper is written on this blank for the provider (filings in the window, commands with --library)',
      ),
    )
    .argument('<BLANK>', say(...blankHelp))
    .option('--provider <P>', say('哪家接入商；默认是空白表所属的', "for which provider; the blank's own if not given"))
    .option('--off', say('改回自己的版式', 'back to our own sheet'))
    .option('--data <DIR>', data)
    .action((word: string, options: DataOption & { provider?: string; off?: boolean }) =>
      start(async (asked) => (await commands()).choose(asked, word, options)),
    )
}
