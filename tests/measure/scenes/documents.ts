/** The documents that are photographed: the drawn cards and papers, and a few more that are hard to see. */
import {
  permitBack,
  permitFront,
  residencePermitBack,
  residencePermitFront,
  residentCardBack,
  residentCardFront,
} from '../../fixtures/draw/cards.ts'
import { text } from '../../fixtures/draw/glyphs.ts'
import {
  authenticityCommitment,
  authorizationLetter,
  guangdongCommitment,
  responsibilityNotice,
  zhangSansForm,
} from '../../fixtures/draw/letters.ts'
import { businessLicence, domainCertificate } from '../../fixtures/draw/papers.ts'
import { chenDawen, company, liSi, wangWu, zhangSan, zhaoLiu } from '../../fixtures/draw/people.ts'
import { a4, idCard, line, rect, type Sheet } from '../../fixtures/draw/sheet.ts'
import { chanceOf } from './chance.ts'

export const kinds = ['id-card', 'permit', 'pale-card', 'letter', 'plain-letter', 'licence', 'certificate'] as const
export type Kind = (typeof kinds)[number]

/** A white card with a few grey words: next to nothing of it is seen on a white table. */
function paleCard(seed: number): Sheet {
  const chance = chanceOf(seed, 'pale-card')
  const level = chance.whole(240, 250)
  const drawing = [
    rect(0, 0, idCard.width, idCard.height, `fill="rgb(${level},${level},${level - chance.whole(0, 6)})"`),
    text('示例会员卡', 8, 14, { size: 5, weight: 'medium', fill: '#6c7a86' }),
    text('NO. 0000 0000 0000', 8, 44, { size: 4, fill: '#55606a' }),
    text('样本', 66, 14, { size: 4, fill: '#9a5a5a' }),
  ]
  return { ...idCard, drawing: drawing.join('') }
}

/** A letter as an office printer makes it: black words on white, no colour, much of it empty. */
function plainLetter(seed: number): Sheet {
  const chance = chanceOf(seed, 'plain-letter')
  const words = '本单位承诺所提交的备案信息真实准确完整如有变更将及时更新并承担相应责任此件为示例由程序绘制'
  const rows = Array.from({ length: chance.whole(4, 22) }, (_, row) => {
    const count = row % 5 === 4 ? chance.whole(6, 20) : 27
    const start = chance.whole(0, words.length - 1)
    return text((words + words).slice(start, start + count).slice(0, 30), 28, 66 + row * 8.6, { size: 5.4 })
  })
  const drawing = [
    rect(0, 0, a4.width, a4.height, `fill="rgb(250,250,${chance.whole(242, 250)})"`),
    text('情况说明（示例）', a4.width / 2, 44, { size: 9, weight: 'bold', anchor: 'middle' }),
    ...rows,
    line(118, 268, 180, 268, 'stroke="#333" stroke-width="0.3"'),
  ]
  return { ...a4, drawing: drawing.join('') }
}

const licence = {
  name: company.name,
  code: company.code,
  legalRepresentative: wangWu.name,
  address: company.address,
  capital: company.capital,
  founded: company.founded,
  scope: company.scope,
}
const domainPaper = {
  domain: 'example.cn',
  holder: company.name,
  registered: '2024-03-01',
  expires: '2028-03-01',
  registrar: '示例域名注册服务机构',
}

const makers: Record<Kind, ((seed: number) => Sheet)[]> = {
  'id-card': [
    () => residentCardFront(zhangSan),
    () => residentCardBack(zhangSan),
    () => residentCardFront(liSi),
    () => residentCardBack(zhaoLiu),
  ],
  permit: [
    () => permitFront(chenDawen, 'CHAN, DAI MAN'),
    () => permitBack(chenDawen),
    () => residencePermitFront(liSi, '广东省居住证', '广东省示例市样本区示范街5号'),
    () => residencePermitBack('2024-05-01', '2027-05-01'),
  ],
  'pale-card': [paleCard],
  letter: [authorizationLetter, authenticityCommitment, responsibilityNotice, guangdongCommitment, zhangSansForm],
  'plain-letter': [plainLetter],
  licence: [() => businessLicence(licence)],
  certificate: [() => domainCertificate(domainPaper)],
}

export function documentOf(kind: Kind, seed: number): Sheet {
  return chanceOf(seed, 'document').pick(makers[kind])(seed)
}
