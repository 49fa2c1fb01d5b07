/** What can go wrong with blanks and their maps. Part of the failures. */
import type { Text } from '../rules/schema.ts'

export const blankFailureTexts = {
  'form.map-other-file': {
    zh: '{file} 的填写位置是给另一份空白表（版本“{edition}”，校验值 {other}…）设的，这份的校验值是 {hash}…。换了版本，格子的位置就不同：请换回那一份空白表，或为这一份重新设置填写位置。',
    en: 'The places given for {file} belong to another blank (edition "{edition}", hash {other}…); this file has the hash {hash}…. Another edition has its lines elsewhere: use that blank, or place the fields on this one anew.',
  },
  'form.map-other-form': {
    zh: '{file} 的填写位置是给另一种表单（{other}）设的，不是“{form}”。',
    en: 'The places given for {file} belong to another form ({other}), not to {form}.',
  },
  'blank.missing': {
    zh: '找不到这份空白表，可能已从库中删除。',
    en: 'This blank does not exist; it may have been removed from the library.',
  },
  'blank.known': {
    zh: '这份空白表已经在库里：“{title}”。不用再次收入；要改名称或版本，请在库里修改。',
    en: 'This blank is in the library already: "{title}". There is no need to take it in again; change its name or edition there.',
  },
  'blank.stale': {
    zh: '这份空白表在别处已被修改。请重新打开后再保存。',
    en: 'This blank was changed elsewhere. Open it again before saving.',
  },
  'blank.other-form': {
    zh: '空白表“{title}”是另一种表单的，不能用在这里。',
    en: 'The blank "{title}" is of another form and cannot be used here.',
  },
  'blank.field-unknown': {
    zh: '“{form}”没有可填写的字段 {field}。可用：{known}',
    en: '{form} has no field {field}. Known: {known}',
  },
  'blank.no-place': {
    zh: '字段 {field} 还没有填写位置。',
    en: 'The field {field} has no place yet.',
  },
  'blank.unsupported': {
    zh: '{file} 不能作为空白表（实际内容：{found}）。请使用 PDF、Word 文件（doc、docx、odt、rtf），或 JPEG、PNG、WebP、TIFF 的扫描件或照片。',
    en: '{file} cannot be used as a blank (its content is {found}). Use a PDF, a Word file (doc, docx, odt, rtf), or a scan or photo as JPEG, PNG, WebP or TIFF.',
  },
  'blank.no-paper': {
    zh: '在 {file} 里没有找到完整的一张 A4 纸，比例也不是 A4，无法按原大排版。请把纸放平、四角都拍进来再试，或者在窗口里把四个角拖到纸的四角上（命令行用 --corners）。',
    en: 'No whole sheet of A4 was found in {file}, and its proportions are not those of A4, so it cannot be placed at true size. Lay the sheet flat with all four corners in view, or drag the corners onto those of the sheet in the window (--corners on the command line).',
  },
  'blank.word-needs-office': {
    zh: '{file} 是 Word 文件，需要用本机的 LibreOffice 转成 PDF，但没有找到它。请安装 LibreOffice，或在 Word、WPS 里把文件另存为 PDF 后再收入。',
    en: '{file} is a Word file, which this program turns into PDF with LibreOffice, and none was found here. Install LibreOffice, or save the file as PDF in Word or WPS and take that in.',
  },
  'blank.word-unreadable': {
    zh: 'LibreOffice 没能把 {file} 转成 PDF（{detail}）。请检查文件是否损坏或加了密码，或在 Word、WPS 里另存为 PDF。',
    en: 'LibreOffice could not turn {file} into PDF ({detail}). Check whether the file is damaged or has a password, or save it as PDF in Word or WPS.',
  },
  'blank.word-too-slow': {
    zh: '转换 {file} 超过 {seconds} 秒，已停止。请在 Word、WPS 里另存为 PDF 后再收入。',
    en: 'Turning {file} into PDF took more than {seconds} seconds and was stopped. Save it as PDF in Word or WPS and take that in.',
  },
  'blank.not-placed': {
    zh: '空白表“{title}”还没有设置填写位置，填不了。请先在空白表库里设置。',
    en: 'The blank "{title}" has no places to write on yet, so it cannot be filled. Place its fields in the library first.',
  },
  'blank.has-places': {
    zh: '空白表“{title}”已经设置过填写位置，和 {file} 里的不同。为免丢失没有替换；确实要用新的，请选择替换（命令行 --replace）。',
    en: 'The blank "{title}" has places already, other ones than in {file}. They were not replaced so that they are not lost; ask to replace them (--replace on the command line).',
  },
  'blank.none-for-map': {
    zh: '库里没有 {file} 对应的空白表（版本“{edition}”，校验值 {hash}…）。请先收入那一份空白表；另一个版本的格子位置不同，不能套用。',
    en: 'The library has no blank that {file} belongs to (edition "{edition}", hash {hash}…). Take that blank in first; another edition has its lines elsewhere and cannot use this map.',
  },
  'blank.bundle-invalid': {
    zh: '{file} 不是可用的空白表包（{detail}）。请重新导出或向对方重新索取。',
    en: '{file} is not a usable bundle of a blank ({detail}). Export it again, or ask for it again.',
  },
} as const satisfies Record<string, Text>
