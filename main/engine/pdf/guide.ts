/**
 * Where to sign, seal and date each paper of one filing: a small picture of its page with numbered marks, and beside it
 * who does what with which pen, how many copies are signed and for how long they are good.
 */
import type { HandPlace, Signing } from '../../../rules/answers.ts'
import type { IsoDate } from '../../../rules/schema.ts'
import type { PlacedHand } from './form-report.ts'
import { type Block, blockOf, contentWidth, margin, Paper } from './paper.ts'
import type { Frame, Ink, Pen } from './pen.ts'

export interface GuidePaper {
  title: string
  kind: 'own-letter' | 'preparation-sheet' | 'filled-blank'
  pdf: Uint8Array
  places: readonly PlacedHand[]
  signing: Signing
  /** For how long it is good, and the last day for one that is signed today; null: no source says. */
  window: { zh: string; submitBy: IsoDate } | null
}

export interface GuideModel {
  applicant: string
  province: string
  provider: string
  papers: readonly GuidePaper[]
  on: IsoDate
}

const titleInk: Ink = { size: 19, weight: 'bold', grey: 0 }
const paperInk: Ink = { size: 12.5, weight: 'bold', grey: 0 }
const stepInk: Ink = { size: 10.5, weight: 'bold', grey: 0 }
const textInk: Ink = { size: 9.5, weight: 'regular', grey: 0.15 }
const smallInk: Ink = { size: 8.5, weight: 'regular', grey: 0.4 }
const markInk: Ink = { size: 9, weight: 'bold', grey: 1 }

/** Width of the small picture of an A4 page. */
const picture = { width: 150, height: 212 }
const gap = 16
const radius = 7.5
const textLeft = margin + picture.width + gap
const textWidth = contentWidth - picture.width - gap

const general =
  '先按实际大小（100%）打印，再用黑色签字笔签写，不要用铅笔、圆珠笔或可擦笔；签名写正楷，写错了重新打印一份，不要涂改。盖章用红色印泥，字迹和边线要完整。签好后平铺拍照或彩色扫描，四边都要在画面里，再放回程序检查。黑色签名章印出的签名和手写的看不出区别，程序不能代为分辨：写明不能盖签名章的，请务必亲笔签。'

const kinds = {
  'own-letter': '自拟文书，签好后可以直接提交',
  'preparation-sheet': '填写准备页：请照它填写接入商发放的空白表，图中编号只说明要做哪些，位置以空白表为准',
  'filled-blank': '已填写的空白表',
}

const hands: Record<HandPlace['by'], string> = {
  signer: '签名的人',
  applicant: '申请人本人',
  'legal-representative': '法定代表人本人',
  'site-responsible': '网站负责人本人',
  unit: '主办单位',
  registrant: '域名持有人',
  employer: '用人单位',
  guardian: '监护人本人',
  provider: '接入商（申请人留空）',
}

const tools: Record<HandPlace['why'], string> = {
  signature: '黑色签字笔亲笔签名',
  seal: '红色公章',
  date: '黑色签字笔手写日期',
  fingerprint: '红色印泥按手印',
  handwritten: '黑色签字笔手抄',
}

export async function writeGuide({ applicant, province, provider, papers, on }: GuideModel) {
  const paper = await Paper.open()
  paper.set(blockOf('签署指引', contentWidth, titleInk), margin)
  const about = `${applicant}　${province}　接入商：${provider}　${on}`
  paper.set(blockOf(about, contentWidth, textInk), margin)
  paper.skip(6)
  paper.set(blockOf(general, contentWidth, textInk), margin)
  if (papers.length === 0) {
    paper.skip(12)
    paper.set(blockOf('这份备案目前没有要签署的文书。', contentWidth, stepInk), margin)
  }
  for (const [index, one] of papers.entries()) await setPaper(paper, one, index + 1)
  const pdf = await paper.finish(
    {
      header: `签署指引 · ${applicant}`,
      footer: `签署指引 · ${applicant} · ${on}`,
      pageNumber: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
    },
    `签署指引 · ${applicant}`,
    on,
  )
  return { pdf, pages: paper.pages }
}

