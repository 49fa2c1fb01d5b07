/** A filing whose facts are those of a document, and one whose facts are somebody else's. */
import { shippedRules } from '../../../rules/catalog.ts'
import type { ReadFieldName } from '../../../rules/reading/schema.ts'
import { Filing } from '../../../rules/schema.ts'
import type { Truth } from './documents.ts'

type Facts = Truth['facts']

export function filingOf({ document, facts }: Truth): Filing {
  const kind = shippedRules.tables.documents.documents.find(({ id }) => id === document)
  const type = kind?.certificate ?? undefined
  const { name, number, birthDate, address, validFrom, validUntil, legalRepresentative } = facts
  const certificate = { type, number, validFrom, validUntil, address }
  const { domain, registrant: registrantName, expires } = facts
  const isUnit = type === 'business-licence'
  const person = { name, birthDate, certificate }
  return Filing.parse({
    format: 'beiqi-filing/1',
    subject: isUnit
      ? { nature: 'enterprise', name, certificate, legalRepresentative: { name: legalRepresentative } }
      : { nature: 'enterprise', responsiblePerson: person },
    services: domain ? [{ type: 'website', domains: [{ name: domain, registrantName, expires }] }] : undefined,
  })
}

/** Other people's, each of which differs from every fact that the documents are made of. */
const others: Facts = {
  name: '吴虚构',
  registrant: '吴虚构',
  legalRepresentative: '吴虚构',
  birthDate: '1949-10-09',
  validFrom: '2007-01-31',
  validUntil: '2027-01-31',
  expires: '2041-01-31',
  domain: 'another-one.example.cn',
}
const companies: Facts = { name: '杜撰贸易中心', registrant: '杜撰贸易中心' }

/** One fact of the document told otherwise: what the program has to object to. */
export function contradicting(truth: Truth, field: ReadFieldName): Filing | null {
  const own = truth.facts[field]
  const other = own !== undefined && own.length > 5 ? (companies[field] ?? others[field]) : others[field]
  return own === undefined || other === undefined
    ? null
    : filingOf({ ...truth, facts: { ...truth.facts, [field]: other } })
}
