/** Facts of plainly fictitious people, and blanks to write them on. */
import { createHash } from 'node:crypto'
import { concatTransformationMatrix, degrees, PDFDocument, PDFName, pushGraphicsState, rgb } from 'pdf-lib'
import type { BlankFacts } from '../../main/engine/pdf/fill.ts'
import { formDefinition } from '../../main/engine/pdf/form-definition.ts'
import type { FormFacts } from '../../main/engine/pdf/form-report.ts'
import { AnchorMap, type WrittenAnchor } from '../../rules/anchor-map.ts'
import { IsoDate } from '../../rules/schema.ts'

export const definition = formDefinition('verification-form')
export const on = IsoDate.parse('2026-11-24')

/** Every field, with rare characters that the font has: 䶮 喆 龘 𬱖. */
export const values = {
  'organizer-name': '示例（北京）网络科技有限责任公司上海浦东新区张江高科技园区第一分公司研发中心',
  'organizer-nature': '企业',
  'certificate-type': '营业执照',
  'certificate-number': '91110108MA00000007',
  'certificate-address': '北京市海淀区示例街道示例路 12 号院 3 号楼 4 单元 501 室（近 Example Office Park）',
  'subject-responsible-name': '张䶮喆龘𬱖',
  'subject-responsible-certificate': '居民身份证 11010519491231002X',
  mobile: '13800138000',
  'emergency-mobile': '13900139000',
  email: 'zhangsan.the.example@mail.example.cn',
  'contact-address': '北京市海淀区示例街道示例路 12 号院',
  'site-name': '示例·小站 Élan',
  domains: 'example.cn；a-very-long-domain-name-indeed.example.com.cn；中文域名.中国；example.net；example.org',
  'service-content': '介绍旅行与摄影',
  'site-responsible-name': '李四',
  'site-responsible-certificate-type': '居民身份证',
  'site-responsible-certificate-number': '11010519491231002X',
  'provider-name': '示例云计算有限公司',
}

const plain = (zh: string) => ({ zh, en: zh })
export const handPlaces: FormFacts['handPlaces'] = [
  {
    field: 'signature',
    title: plain('网站负责人签名'),
    why: 'signature',
    hint: plain('打印后用黑色签字笔亲笔签名，写正楷，不要连笔，不要用签名章。'),
  },
  { field: 'seal', title: plain('单位公章'), why: 'seal', hint: plain('盖红色公章，压在签名上，不能用合同章。') },
  { field: 'fingerprint', title: plain('指印'), why: 'fingerprint', hint: plain('在签名上按红色指印，纹路清楚。') },
  { field: 'date', title: plain('日期'), why: 'date', hint: plain('亲手写当天的日期。') },
  {
    field: 'hand-copied-paragraph',
    title: plain('手抄承诺文字'),
    why: 'handwritten',
    hint: plain('把空白表上印着的承诺文字照抄一遍，不要打印。'),
  },
]

export function factsFor(blank: Uint8Array, map: AnchorMap | null, change: Partial<BlankFacts> = {}): BlankFacts {
  return { definition, values, handPlaces, on, blank, name: 'blank.pdf', map, ...change }
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

export function mapOf(blank: Uint8Array, anchors: readonly WrittenAnchor[]): AnchorMap {
  const map = { format: 'beiqi-anchors/1', form: definition.id, edition: '测试用空白表', blank: sha256(blank), anchors }
  return AnchorMap.parse(map)
}

export async function blankOf(draw: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  draw(document)
  return document.save()
}

/** A page as scanners and some printer drivers make them: turned, cropped, and leaving its own scale behind. */
export function awkwardBlank(turn: number): Promise<Uint8Array> {
  return blankOf((document) => {
    const page = document.addPage([500, 700])
    page.setCropBox(40, 60, 420, 560)
    page.setRotation(degrees(turn))
    page.drawRectangle({ x: 60, y: 80, width: 380, height: 520, borderColor: rgb(0.8, 0.8, 0.8), borderWidth: 1 })
    page.pushOperators(concatTransformationMatrix(0.1, 0, 0, 0.1, 300, 300))
  })
}

/** A PDF form with a field of each kind: one character per cell, and several lines. */
export function fieldBlank(): Promise<Uint8Array> {
  return blankOf((document) => {
    const page = document.addPage([400, 300])
    const form = document.getForm()
    const place = (name: string, y: number, width: number, height: number) => {
      const field = form.createTextField(name)
      field.addToPage(page, { x: 20, y, width, height, borderWidth: 0 })
      field.setFontSize(10.5)
      return field
    }
    const comb = place('page1.certificate-number', 240, 360, 24)
    comb.setMaxLength(18)
    comb.enableCombing()
    place('contact-address', 160, 120, 60).enableMultiline()
    place('organizer-name', 120, 360, 20)
    place('mobile', 90, 20, 12)
    place('signature', 30, 150, 40)
  })
}

export async function encrypted(passwords: { userPassword?: string; ownerPassword: string }): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage()
  document.encrypt(passwords)
  return document.save()
}

export function xfaForm(): Promise<Uint8Array> {
  return blankOf((document) => {
    document.addPage()
    document.getForm().acroForm.dict.set(PDFName.of('XFA'), document.context.obj([]))
  })
}

/** Changes the graphics state and never changes it back. */
export function unbalancedBlank(): Promise<Uint8Array> {
  return blankOf((document) => {
    document.addPage([400, 300]).pushOperators(pushGraphicsState(), concatTransformationMatrix(0.5, 0, 0, 0.5, 9, 9))
  })
}
