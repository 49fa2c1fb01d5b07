/** What is said of a signed paper: cause and fix of each finding. `{title}` is the place, `{file}` the picture. */
import type { Severity } from './answers.ts'
import type { Text } from './schema.ts'

export interface SignedText {
  severity: Severity
  cause: Text
  fix: Text
}

const again: Text = {
  zh: '补上后重新拍照或扫描，放回这里。',
  en: 'Add it, photograph or scan the page again and put it back here.',
}

export const signedTexts = {
  'signature-missing': {
    severity: 'blocker',
    cause: { zh: '“{title}”处没有看到签名。', en: 'There is no signature at “{title}”.' },
    fix: { zh: `用黑色签字笔亲笔签名，${again.zh}`, en: `Sign by hand with a black pen. ${again.en}` },
  },
  'seal-missing': {
    severity: 'blocker',
    cause: { zh: '“{title}”处没有看到红色公章。', en: 'There is no red seal at “{title}”.' },
    fix: { zh: `在该处加盖红色公章，${again.zh}`, en: `Put the red seal there. ${again.en}` },
  },
  'seal-misplaced': {
    severity: 'blocker',
    cause: {
      zh: '红章没有盖在“{title}”处，盖在了页面的别处。',
      en: 'The red seal is not at “{title}” but elsewhere on the page.',
    },
    fix: {
      zh: '重新打印一份，把公章盖在标出的位置。',
      en: 'Print the page again and put the seal where it is marked.',
    },
  },
  'fingerprint-missing': {
    severity: 'blocker',
    cause: { zh: '“{title}”处没有看到手印。', en: 'There is no fingerprint at “{title}”.' },
    fix: { zh: `用红色印泥按手印，${again.zh}`, en: `Put a fingerprint there in red ink. ${again.en}` },
  },
  'date-missing': {
    severity: 'blocker',
    cause: { zh: '“{title}”处没有手写日期。', en: 'No date is written at “{title}”.' },
    fix: {
      zh: `用黑色签字笔写上年、月、日，${again.zh}`,
      en: `Write year, month and day with a black pen. ${again.en}`,
    },
  },
  'handwritten-missing': {
    severity: 'blocker',
    cause: { zh: '“{title}”处没有看到手写文字。', en: 'Nothing is written by hand at “{title}”.' },
    fix: { zh: `用黑色签字笔手写，${again.zh}`, en: `Write it with a black pen. ${again.en}` },
  },
  'place-unclear': {
    severity: 'warning',
    cause: {
      zh: '“{title}”处有痕迹，但太淡、太小、不完整或没有拍全，不能确定是否填好。',
      en: 'There is something at “{title}”, but too faint, too small, unfinished or not wholly in the picture.',
    },
    fix: {
      zh: '请看原件：没写完就补上，写好了就重拍清楚。',
      en: 'Look at the paper: complete it, or photograph it more clearly.',
    },
  },
  'signature-stamped': {
    severity: 'note',
    cause: { zh: '“{title}”处只有红色印章，没有笔迹。', en: 'At “{title}” there is only a red stamp and no pen.' },
    fix: {
      zh: '请确认接入商接受签名章；不接受的，用黑色签字笔亲笔签名。',
      en: 'Make sure that the provider accepts a name stamp; otherwise sign by hand with a black pen.',
    },
  },
  'stamp-refused': {
    severity: 'blocker',
    cause: {
      zh: '“{title}”处是印章，这里只能亲笔签名。',
      en: 'At “{title}” there is a stamp, where only a signature by hand is taken.',
    },
    fix: { zh: `用黑色签字笔亲笔签名，${again.zh}`, en: `Sign by hand with a black pen. ${again.en}` },
  },
  'seal-unexpected': {
    severity: 'note',
    cause: { zh: '这一页不要求盖章，但盖了红章。', en: 'This page asks for no seal, but has one.' },
    fix: { zh: '一般不影响；不确定时先问接入商。', en: 'That does no harm as a rule; ask the provider when in doubt.' },
  },
  'text-altered': {
    severity: 'blocker',
    cause: {
      zh: '有 {count} 处打印内容与原文不同：被涂改、遮挡，或印的是别的字。',
      en: 'In {count} places the print is not what was printed: corrected, covered, or other words.',
    },
    fix: {
      zh: '涂改过的文书会被退回：请重新打印一份再签。若只是被手指、反光挡住，请重拍。',
      en: 'A corrected paper is refused: print it again and sign that. If only a finger or a reflection is in the way, photograph it again.',
    },
  },
  'writing-added': {
    severity: 'warning',
    cause: {
      zh: '有 {count} 处在留空位置以外写了字。',
      en: 'In {count} places something is written where no place is left for it.',
    },
    fix: {
      zh: '请核对是否需要；多余的字迹可能被退回，可重新打印一份再签。',
      en: 'See whether it is wanted; stray writing may be refused, so print and sign again.',
    },
  },
  'other-edition': {
    severity: 'blocker',
    cause: {
      zh: '签的不是现在这份：打印内容与现在的备案资料有多处不同（资料改过，或是别的版本、别人的文书）。',
      en: 'This is not the present paper: much of the print differs from the facts of the filing (they were changed since, or it is another edition or somebody else’s).',
    },
    fix: {
      zh: '按现在的资料重新打印、签署；资料错了的先改资料。',
      en: 'Print it anew from the present facts and sign that; if the facts are wrong, correct them first.',
    },
  },
  'other-paper': {
    severity: 'blocker',
    cause: { zh: '这是另一份文书：《{paper}》。', en: 'This is another paper: “{paper}”.' },
    fix: {
      zh: '把它放回它自己的位置，这里放要求的那一份。',
      en: 'Put it where it belongs, and the one that is asked for here.',
    },
  },
  'preparation-sheet': {
    severity: 'blocker',
    cause: {
      zh: '签的是填写准备页，不是可以提交的表。',
      en: 'What is signed is the preparation sheet, which cannot be handed in.',
    },
    fix: {
      zh: '照准备页填写接入商发的空白表，签那一份。',
      en: "Fill the provider's blank as the sheet says, and sign that.",
    },
  },
  unrecognised: {
    severity: 'blocker',
    cause: {
      zh: '认不出这一页：与这份备案的文书都对不上，或拍得太少、太模糊。',
      en: 'This page is not recognised: it fits none of the papers of this filing, or too little of it can be seen.',
    },
    fix: {
      zh: '确认是这份文书，把纸铺平、四边拍全后重拍。',
      en: 'Make sure that it is this paper, lay it flat and photograph all four edges.',
    },
  },
  unreadable: {
    severity: 'warning',
    cause: {
      zh: '太模糊或太小，看不清打印内容是否改动过。',
      en: 'Too blurred or too small to see whether the print was altered.',
    },
    fix: {
      zh: '点按对焦、拿稳，让纸占满画面后重拍，或用 200 dpi 以上扫描。',
      en: 'Focus, hold still and let the page fill the picture, or scan it at 200 dpi or more.',
    },
  },
  'cut-off': {
    severity: 'blocker',
    cause: { zh: '页面没有拍全，打印内容被切掉了一部分。', en: 'The page is cut off, and some of its print is lost.' },
    fix: { zh: '四边都放进画面后重拍或重扫。', en: 'Photograph or scan it again with all four edges in the picture.' },
  },
  'margin-cut': {
    severity: 'warning',
    cause: {
      zh: '页边被切掉了，有的省要求四边完整。',
      en: 'The margin is cut off; some provinces want all four edges.',
    },
    fix: { zh: '四边都放进画面后重拍或重扫。', en: 'Photograph or scan it again with all four edges in the picture.' },
  },
  'corner-hidden': {
    severity: 'warning',
    cause: { zh: '页角被折起或遮住。', en: 'A corner of the page is folded over or covered.' },
    fix: { zh: '展平页角、移开遮挡后重拍。', en: 'Flatten it, take away what covers it and photograph it again.' },
  },
  'page-missing': {
    severity: 'blocker',
    cause: { zh: '共 {pages} 页，还缺第 {page} 页。', en: 'Of {pages} pages, page {page} is missing.' },
    fix: { zh: '把缺的那一页也放进来。', en: 'Add the missing page.' },
  },
  'page-twice': {
    severity: 'note',
    cause: { zh: '第 {page} 页放了不止一次。', en: 'Page {page} is there more than once.' },
    fix: { zh: '留下清楚的一张。', en: 'Keep the clearer one.' },
  },
  'date-untyped': {
    severity: 'note',
    cause: {
      zh: '手写日期不能可靠识别，没有判断是否在有效期内。',
      en: 'A date by hand cannot be read reliably, so its age was not judged.',
    },
    fix: { zh: '输入纸上写的日期。', en: 'Type the date that stands on the paper.' },
  },
  'date-ahead': {
    severity: 'blocker',
    cause: { zh: '落款日期 {dated} 晚于今天 {on}。', en: 'The date on it, {dated}, lies after today, {on}.' },
    fix: {
      zh: '日期不能晚于提交日：写错的重新签一份，输错的改正。',
      en: 'It may not be later than the submission: sign again, or correct what was typed.',
    },
  },
  'too-old': {
    severity: 'blocker',
    cause: { zh: '落款日期 {dated} 已超出期限：{window}', en: 'The date on it, {dated}, is too old: {window}' },
    fix: { zh: '重新打印并签署一份。', en: 'Print it again and sign that.' },
  },
} as const satisfies Record<string, SignedText>

export type SignedCode = keyof typeof signedTexts
