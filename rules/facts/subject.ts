/** Facts that only some provinces ask about a subject, and of what a change filing changes. */

import { changeKinds } from '../change-schema.ts'
import type { Reading } from '../condition.ts'
import { personRegions, type Subject } from '../schema.ts'
import { type Fact, type FilingScope, given, known, mapped, missing } from './reading.ts'

/** A change of the subject is made by a change filing only. */
function ofChange(read: (scope: FilingScope) => Reading): (scope: FilingScope) => Reading {
  return (scope) => (scope.filing.filingType === undefined ? missing('filingType') : read(scope))
}

const kinds = ofChange(({ filing }) =>
  filing.filingType === 'change' ? given(filing.change?.kinds, 'change.kinds') : known([], 'filingType'),
)

/** A subject that has a number but no site left (空壳主体). It matters to who adds one. */
function isShell({ filing }: FilingScope): Reading {
  if (filing.filingType === undefined) return missing('filingType')
  const adds = filing.filingType === 'new-site' || filing.filingType === 'access'
  if (!adds) return known(false, 'filingType')
  const count = filing.subject?.filedServiceCount
  return given(count === undefined ? undefined : count === 0, 'subject.filedServiceCount')
}

/** "江苏省南京市玄武区…" → 南京市; a municipality is its own city. null: the text does not tell. */
function cityOf(address: string, provinces: readonly string[]): string | null {
  const province = provinces.find((name) => address.startsWith(name))
  const rest = province === undefined ? address : address.slice(province.length).replace(/^(省|.{0,4}?自治区)/, '')
  if (province !== undefined && rest.startsWith('市')) return province
  return /^(.{1,8}?(?:市|自治州|地区|盟))/.exec(rest)?.[1] ?? null
}

function addressCityMatches({ filing: { subject }, tables, subject: { certificate } }: FilingScope): Reading {
  const at = 'subject.addressInSameCity'
  if (subject?.addressInSameCity !== undefined) return known(subject.addressInSameCity, at)
  if (certificate.address.value === undefined) return missing(certificate.address.at)
  if (subject?.contactAddress === undefined) return missing('subject.contactAddress')
  const names = tables.provinces.map(({ title }) => title.zh)
  const [own, contact] = [certificate.address.value, subject.contactAddress].map((text) => cityOf(text, names))
  return own && contact ? known(own === contact, 'subject.contactAddress') : missing(at)
}

/** A licence of an online shop gives a platform and a web address as its place of business. */
export function onlineAddress(address: string): boolean {
  return /https?:|www\.|[a-z0-9-]\.(?:com|cn|net|shop|xyz|top|vip|store|中国)\b/iu.test(address)
}

/** By the province that the certificate's address begins with. */
function provinceMatches({ filing, tables, subject: { certificate } }: FilingScope): Reading {
  const { address } = certificate
  const code = tables.provinces.find(({ title }) => address.value?.startsWith(title.zh))?.code
  if (code === undefined) return missing(address.at)
  return filing.province === undefined ? missing('province') : known(code === filing.province, address.at)
}

/** Written, or told by the kind of certificate. */
function legalRegion({ subject: { legal }, tables }: FilingScope): Reading {
  if (legal === null) return missing('subject.legalRepresentative')
  if (legal.region.value !== undefined) return known(legal.region.value, legal.region.at)
  const { type } = legal.certificate
  if (type.value === undefined) return missing(type.at)
  const regions = tables.certificates.types.find(({ id }) => id === type.value)?.regions ?? []
  const [only] = regions
  return regions.length === 1 && only ? known(only, type.at) : missing(legal.region.at)
}

function ofSubject(kind: 'yes-no' | 'text', field: keyof Subject & string): Fact<FilingScope> {
  return {
    kind,
    read: ({ filing }) => given(filing.subject?.[field] as string | boolean | undefined, `subject.${field}`),
  }
}

export const subjectFacts: Record<string, Fact<FilingScope>> = {
  'change.kinds': { kind: 'words', values: changeKinds, read: kinds },
  'change.toOwnUnit': { kind: 'yes-no', read: ({ filing }) => given(filing.change?.toOwnUnit, 'change.toOwnUnit') },
  'change.sameLegalRepresentative': {
    kind: 'yes-no',
    read: ({ filing }) => given(filing.change?.sameLegalRepresentative, 'change.sameLegalRepresentative'),
  },
  'subject.isShell': { kind: 'yes-no', read: isShell },
  'subject.filedServiceCount': {
    kind: 'number',
    read: ({ filing }) =>
      given(
        filing.subject?.filedServiceCount ?? (filing.filingType === 'first' ? 0 : undefined),
        'subject.filedServiceCount',
      ),
  },
  'subject.contactAddress': {
    kind: 'text',
    read: ({ filing: { subject } }) => given(subject?.contactAddress, 'subject.contactAddress'),
  },
  'subject.addressIsOnline': {
    kind: 'yes-no',
    read: ({ subject: { certificate } }) =>
      given(mapped(certificate.address.value, onlineAddress), certificate.address.at),
  },
  'subject.addressCityMatches': { kind: 'yes-no', read: addressCityMatches },
  'subject.provinceMatches': { kind: 'yes-no', read: provinceMatches },
  'subject.legalRepresentativeRegion': { kind: 'word', values: personRegions, read: legalRegion },
  'subject.businessScope': ofSubject('text', 'businessScope'),
  'subject.hasSeal': ofSubject('yes-no', 'hasSeal'),
  'subject.hasTradeName': ofSubject('yes-no', 'hasTradeName'),
  'subject.inRegistry': ofSubject('yes-no', 'inRegistry'),
}
