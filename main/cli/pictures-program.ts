/** The commands on pictures in files: `beiqi inspect`, `straighten`, `stitch`. */
import type { Command } from 'commander'
import type { Layout } from '../../rules/joining.ts'
import { aspect, corners, fileName, oneOf, wholeNumber } from './arguments.ts'
import type { StraightenOptions } from './commands/pictures.ts'
import type { Work } from './program.ts'

type Say = (zh: string, en: string) => string
type Start = (work: Work) => void

/** Written out, so that help need not load the schemas. */
const layouts = ['column', 'row', 'grid', 'a4'] as const satisfies readonly Layout[]
const longestSide = 20_000
const mostBytes = 1_000_000_000

export const noReadHelp: [string, string] = [
  '不读图片上的文字（更快）',
  'do not read the text on the pictures (faster)',
]
const imagesHelp: [string, string] = [
  '照片或扫描件（JPEG、PNG、WebP、TIFF、HEIC、PDF）；文件#2 是它的第 2 页；也可以是文件夹',
  'photos or scans (JPEG, PNG, WebP, TIFF, HEIC, PDF); FILE#2 is its second page; folders too',
]

export function addPictures(program: Command, say: Say, start: Start): void {
  addInspect(program, say, start)
  addStraighten(program, say, start)
  addStitch(program, say, start)
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
    .option(
      '--keep-going',
      say(
        '有打不开的文件也继续检查其余的（文件夹总是如此）',
        'go on when a file cannot be opened (a folder always does)',
      ),
    )
    .option('--no-read', say(...noReadHelp))
    .action((images: string[], options: { as?: string; keepGoing?: boolean; read: boolean }) =>
      start(async (asked) => (await import('./commands/pictures.ts')).inspect(asked, images, options)),
    )
}

function addStraighten(program: Command, say: Say, start: Start): void {
  program
    .command('straighten')
    .description(say('把斜拍的证件拉正并裁好', 'straighten and cut out a document photographed at an angle'))
    .argument('<IMAGE...>', say(...imagesHelp))
    .requiredOption(
      '--out <F|DIR>',
      say('写到这个 JPEG 文件；配 --all 时为一个新文件夹', 'write to this JPEG file; with --all to a new folder'),
    )
    .option(
      '--all',
      say(
        '照片上（每一页上）清楚可见的每份证件各成一张图片',
        'every document that is clearly seen, on each page, as a picture of its own',
      ),
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
    .action((images: string[], options: StraightenOptions) =>
      start(async (asked) => (await import('./commands/pictures.ts')).straighten(asked, images, options)),
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
