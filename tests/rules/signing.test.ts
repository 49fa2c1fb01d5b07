/**
 * Who signs with what: each sentence of a province about signature, seal, fingerprint or writing by hand shows up in how
 * its paper is signed. A new sentence belongs to a paper here, or to what is no paper of ours.
 */
import { expect, test } from 'vitest'
import type { FormId, HandPlace } from '../../rules/answers.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { formSigning } from '../../rules/forms.ts'
import { Filing } from '../../rules/schema.ts'

type Why = HandPlace['why']

interface Statement {
  says: RegExp
  form: FormId
  unit?: Why[]
  individual?: Why[]
  /** The signature is written, not stamped. */
  noStamp?: true
}

const statements: Statement[] = [
  { says: /^纸质核验单须加盖单位公章/, form: 'verification-form', unit: ['signature', 'seal'] },
  { says: /^纸质核验单个人须签字并按手印/, form: 'verification-form', individual: ['signature', 'fingerprint'] },
  { says: /^核验单签字处须按红色手印/, form: 'verification-form', individual: ['signature', 'fingerprint'] },
  { says: /黑笔手写承诺语|在核验单上手写规定/, form: 'verification-form', individual: ['signature', 'handwritten'] },
  { says: /另附A4清单：单位盖公章、个人签字/, form: 'domain-attachment', unit: ['seal'], individual: ['signature'] },
  { says: /通用不涉及校外培训承诺书/, form: 'tutoring-commitment', unit: ['seal', 'signature', 'date'] },
  {
    says: /北京市专用承诺书（法人签字、鲜章、日期）/,
    form: 'tutoring-commitment',
    unit: ['seal', 'signature', 'date'],
  },
  { says: /四川专用承诺书须手写承诺语句/, form: 'tutoring-commitment', unit: ['handwritten', 'signature'] },
  { says: /法人签字盖章的委托函/, form: 'authorization-letter-subject', unit: ['seal', 'signature'] },
  { says: /法定代表人授权委托书（签字盖章）/, form: 'authorization-letter-site', unit: ['seal', 'signature'] },
  {
    says: /《互联网信息服务备案承诺书》.*不得用签章/,
    form: 'information-service-commitment',
    unit: ['signature'],
    individual: ['signature'],
    noStamp: true,
  },
  {
    says: /^个人网站备案承诺书：手写日期、签名、身份证号并按手印/,
    form: 'information-service-commitment',
    individual: ['signature', 'handwritten', 'fingerprint', 'date'],
  },
  { says: /^单位网站备案承诺书/, form: 'information-service-commitment', unit: ['signature', 'seal', 'date'] },
  { says: /金融.*法人签字/, form: 'guangdong-finance-commitment', unit: ['seal', 'signature'] },
  { says: /河南不涉及前置审批承诺书（鲜章）/, form: 'no-preapproval-commitment', unit: ['seal'] },
  { says: /不涉金融须盖章承诺书/, form: 'no-preapproval-commitment', unit: ['seal'] },
  { says: /就业证明（入职时间、职务、公章）/, form: 'employment-proof', unit: ['seal'] },
  { says: /网站建设方案书.*单位盖章/, form: 'site-construction-plan', unit: ['seal'] },
  { says: /个人按手印/, form: 'situation-statement', unit: ['seal'], individual: ['signature', 'fingerprint'] },
  { says: /盖章情况说明|鲜章的情况说明|盖章说明/, form: 'situation-statement', unit: ['seal'] },
]

/** Of who may file, of documents of others, and of copies that are no paper of ours. */
const elsewhere = [
  /^公章须包含主办单位名称/,
  /个体工商户|有字号有公章/,
  /营业执照公章须为海南省/,
  /基金协会公示截图/,
  /身份证复印件须摁手印|加盖公章的执照、身份证复印件/,
  /一年内章程（含工商鲜章）/,
]

const hands = /盖章|公章|签名|签字|手印|手写|抄写|黑笔|签章|亲笔|鲜章/

function filingOf(province: string, nature: 'enterprise' | 'individual'): Filing {
  return Filing.parse({ format: 'beiqi-filing/1', province, subject: { nature }, services: [{ type: 'website' }] })
}

const facts = [...shippedRules.provinces.values()]
  .filter(({ code }) => code !== '00')
  .flatMap(({ code, records }) =>
    records.filter(({ zh }) => hands.test(zh)).map(({ fact, zh }) => ({ province: code, fact, zh })),
  )

test('the provinces say enough for this test to mean something', () => {
  expect(new Set(facts.map(({ province }) => province)).size).toBe(31)
  for (const { says } of statements)
    expect(
      facts.some(({ zh }) => says.test(zh)),
      String(says),
    ).toBe(true)
})

test.each(facts)('$fact: $zh', ({ province, zh }) => {
  const about = statements.filter(({ says }) => says.test(zh))
  if (about.length === 0)
    return expect(
      elsewhere.some((says) => says.test(zh)),
      'belongs to a paper',
    ).toBe(true)
  for (const { form, unit, individual, noStamp } of about) {
    const wanted = [
      ['enterprise', unit],
      ['individual', individual],
    ] as const
    for (const [nature, whys] of wanted) {
      if (!whys) continue
      const { hands: found } = formSigning(form, filingOf(province, nature))
      expect(found.map(({ why }) => why)).toEqual(expect.arrayContaining(whys))
      const signed = found.find(({ why }) => why === 'signature')
      if (noStamp) expect(signed?.noStamp).toBe(true)
    }
  }
})

test.each(['11', '31', '32', '62'])(
  'a fingerprint and a copied pledge are asked for only where a source says so: %s',
  (code) => {
    const whys = formSigning('verification-form', filingOf(code, 'individual')).hands.map(({ why }) => why)
    expect(whys).not.toContain('fingerprint')
    expect(whys).not.toContain('handwritten')
  },
)
