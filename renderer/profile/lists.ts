/** The lists behind the choices of the facts. */
import type { Output } from '../../preload/contract.ts'
import { personCertificateTypes, unitCertificateTypes } from '../../rules/certificate-types.ts'
import type { Text } from '../../rules/schema.ts'
import { filingTypes, natures, personRegions, registrantRelations } from '../../rules/schema.ts'
import type { Key, Say } from '../text/language.ts'
import type { Option } from '../ui/Choice.tsx'
import type { ListName } from './fields.ts'

export type Catalog = Output<'catalog/get'>

/** The 31 provincial administrations in pinyin and initials, by GB/T 2260, so that typing finds them. */
export const provincePinyin: Readonly<Record<string, string>> = {
  11: 'beijing bj',
  12: 'tianjin tj',
  13: 'hebei hb',
  14: 'shanxi sx',
  15: 'neimenggu nmg',
  21: 'liaoning ln',
  22: 'jilin jl',
  23: 'heilongjiang hlj',
  31: 'shanghai sh',
  32: 'jiangsu js',
  33: 'zhejiang zj',
  34: 'anhui ah',
  35: 'fujian fj',
  36: 'jiangxi jx',
  37: 'shandong sd',
  41: 'henan hn',
  42: 'hubei hb',
  43: 'hunan hn',
  44: 'guangdong gd',
  45: 'guangxi gx',
  46: 'hainan hn',
  50: 'chongqing cq',
  51: 'sichuan sc',
  52: 'guizhou gz',
  53: 'yunnan yn',
  54: 'xizang xz',
  61: 'shaanxi shanxi sx',
  62: 'gansu gs',
  63: 'qinghai qh',
  64: 'ningxia nx',
  65: 'xinjiang xj',
}

const fixed = {
  filingTypes,
  natures,
  personCertificates: personCertificateTypes,
  unitCertificates: unitCertificateTypes,
  certificates: [...personCertificateTypes, ...unitCertificateTypes],
  relations: registrantRelations,
  serviceTypes: ['website', 'app', 'mini-program'],
  regions: personRegions,
  billing: ['subscription', 'pay-as-you-go'],
} as const satisfies Partial<Record<ListName, readonly Key<'words'>[]>>

export interface Lists {
  options(list: ListName): Option[]
}

/** All lists in the chosen language. */
export function listsFor(catalog: Catalog, words: Say<'words'>, ours: (text: Text) => string): Lists {
  const titled = (all: readonly { id: string; title: Text }[]) =>
    all.map(({ id, title }) => ({ value: id, label: ours(title), keywords: `${title.zh} ${title.en}` }))
  const fromData = {
    provinces: catalog.provinces.map(({ code, title }) => ({
      value: code,
      label: ours(title),
      keywords: `${title.zh} ${title.en} ${provincePinyin[code] ?? ''}`,
    })),
    providers: titled(catalog.providers),
    products: titled(catalog.products),
    registrars: titled(catalog.registrars),
    topics: titled(catalog.topics),
  }
  return {
    options: (list) =>
      list in fromData
        ? fromData[list as keyof typeof fromData]
        : fixed[list as keyof typeof fixed].map((word) => ({ value: word, label: words(word) })),
  }
}

/** The title of a code or id in a list, or the code itself. */
export function titleIn(lists: Lists, list: ListName, value: string | undefined): string | null {
  if (value === undefined) return null
  return lists.options(list).find((option) => option.value === value)?.label ?? value
}