async function setPaper(paper: Paper, one: GuidePaper, number: number): Promise<void> {
  const blocks = blocksOf(one)
  const pages = [...new Set(one.places.map(({ page }) => page))]
  const textHeight = blocks.reduce((sum, { block }) => sum + block.height + 4, 0)
  const head = blockOf(`${number}. ${one.title}`, contentWidth, paperInk)
  const kind = blockOf(kinds[one.kind], contentWidth, smallInk)
  paper.need(head.height + kind.height + Math.max(picture.height, Math.min(textHeight, 500)) + 34)
  paper.skip(16)
  paper.pen.rule(margin, paper.y, contentWidth, { grey: 0, width: 0.8 })
  paper.skip(6)
  paper.set(head, margin)
  paper.set(kind, margin)
  paper.skip(8)
  const [page = 0, ...more] = pages
  await setPicture(paper, one, page)
  const textEnd = setText(paper, blocks)
  paper.skip(Math.max(picture.height, textEnd))
  for (const other of more) {
    paper.need(picture.height + 12)
    paper.skip(12)
    await setPicture(paper, one, other)
    paper.skip(picture.height)
  }
}

/** The page itself, small, with the number of each place on it. */
async function setPicture(paper: Paper, { pdf, places, signing }: GuidePaper, page: number): Promise<void> {
  const frame: Frame = { x: margin, y: paper.y - picture.height, ...picture }
  const scale = await paper.picture(pdf, page, frame)
  paper.pen.box(frame, { grey: 0.5, width: 0.6 })
  for (const place of places.filter((each) => each.page === page)) {
    const number = signing.hands.findIndex(({ field }) => field === place.field) + 1
    // At the right end of its place, so that what is printed before it can be seen.
    const right = frame.x + (place.x + place.width) * scale
    setMark(paper.pen, number, right - radius / 2, frame.y + (place.y + place.height * 0.6) * scale)
  }
}

function setMark(pen: Pen, number: number, x: number, y: number): void {
  pen.disc(x, y, radius, 0.1)
  pen.text(String(number), x - (number > 9 ? 5.2 : 2.7), y - 3.2, markInk)
}

interface Line {
  block: Block
  /** Stands before the text in a disc. */
  number?: number
}

function blocksOf({ signing, window }: GuidePaper): Line[] {
  const steps = signing.hands.flatMap(({ title, why, by, noStamp, hint }, index): Line[] => {
    const who = `${title.zh}：${hands[by]}，${tools[why]}${noStamp ? '，不能盖签名章' : ''}`
    return [
      { block: blockOf(who, textWidth - 22, stepInk), number: index + 1 },
      { block: blockOf(hint.zh, textWidth - 22, textInk) },
    ]
  })
  return [...steps, ...notesOf(signing, window).map((text) => ({ block: blockOf(text, textWidth - 22, textInk) }))]
}

function notesOf({ theirs, copies }: Signing, window: GuidePaper['window']): string[] {
  return [
    ...theirs.map(({ zh }) => `模板：${zh}`),
    copies ? `份数：${copies.zh}` : '份数：各来源没有说明，按接入商要求。',
    window
      ? `有效期：${window.zh}今天签的，最晚 ${window.submitBy} 提交。`
      : '有效期：各来源没有给出天数；页面提示过期时，在新表上重新签署。',
  ]
}

/** Returns how far down it came, in points. */
function setText(paper: Paper, lines: readonly Line[]): number {
  let y = paper.y
  for (const { block, number } of lines) {
    if (number !== undefined) {
      y -= 3
      setMark(paper.pen, number, textLeft + radius, y - block.ink.size * 0.68)
    }
    paper.place(block, textLeft + 22, y)
    y -= block.height + (number === undefined ? 4 : 0)
  }
  return paper.y - y
}
