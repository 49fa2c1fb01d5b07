/** From the lines of a page to a reading: which document, which way up, and its values. */
import type { CertificateType } from '../certificate-types.ts'
import type { Text } from '../schema.ts'
import type { Tables } from '../tables.ts'
import type { DocumentKind, LabelledField } from './documents-schema.ts'
import { rowAfter, valueAfter, withPlainLabels, withWholeLabels } from './labels.ts'
import { recognise } from './recognise.ts'
import type { DocumentReading, Page, PageLine, ReadField, ReadFieldName, Standing } from './schema.ts'
import {
  creditCodesIn,
  datesIn,
  domainIn,
  isUsualTerm,
  periodIn,
  permitNumberIn,
  type ReadNumber,
  residentNumbersIn,
} from './values.ts'

/** A page whose words mean nothing says which way up it is only when nearly all lines agree, and there are several. */
const CLEAR_VOTE = 0.9
const CLEAR_LINES = 4

export function readingOf(page: Page, tables: Tables): DocumentReading {
  const kinds = recognise(page, tables.documents)
  const [kind] = kinds
  const lines = page.lines.map(({ text }) => text)
  const isClear = kind !== undefined || (page.vote >= CLEAR_VOTE && page.lines.length >= CLEAR_LINES)
  const turn = isClear ? ([0, 90, 180, 270] as const)[page.turn] : null
  const shows = kinds.map(({ id }) => id)
  if (!kind) return { document: null, title: null, certificate: null, side: null, shows, turn, fields: [], lines }
  const number = kind.number ? numberOf(page, kind) : null
  // A residence permit of a province carries the number of its holder's ID card.
  const certificate = kind.certificate && (number?.certificate ?? kind.certificate)
  const fields = kinds.flatMap((each) => fieldsOf(page, each, certificate, tables))
  const others = number ? [fieldOf('number', number.number, number.standing, tables), ...fields] : fields
  return {
    document: kind.id,
    title: titleOf(kind, certificate, tables),
    certificate,
    side: kind.side,
    shows,
    turn,
    fields: distinctFields(agreed(others)),
    lines,
  }
}

/** The portrait side of a residence permit is laid out like an ID card's; its number tells them apart. */
function titleOf(
  { title, certificate: usual }: DocumentKind,
  certificate: CertificateType | null,
  tables: Tables,
): Text {
  const own = tables.certificates.types.find(({ id }) => id === certificate)?.title
  return certificate === usual || !own ? title : { zh: `${own.zh}（人像面）`, en: `${own.en}, portrait side` }
}

function distinctFields(fields: readonly ReadField[]): ReadField[] {
  return fields.filter((field, at) => fields.findIndex((other) => other.field === field.field) === at)
}

function fieldOf(field: ReadFieldName, value: string, standing: Standing, { documents }: Tables): ReadField {
  return { field, title: documents.fieldTitles[field], value, standing }
}

/** What the certificate's own check says; without check digits, what stands behind the label and has the form. */
function numberOf({ lines }: Page, kind: DocumentKind): ReadNumber | null {
  const { certificate } = kind
  const texts = lines.map(({ text }) => text)
  if (certificate === null || hasCheckedNumber(certificate)) return only(texts.flatMap(residentNumbersIn))
  if (kind.strong.length > 0 && isUnit(certificate)) {
    const [code] = texts.flatMap(creditCodesIn)
    return code ? { ...code, certificate } : null
  }
  const after = valueAfter(lines, kind.number?.labels ?? [], { others: [], rows: false })
  const labelled = after === null ? null : permitNumberIn(after, certificate)
  return labelled ?? only(texts.flatMap((text) => permitNumberIn(text, certificate) ?? []))
}

/** Two different numbers on one card: nobody knows which of them is its own. */
function only(numbers: readonly ReadNumber[]): ReadNumber | null {
  const [first] = numbers
  return first && numbers.every(({ number }) => number === first.number) ? first : null
}

