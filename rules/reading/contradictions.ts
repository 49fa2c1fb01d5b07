/** Where a paper says another thing than the filing, or is past its day. */
import type { Rules } from '../catalog.ts'
import type { Filing, IsoDate } from '../schema.ts'
import { isNear, isSame, maskedPair } from './compare.ts'
import type { Verdict } from './judge.ts'
import { type FactPlace, factsAt, holdersIn, type ReadingPlace } from './places.ts'
import type { DocumentReading, ReadField } from './schema.ts'

interface Setting {
  on: IsoDate
  rules: Rules
}

export function contradictions(
  reading: DocumentReading,
  place: ReadingPlace,
  filing: Filing,
  { on, rules }: Setting,
): Verdict[] {
  const facts = factsAt(reading, place, filing, rules.tables)
  const mismatches = reading.fields.flatMap((read) => {
    const fact = facts.find(({ field }) => field === read.field)
    return fact ? mismatch(read, fact, filing, rules) : []
  })
  return [...wrongCertificate(reading, facts, rules), ...mismatches, ...expired(reading, facts, on)]
}

/** Names and addresses are compared by nobody but the person: a letter misread would be a false alarm. */
function mismatch(read: ReadField, fact: FactPlace, filing: Filing, rules: Rules): Verdict[] {
  if (fact.value === undefined || isSame(read.field, read.value, fact.value)) return []
  if (read.field === 'number' && read.standing !== 'read') return [numberMismatch(read, fact.value, filing, rules)]
  if (read.standing !== 'plausible') return []
  if (read.field === 'domain') return [domainMismatch(read.value, fact.value)]
  return ['validFrom', 'validUntil', 'expires', 'birthDate'].includes(read.field)
    ? [dateMismatch(read, fact.value)]
    : []
}

const LOOK = {
  zh: '对照原件：资料填错就改资料，图片放错就换图片。',
  en: 'Compare with the original: correct the facts if they are wrong, or replace the picture if it is.',
}

function numberMismatch(read: ReadField, own: string, filing: Filing, rules: Rules): Verdict {
  const other = holdersIn(filing, rules.tables).find(({ number }) => isSame('number', number, read.value))
  const [shown, filled] = maskedPair(read.value, own)
  const whose =
    other?.name === undefined ? { zh: '', en: '' } : { zh: `，是${other.name}的`, en: `, which is ${other.name}'s` }
  return {
    code: 'reading.mismatch',
    severity: read.standing === 'confirmed' ? 'blocker' : 'warning',
    cause: {
      zh: `证件号码不一致：图片上是 ${shown}${whose.zh}，资料里填的是 ${filled}。`,
      en: `The numbers differ: the picture says ${shown}${whose.en}; the facts say ${filled}.`,
    },
    fix: LOOK,
  }
}

/** A name has no check digit: one that is nearly the filing's own is rather misread than another domain. */
function domainMismatch(read: string, own: string): Verdict {
  return {
    code: 'reading.mismatch',
    severity: own.split(' ').some((name) => isNear(read, name)) ? 'note' : 'warning',
    cause: {
      zh: `域名证书上是 ${read}，资料里填的是 ${own}。`,
      en: `The domain certificate is of ${read}; the facts name ${own}.`,
    },
    fix: LOOK,
  }
}

function dateMismatch({ title, value }: ReadField, own: string): Verdict {
  const word = (date: string, zh: boolean) => (date === 'long-term' ? (zh ? '长期' : 'long-term') : date)
  return {
    code: 'reading.mismatch',
    severity: 'warning',
    cause: {
      zh: `${title.zh}不一致：图片上是 ${word(value, true)}，资料里填的是 ${word(own, true)}。`,
      en: `${title.en} differs: the picture says ${word(value, false)}; the facts say ${word(own, false)}.`,
    },
    fix: LOOK,
  }
}

function wrongCertificate({ certificate }: DocumentReading, facts: readonly FactPlace[], { tables }: Rules): Verdict[] {
  const filled = facts.find(({ field }) => field === 'certificate')?.value
  if (!certificate || filled === undefined || filled === certificate) return []
  const name = (id: string) => tables.certificates.types.find((type) => type.id === id)?.title ?? { zh: id, en: id }
  return [
    {
      code: 'reading.mismatch',
      severity: 'warning',
      cause: {
        zh: `证件类型不一致：图片上是${name(certificate).zh}，资料里填的是${name(filled).zh}。`,
        en: `The kind of certificate differs: the picture shows "${name(certificate).en}"; the facts say "${name(filled).en}".`,
      },
      fix: LOOK,
    },
  ]
}

/** Only where the filing does not say it itself: then the checklist judges the day that is written there. */
function expired({ fields, document }: DocumentReading, facts: readonly FactPlace[], on: IsoDate): Verdict[] {
  const name = document === 'domain-certificate' ? 'expires' : 'validUntil'
  const end = fields.find(({ field }) => field === name)
  const isJudged =
    end && facts.some(({ field, value }) => field === name && value !== undefined && isSame(name, value, end.value))
  if (!end || end.standing === 'read' || end.value === 'long-term' || end.value >= on || isJudged) return []
  const isDomain = name === 'expires'
  return [
    {
      code: isDomain ? 'domain.expired' : 'certificate.expired',
      severity: 'blocker',
      cause: {
        zh: `按图片上的日期，${isDomain ? '域名' : '证件'}已于 ${end.value} 到期。`,
        en: `By the date on the picture, the ${isDomain ? 'domain' : 'certificate'} expired on ${end.value}.`,
      },
      fix: isDomain
        ? { zh: '先续费，再换上新的域名证书。', en: 'Renew it, then use the new domain certificate.' }
        : { zh: '换上在有效期内的证件。', en: 'Use a certificate that is in force.' },
    },
  ]
}
