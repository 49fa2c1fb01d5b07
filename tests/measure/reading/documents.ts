/** Documents whose every word is known, made of a seed: nobody in them exists. */

import type { ReadFieldName } from '../../../rules/reading/schema.ts'
import {
  permitBack,
  permitFront,
  residencePermitBack,
  residencePermitFront,
  residentCardBack,
  residentCardFront,
} from '../../fixtures/draw/cards.ts'
import {
  authenticityCommitment,
  authorizationLetter,
  responsibilityNotice,
  zhangSansForm,
} from '../../fixtures/draw/letters.ts'
import { businessLicence, domainCertificate } from '../../fixtures/draw/papers.ts'
import {
  chenDawen,
  creditCode,
  type FictitiousPerson,
  liSi,
  residentNumber,
  zhangSan,
} from '../../fixtures/draw/people.ts'
import type { Sheet } from '../../fixtures/draw/sheet.ts'
import { type Chance, chanceOf } from '../scenes/chance.ts'
import type { Kind } from '../scenes/documents.ts'

export interface Truth {
  /** Id in `rules/data/documents.json`. */
  document: string
  facts: Partial<Record<ReadFieldName, string>>
}

type Made = Truth & { sheet: Sheet }

const two = (value: number) => String(value).padStart(2, '0')

function day(chance: Chance, first: number, last: number): string {
  return `${chance.whole(first, last)}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`
}

/** A region code of a whole province, which is given to nobody. */
const region = (chance: Chance) => `${chance.pick(['11', '13', '21', '31', '33', '37', '42', '44', '51', '61'])}0000`

function somebody(chance: Chance): FictitiousPerson {
  const base = chance.pick([zhangSan, liSi])
  const birthDate = day(chance, 1950, 2005)
  const isMale = base.gender === '男'
  const sequence = `${two(chance.whole(0, 99))}${chance.pick(isMale ? ['1', '3', '5', '7', '9'] : ['0', '2', '4', '6', '8'])}`
  const from = day(chance, 2008, 2025)
  const end = `${Number(from.slice(0, 4)) + chance.pick([10, 20])}${from.slice(4)}`
  return {
    ...base,
    name: chance.pick(['张三', '李四', '王五', '赵六', '孙样本', '周示例', '欧阳样本', '陈大文']),
    birthDate,
    number: residentNumber(region(chance), birthDate, sequence),
    validFrom: from,
    validUntil: chance.is(0.2) ? 'long-term' : end,
  }
}

const cards: ((chance: Chance) => Made)[] = [
  (chance) => {
    const person = somebody(chance)
    const { name, birthDate, number, address } = person
    return {
      sheet: residentCardFront(person),
      document: 'resident-id-front',
      facts: { name, birthDate, number, address },
    }
  },
  (chance) => {
    const person = somebody(chance)
    const { validFrom, validUntil } = person
    return { sheet: residentCardBack(person), document: 'resident-id-back', facts: { validFrom, validUntil } }
  },
  (chance) => {
    const number = `${chance.pick(['H', 'M'])}${chance.whole(10_000_000, 99_999_999)}`
    const person = { ...chenDawen, number, birthDate: day(chance, 1950, 2005) }
    const { name, birthDate, validFrom, validUntil } = person
    return chance.is(0.7)
      ? {
          sheet: permitFront(person, 'CHAN, DAI MAN'),
          document: 'hk-macao-permit-front',
          facts: { name, birthDate, number, validFrom, validUntil },
        }
      : { sheet: permitBack(person), document: 'hk-macao-permit-back', facts: { number } }
  },
  (chance) => {
    const { name, number, ...person } = somebody(chance)
    const place = '广东省示例市样本区示范街5号'
    const sheet = residencePermitFront({ name, number, ...person }, '广东省居住证', place)
    return { sheet, document: 'residence-permit-front', facts: { name, number } }
  },
  () => ({ sheet: residencePermitBack('2024-05-01', '2027-05-01'), document: 'residence-permit-back', facts: {} }),
]

const letters: (() => Made)[] = [
  () => ({ sheet: authorizationLetter(), document: 'authorization-letter', facts: {} }),
  () => ({ sheet: authenticityCommitment(), document: 'authenticity-commitment', facts: {} }),
  () => ({ sheet: responsibilityNotice(), document: 'responsibility-notice', facts: {} }),
  () => ({ sheet: zhangSansForm(), document: 'verification-form', facts: {} }),
]

const wide: ((chance: Chance) => Made)[] = [
  (chance) => {
    const organisation = `MA${Array.from({ length: 6 }, () => chance.pick([...'0123456789ABCDEFGHJKLMNPQRTUWXY'])).join('')}`
    const [code, founded] = [creditCode(region(chance), organisation), day(chance, 2016, 2025)]
    const name = chance.pick(['示例科技有限公司', '样本文化传播有限公司', '虚构信息技术有限公司'])
    const legalRepresentative = chance.pick(['王五', '赵六', '孙样本'])
    const address = '江苏省示例市样本区虚构大道100号备齐大厦5层501室'
    const scope = '软件开发；信息技术咨询服务；网站设计与维护。'
    const sheet = businessLicence({
      name,
      code,
      legalRepresentative,
      address,
      founded,
      scope,
      capital: '人民币壹佰万元整',
    })
    return {
      sheet,
      document: 'business-licence',
      facts: { name, number: code, legalRepresentative, address, established: founded },
    }
  },
  (chance) => {
    const letters = Array.from({ length: chance.whole(5, 14) }, () => chance.pick([...'abcdefghijklmnopqrstuvwxyz']))
    const domain = `shili-${letters.join('')}.${chance.pick(['cn', 'com', 'com.cn', 'net'])}`
    const [registrant, expires] = [chance.pick(['示例科技有限公司', '张三', '李四']), day(chance, 2026, 2033)]
    const registrar = '示例域名注册服务机构'
    const sheet = domainCertificate({ domain, holder: registrant, registered: '2024-03-01', expires, registrar })
    return { sheet, document: 'domain-certificate', facts: { domain, registrant, expires } }
  },
]

/** A document of the same size as the one that a scene shows. */
export function readDocument(kind: Kind, seed: number): Made {
  const chance = chanceOf(seed, 'reading')
  if (kind === 'licence' || kind === 'certificate') return chance.pick(wide)(chance)
  if (kind === 'letter' || kind === 'plain-letter') return chance.pick(letters)()
  return chance.pick(cards)(chance)
}
