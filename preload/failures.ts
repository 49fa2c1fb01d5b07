/**
 * Every expected failure: its stable code and what to tell the person, in both languages.
 * `{name}` places are filled from the failure's parameters. A message says what happened and what to do.
 */
import type { Text } from '../rules/schema.ts'
import { blankFailureTexts } from './blank-failures.ts'
import { pictureFailureTexts } from './picture-failures.ts'

export const failureTexts = {
  'input.invalid': {
    zh: '{file}：{path}：{expected}',
    en: '{file}: {path}: {expected}',
  },
  'input.not-json': {
    zh: '{file} 不是有效的 JSON 文件（{detail}）。请检查括号、引号和逗号。',
    en: '{file} is not valid JSON ({detail}). Check its brackets, quotes and commas.',
  },
  'input.not-utf8': {
    zh: '{file} 不是 UTF-8 编码的文本。请在编辑器中另存为 UTF-8。',
    en: '{file} is not text in UTF-8. Save it as UTF-8 in your editor.',
  },
  'input.usage': { zh: '命令用法不对：{detail}', en: 'The command line is not as expected: {detail}' },
  'file.missing': { zh: '找不到文件 {file}。请检查路径。', en: '{file} does not exist. Check the path.' },
  'file.unreadable': {
    zh: '无法读取 {file}（{detail}）。请检查文件权限。',
    en: '{file} cannot be read ({detail}). Check its permissions.',
  },
  'file.not-a-file': {
    zh: '{file} 是文件夹或设备，不是文件。请给出文件的路径。',
    en: '{file} is a folder or a device, not a file. Give the path of a file.',
  },
  'file.too-large': {
    zh: '{file} 有 {megabytes} MB，超过可处理的 {limit} MB。请检查是否选错了文件；图片请用相机原图或单页扫描件。',
    en: '{file} has {megabytes} MB, more than the {limit} MB that can be handled. Check that it is the right file; for a picture, use the camera original or a scan of one page.',
  },
  'file.unwritable': {
    zh: '无法写入 {file}（{detail}）。原有文件没有改动，请换一个可写且有空间的位置。',
    en: '{file} cannot be written ({detail}). Existing files are unchanged; choose a place with space and permission.',
  },
  'file.exists': {
    zh: '{file} 已存在，里面的东西不会被覆盖。请换一个名称或空文件夹。',
    en: '{file} already exists, and what is there is not written over. Choose another name or an empty folder.',
  },
  'file.is-input': {
    zh: '{file} 就是输入文件本身。原件不会被覆盖，请换一个输出名称。',
    en: '{file} is the input itself. Originals are never written over; choose another name for the output.',
  },
  'file.foreign-inside': {
    zh: '{file} 里有不属于材料包的文件（{names}）。为免丢失，没有替换；请移走它们或换一个文件夹。',
    en: '{file} holds files that are not part of the package ({names}). It was not replaced so that they are not lost; move them or choose another folder.',
  },
  'file.needs-subfolder': {
    zh: '{file} 是一块磁盘的根目录，或者它的上一级不能写入，所以不能整体替换，什么也没有写入。请改为其中的一个文件夹，例如 {file}/备案材料。',
    en: '{file} is the root of a disk, or the folder above it cannot be written, so it cannot be replaced as a whole; nothing was written. Name a folder inside it, for example {file}/filing.',
  },
  'finding.missing': {
    zh: '这张图片已经没有这个问题了。请看最新的检查结果。',
    en: 'The picture no longer has this finding. Look at what is found now.',
  },
  'finding.blocker': {
    zh: '这个问题一定会被驳回，不能选择仍要使用。请按提示重拍或换图。',
    en: 'This would surely be refused and cannot be overruled. Photograph it again or take another picture.',
  },
  'image.empty': { zh: '{file} 是空文件。请重新导出或重拍。', en: '{file} is empty. Export or photograph it again.' },
  'image.unsupported': {
    zh: '{file} 不是支持的图片（实际内容：{found}）。请使用 JPEG、PNG、WebP、TIFF、HEIC 或 PDF。',
    en: '{file} is not a supported picture (its content is {found}). Use JPEG, PNG, WebP, TIFF, HEIC or PDF.',
  },
  'image.truncated': {
    zh: '{file} 已损坏或不完整（{detail}）。请从手机或相机重新传输原图。',
    en: '{file} is damaged or incomplete ({detail}). Transfer the original from the phone or camera again.',
  },
  'image.too-many-pixels': {
    zh: '{file} 的像素过多（{megapixels} 百万，上限 {limit} 百万）。请换用普通照片或 300 dpi 扫描件。',
    en: '{file} has too many pixels ({megapixels} million, the limit is {limit} million). Use an ordinary photo or a 300 dpi scan.',
  },
  'image.many-pages': {
    zh: '{file} 含有多页（{pages} 页）。请把每一页存为单独的图片。',
    en: '{file} has several pages ({pages}). Save each page as a picture of its own.',
  },
  ...pictureFailureTexts,
  'image.animated': {
    zh: '{file} 是动图（{pages} 帧）。请使用静态照片。',
    en: '{file} is animated ({pages} frames). Use a still photo.',
  },
  'image.adjustment-outside': {
    zh: '{file} 的调整超出了图片范围：{detail}。请重新设置。',
    en: 'An adjustment of {file} reaches outside the picture: {detail}. Set it again.',
  },
  'image.tone-too-strong': {
    zh: '{file} 的色调调整过强：{part} 为 {value}，允许 {least} 到 {most}。材料要如实反映原件；光线太差请重拍。',
    en: 'The tone of {file} is changed too far: {part} is {value}, allowed are {least} to {most}. A document has to look like itself; photograph it again in better light.',
  },
  'image.no-corners': {
    zh: '没有在 {file} 里找到可靠的证件四角。请用 --corners 给出四角，或在窗口里拖动四角。',
    en: 'No reliable document corners were found in {file}. Give them with --corners, or drag them in the window.',
  },
  'image.corners-invalid': {
    zh: '{file} 的四个角不成四边形，或不是从文件左上角起按顺时针排列。请重新设置四个角。',
    en: 'The four corners of {file} do not form a quadrilateral clockwise from the upper left of the document. Set them again.',
  },
  'stitch.nothing': { zh: '没有可拼接的图片。', en: 'There is no picture to join.' },
  'stitch.does-not-fit': {
    zh: '不能清晰放下：上限 {limit}，降到最低质量 {quality}、{width} 像素宽（小字约 {print} 像素高，再小就看不清）仍有 {size}。请减少图片、分成几个文件上传，或换用其他附件入口。',
    en: 'This cannot be held readable: the limit is {limit}, and at the lowest quality {quality}, {width} px wide (small print about {print} px high, below which it cannot be read) there are still {size}. Use fewer pictures, upload them as several files, or use another attachment slot.',
  },
  'stitch.too-small': {
    zh: '拼好的图片只有 {size}、{width}×{height} 像素，达不到该入口的下限（{limit}）。请换用更清晰的原图，或打印后重新拍照。',
    en: 'The joined picture has only {size} and {width}×{height} px, below the smallest that this slot takes ({limit}). Use a sharper original, or print and photograph it.',
  },
  'stitch.too-few-pixels': {
    zh: '拼好的图片只有 {width}×{height} 像素，该入口要求短边至少 {minShortSide}、长边至少 {minLongSide} 像素，放大会变模糊。请换用更大的原图。',
    en: 'The joined picture has only {width}×{height} px, and this slot takes no less than {minShortSide} on the short and {minLongSide} on the long side; enlarging would blur it. Use a larger original.',
  },
  'stitch.side-too-long': {
    zh: '这些图片拼在一起，即使缩到 {width}×{height} 像素（再小就看不清）仍超过边长上限 {maxSide} 像素。请减少图片、换一种排列，或分开上传。',
    en: 'Joined, these pictures exceed the longest side of {maxSide} px even at {width}×{height} px, below which they cannot be read. Use fewer pictures, another layout, or upload them separately.',
  },
  'watermark.not-allowed': {
    zh: '{provider}不能加这样的水印：{note}需要留底时另存留存版。',
    en: '{provider} does not take this watermark. {note} Keep a marked copy apart if you need one.',
  },
  'watermark.glyph-missing': {
    zh: '“{text}”中的“{characters}”在内置字体里没有字形。请换一种写法。',
    en: '"{characters}" in "{text}" has no glyph in the built-in font. Write it another way.',
  },
  'watermark.no-room': {
    zh: '图片上没有空白处可写水印“{text}”，图片下方加一条空白又超出该入口的尺寸，或窄得写不下。请缩短水印文字、换一种排列，或不加水印。',
    en: 'The picture has no free place for the watermark "{text}", and a band below it would be beyond what the slot takes, or too narrow to write in. Shorten the words, use another layout, or no watermark.',
  },
  'caption.glyph-missing': {
    zh: '图片上方文字“{text}”中的“{characters}”在内置字体里没有字形。请换一种写法。',
    en: '"{characters}" in the caption "{text}" has no glyph in the built-in fonts. Write it another way.',
  },
  'form.unknown': { zh: '没有名为 {form} 的表单。可用：{known}', en: 'There is no form {form}. Known: {known}' },
  'form.blank-unknown': {
    zh: '{file} 与“{form}”没有对应的填写位置图（校验值 {hash}）。请先为这份空白表设置填写位置。',
    en: '{file} has no anchor map for {form} (its hash is {hash}). Set the anchors for this blank first.',
  },
  'form.blank-encrypted': {
    zh: '{file} 是加密的 PDF，无法填写。请用打开密码另存为未加密的文件。',
    en: '{file} is an encrypted PDF and cannot be filled. Save an unencrypted copy first.',
  },
  'form.blank-damaged': {
    zh: '{file} 不是可用的 PDF（{detail}）。请从接入商处重新下载空白表。',
    en: '{file} is not a usable PDF ({detail}). Download the blank from the access provider again.',
  },
  'form.blank-too-large': {
    zh: '{file} 有 {found}，超过可处理的 {limit}。请只保留空白表本身的页面。',
    en: '{file} has {found}, more than the {limit} that can be handled. Keep only the pages of the blank itself.',
  },
  'form.page-missing': {
    zh: '{file} 只有 {pages} 页，没有第 {page} 页。',
    en: '{file} has only {pages} pages; there is no page {page}.',
  },
  'form.xfa': {
    zh: '{file} 是 XFA 动态表单，无法可靠填写。请用阅读器打印成普通 PDF 后再用。',
    en: '{file} is a dynamic XFA form, which cannot be filled reliably. Print it to an ordinary PDF first.',
  },
  'form.character-missing': {
    zh: '“{text}”中的“{characters}”在内置字体里没有字形，填出来会是空框。请手写这一处。',
    en: '"{characters}" in "{text}" has no glyph in the built-in font and would print as a box. Write this place by hand.',
  },
  'form.characters-missing': {
    zh: '“{form}”没有生成。{detail}要先生成其余部分，请选择“留空生成”（命令行 --partial）。',
    en: '{form} was not made. {detail} To make the rest, ask for a partly filled paper (--partial on the command line).',
  },
  'form.facts-missing': {
    zh: '“{form}”没有生成：还缺{fields}。请先在备案资料里补齐；要先打印再手写，请选择“留空生成”（命令行 --partial）。',
    en: '{form} was not made: {fields} missing. Add them to the facts first; to print it and write them by hand, ask for a partly filled paper (--partial on the command line).',
  },
  'print.gone': {
    zh: '这次要打印的内容已经不在内存里了。请返回，重新整理后再打印。',
    en: 'What was to be printed is no longer in memory. Go back and arrange it again.',
  },
  'print.nothing': {
    zh: '没有要打印的页：所选备案没有要打印的文书，或都缺资料。请补齐资料，或留空打印（命令行 --partial）。',
    en: 'There is nothing to print: these filings need no paper, or facts are missing in all. Add the facts, or print with open places (--partial on the command line).',
  },
  'print.failed': {
    zh: '没有打印出来（{detail}）。请检查打印机，或另存为 PDF 后用系统的阅读器按“实际大小”打印。',
    en: 'It was not printed ({detail}). Check the printer, or save the PDF and print it in your reader at actual size.',
  },
  ...blankFailureTexts,
  'rules.pack-invalid': {
    zh: '{file} 不是可用的规则包：{path}：{expected}。规则没有改动；请重新获取这个文件，或升级程序。',
    en: '{file} is not a usable rule pack: {path}: {expected}. The rules are unchanged; get the file again, or update the program.',
  },
  'rules.key-unknown': {
    zh: '{file} 的签名公钥（{key}）不在信任列表里。规则没有改动；确认来源后，先添加对方的公钥（命令行 rules trust）。',
    en: '{file} is signed by a key that is not trusted ({key}). The rules are unchanged; once you know whose it is, add that public key (rules trust on the command line).',
  },
  'rules.signature-wrong': {
    zh: '{file} 的签名不对：内容在签名后被改动过，或文件已损坏。规则没有改动；请从原来源重新获取。',
    en: 'The signature of {file} is wrong: it was changed after signing, or is damaged. The rules are unchanged; get it again from its source.',
  },
  'rules.data-mistake': {
    zh: '{file} 里的规则数据有错，整包不采用，规则没有改动：{detail}',
    en: 'The data in {file} has a mistake, so none of it is taken and the rules are unchanged: {detail}',
  },
  'rules.golden-broken': {
    zh: '{file} 答错了自带的样例“{case}”，整包不采用，规则没有改动。{list} 应为 [{expected}]，实际为 [{got}]。',
    en: '{file} gets its own example "{case}" wrong, so none of it is taken and the rules are unchanged. {list}: expected [{expected}], got [{got}].',
  },
  'rules.older': {
    zh: '规则包 {version} 不比现用的 {active} 新。规则没有改动；确实要换回旧版，请再确认一次（命令行 --older）。',
    en: 'The rule pack {version} is not newer than {active}, which is in use. The rules are unchanged; confirm it again if you do want to go back (--older on the command line).',
  },
  'rules.key-invalid': {
    zh: '{file} 不是 PEM 格式的 Ed25519 密钥（需要{wanted}）。',
    en: '{file} is not an Ed25519 key in PEM ({wanted} is wanted).',
  },
  'rules.key-missing': {
    zh: '“{key}”没有指明一个信任的公钥，信任列表没有改动。请给出指纹的前 8 位或更多；现有：{known}',
    en: '"{key}" does not name one trusted key, and none was withdrawn. Give 8 or more characters from the beginning of its fingerprint; there are: {known}',
  },
  'rules.key-shipped': {
    zh: '“{key}”的公钥随程序附带，不能撤销。要不用它签名的规则包，请恢复程序自带的规则。',
    en: 'The key of {key} came with the program and cannot be withdrawn. To stop using a pack that it signed, go back to the shipped rules.',
  },
  'provider.unknown': {
    zh: '没有名为 {provider} 的接入商。可用：{known}',
    en: 'There is no provider {provider}. Known: {known}',
  },
  'client.missing': {
    zh: '找不到这个客户，可能已被删除。',
    en: 'This client does not exist; it may have been removed.',
  },
  'filing.missing': {
    zh: '找不到这份备案，可能已被删除。',
    en: 'This filing does not exist; it may have been removed.',
  },
  'filing.stale': {
    zh: '这份备案在别处已被修改。请重新打开后再保存，你的输入没有丢失。',
    en: 'This filing was changed elsewhere. Open it again before saving; what you typed is not lost.',
  },
  'picture.missing': {
    zh: '找不到这张图片，可能已被删除。',
    en: 'This picture does not exist; it may have been removed.',
  },
  'slot.missing': {
    zh: '这份备案现在没有名为 {slot} 的上传位，清单可能已经改变。请刷新清单。',
    en: 'This filing has no slot {slot} now; its checklist may have changed. Look at the checklist again.',
  },
  'store.none': {
    zh: '这个命令需要数据文件夹，但没有打开。请用 --data 指定，或在窗口里操作。',
    en: 'This needs a data folder, and none is open. Name one with --data, or use the window.',
  },
  'store.locked': {
    zh: '数据库正被另一个程序使用。请关闭另一个备齐窗口后重试。',
    en: 'The database is in use by another program. Close the other Beiqi window and try again.',
  },
  'store.key-wrong': {
    zh: '密钥打不开这个数据库。数据没有改动；请使用创建它的密钥。',
    en: 'The key does not open this database. Nothing was changed; use the key it was made with.',
  },
  'store.newer': {
    zh: '这个数据库由更新版本的备齐创建（版本 {found}，本程序支持到 {known}）。请升级程序。',
    en: 'This database was made by a newer Beiqi (version {found}; this program knows {known}). Update the program.',
  },
  'store.damaged': {
    zh: '数据文件已损坏（{detail}）。请从备份恢复。',
    en: 'A data file is damaged ({detail}). Restore it from a backup.',
  },
  'task.cancelled': { zh: '已取消，没有写入任何文件。', en: 'Cancelled; nothing was written.' },
  'engine.stopped': {
    zh: '处理引擎意外停止，这一步没有完成。程序已重新启动它，请再试一次。',
    en: 'The engine stopped and this step was not finished. It has been restarted; please try again.',
  },
  'engine.given-up': {
    zh: '处理引擎反复停止，已不再自动重启。请关闭程序后重新打开；如果总在同一张图片上发生，请先移除它。',
    en: 'The engine keeps stopping and is not restarted any more. Close and reopen the program; if it is always the same picture, remove it first.',
  },
  'call.unknown': { zh: '没有这个调用：{name}', en: 'There is no such call: {name}' },
  'call.invalid': {
    zh: '调用 {name} 的参数不对：{path} {expected}',
    en: 'The input of {name} is wrong: {path} {expected}',
  },
  internal: {
    zh: '程序内部出错（{detail}）。数据没有丢失；请重试，若仍出现请报告此问题。',
    en: 'Something broke inside the program ({detail}). No data is lost; try again, and report it if it stays.',
  },
} as const satisfies Record<string, Text>

export type FailureCode = keyof typeof failureTexts
/** A parameter that is itself a phrase comes in both languages; names, numbers and paths are the same in both. */
export type FailureParams = Readonly<Record<string, string | number | Text>>

/** A failure as it crosses a process line: data, since `Error` subclasses do not survive. */
export interface FailureData {
  code: FailureCode
  params: FailureParams
}

/** The message in one language; a place without a parameter stays visible. */
export function failureText(failure: FailureData, language: keyof Text): string {
  return failureTexts[failure.code][language].replace(/\{(\w+)\}/g, (place, key: string) => {
    const param = failure.params[key] ?? place
    return typeof param === 'object' ? param[language] : String(param)
  })
}
