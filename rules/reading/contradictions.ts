/** Where a paper says another thing than the filing, or is past its day. */
import type { Rules } from '../catalog.ts'
import type { Filing, IsoDate } from '../schema.ts'
import { isNear, isNearName, isSame, maskedPair } from './compare.ts'
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
  const agrees = numberAgrees(reading, facts)
  // A number that differs says it all: the rest is then somebody else's too.
  const compared = agrees === false ? reading.fields.filter(({ field }) => field === 'number') : reading.fields
  const mismatches = compared.flatMap((read) => {
    const fact = facts.find(({ field }) => field === read.field)?.value
    if (fact === undefined || isSame(read.field, read.value, fact)) return []
    return isName(read) ? [nameMismatch(read, fact, agrees === true)] : mismatch(read, fact, filing, rules)
  })
  return [...wrongCertificate(reading, facts, rules), ...mismatches, ...expired(reading, facts, on)]
}

/** undefined: not known, since one of both is missing or cannot be believed. */
function numberAgrees({ fields }: DocumentReading, facts: readonly FactPlace[]): boolean | undefined {
  const read = fields.find(({ field, standing }) => field === 'number' && standing !== 'read')
  const own = facts.find(({ field }) => field === 'number')?.value
  return read && own !== undefined ? isSame('number', read.value, own) : undefined
}

/** Addresses are compared by nobody but the person: a letter misread would be a false alarm. */
function mismatch(read: ReadField, own: string, filing: Filing, rules: Rules): Verdict[] {
  if (read.standing === 'read') return []
  if (read.field === 'number') return [numberMismatch(read, own, filing, rules)]
  if (read.field === 'domain') return [domainMismatch(read.value, own)]
  return ['validFrom', 'validUntil', 'expires', 'birthDate'].includes(read.field) ? [dateMismatch(read, own)] : []
}

function isName({ field }: ReadField): boolean {
  return field === 'name' || field === 'legalRepresentative' || field === 'registrant'
}

/**
 * A name has no check digit. Where most of it is another one it is somebody else's paper, unless the number beside it is
 * the right one; where less differs, it may as well be misread.
 */
function nameMismatch({ field, title, value }: ReadField, own: string, numberAgrees: boolean): Verdict {
  const mayBeMisread = isNearName(value, own) || (field === 'name' && numberAgrees)
  const doubt = mayBeMisread
    ? { zh: '也可能是程序认错了字。', en: ' The program may have misread it.' }
    : { zh: '', en: '' }
  return {
    code: 'reading.mismatch',
    severity: mayBeMisread ? 'note' : 'warning',
    cause: {
      zh: `${title.zh}不一致：图片上读到“${value}”，资料里填的是“${own}”。${doubt.zh}`,
      en: `${title.en} differs: the picture says "${value}"; the facts say "${own}".${doubt.en}`,
    },
    fix: LOOK,
  }
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