function hasCheckedNumber(certificate: CertificateType): boolean {
  return ['resident-id', 'temporary-id', 'hk-macao-residence', 'taiwan-residence'].includes(certificate)
}

function isUnit(certificate: CertificateType): boolean {
  return !['hk-macao-permit', 'taiwan-permit', 'passport'].includes(certificate) && !hasCheckedNumber(certificate)
}

function fieldsOf(page: Page, kind: DocumentKind, certificate: CertificateType | null, tables: Tables): ReadField[] {
  const lines = withPlainLabels(withWholeLabels(page.lines, kind), kind)
  const labels = [
    ...kind.fields.flatMap((field) => field.labels),
    ...(kind.number?.labels ?? []),
    ...kind.weak,
    ...kind.strong,
  ]
  return kind.fields.flatMap((field) => {
    const others = labels.filter((label) => !field.labels.includes(label))
    const text = textOf(field, lines, others)
    const values = text === null ? [] : valuesOf(field, text, certificate, tables)
    // There is one domain on its certificate, whatever was made of the word before it.
    const isHidden = field.as === 'domain' && values.length === 0
    return isHidden ? valuesOf(field, lines.map((line) => line.text).join(' / '), certificate, tables) : values
  })
}

/** Letters are taken as they stand behind the label; a day or a domain is found among specks too. */
function textOf(field: LabelledField, lines: readonly PageLine[], others: readonly string[]): string | null {
  const { as, labels, rows } = field
  if (as === 'text' || as === 'name') return valueAfter(lines, labels, { others, rows })
  return rowAfter(lines, labels, others)
}

function valuesOf(
  field: LabelledField,
  text: string,
  certificate: CertificateType | null,
  tables: Tables,
): ReadField[] {
  const make = (name: LabelledField['field'], value: string | null | undefined, standing: Standing) =>
    value ? [fieldOf(name as ReadFieldName, value, standing, tables)] : []
  switch (field.as) {
    case 'date':
      return make(field.field, datesIn(text)[0], 'plausible')
    case 'domain':
      return make(field.field, domainIn(text, tables), 'plausible')
    case 'name':
      return make(field.field, nameIn(text), 'read')
    case 'text':
      return make(field.field, text.normalize('NFC').replace(/\s+/g, ' ').trim(), 'read')
    case 'period': {
      const period = periodIn(text)
      if (!period) return []
      const standing = certificate && isUsualTerm(period, certificate) ? 'plausible' : 'read'
      return [...make('validFrom', period.from, standing), ...make('validUntil', period.until, standing)]
    }
  }
}

/** Names keep a blank between Latin letters only. */
function nameIn(text: string): string {
  return text
    .normalize('NFC')
    .replace(/^[\s:：*]+|[\s:：*]+$/g, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
}

/** A resident number tells birthday and sex; where the card says another, one of the two was misread. */
function agreed(fields: readonly ReadField[]): ReadField[] {
  const value = (name: ReadFieldName) => fields.find(({ field }) => field === name)?.value
  const number = value('number')
  if (!number || !/^\d{17}[\dX]$/.test(number)) return [...fields]
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const sex = Number(number[16]) % 2 === 1 ? '男' : '女'
  const differs = (name: ReadFieldName, own: string) => {
    const read = value(name)
    return read !== undefined && read !== own
  }
  if (differs('birthDate', birth)) return fields.map((field) => doubted(field, ['number', 'birthDate']))
  if (differs('sex', sex)) return fields.map((field) => doubted(field, ['number', 'sex']))
  return fields.map((field) => (field.field === 'birthDate' ? { ...field, standing: 'confirmed' } : field))
}

function doubted(field: ReadField, names: readonly ReadFieldName[]): ReadField {
  return names.includes(field.field) ? { ...field, standing: 'read' } : field
}

/** Whether the page means something: the check that tells upright from upside down. */
export function isMeant(page: { lines: readonly Pick<PageLine, 'text'>[] }, tables: Tables): boolean {
  return recognise({ lines: page.lines as PageLine[] }, tables.documents).length > 0
}
