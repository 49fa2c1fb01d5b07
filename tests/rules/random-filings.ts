/** Filings at random, coherent or not, and what is left of them when facts are taken away. Drawn from a seed. */
import { shippedRules } from '../../rules/catalog.ts'
import { filingTypes, natures, provinceCodes, registrantRelations } from '../../rules/schema.ts'
import { employee, individual, partsOf, unit } from './filings.ts'

type Tree = Record<string | number, unknown>

const dates = ['2020-01-01', '2026-11-23', '2026-11-24', '2026-12-24', '2027-02-22', '2027-02-23', '2030-01-01']
const providers = [...shippedRules.tables.providers.map(({ id }) => id), 'nobody']

/** Values of one kind of place: right ones, wrong ones, and those on both sides of a limit. */
const pools: readonly (readonly [RegExp, readonly unknown[]])[] = [
  [/^province$|mobileProvince$/, provinceCodes],
  [/^provider$/, providers],
  [/^filingType$/, filingTypes],
  [/nature$/, natures],
  [/ertificate\.type$/, ['resident-id', 'passport', 'hk-macao-permit', 'business-licence', 'organization-code']],
  [/validUntil$/, [...dates, 'long-term']],
  [/expires$|validFrom$|birthDate$|residencePermitUntil$/, dates],
  [/registrantRelation$/, registrantRelations],
  [/\.number$/, ['11010519491231002X', '360426199101010071', '91110000600037341L', '123', 'H01234567']],
  [/name$/, ['张三', '李四', '示例科技（北京）有限公司', '中国示例', 'example.com', '论坛', 'abc']],
  [/[mM]obile$/, ['13800138000', '13900139000', '123']],
  [/topics$/, [[], ['finance'], ['news', 'medical'], ['stamps']]],
  [/product$/, ['ecs', 'cvm', 'nat-gateway', 'nothing']],
  [/billing$/, ['subscription', 'pay-as-you-go']],
  [/Months$|Used$|Count$|AmountCny$/, [0, 1, 3, 5, 31, 99]],
  [/region$/, ['cn-hangzhou', 'cn-hongkong', 'mars']],
  [/[aA]ddress$/, ['北京市朝阳区', '江苏省示例市', '淘宝 www.example.com', '上海市市辖区']],
  [/registrar$/, ['aliyun', 'godaddy', '腾讯云']],
  [/paperForm$|firstReviewPassed$|Verified$|Bandwidth$/, [true, false]],
]
const unwritten = [
  'subject.filedServiceCount',
  'subject.filedDomainCount',
  'subject.responsiblePerson.residencePermitUntil',
  'subject.responsiblePerson.birthDate',
  'firstReviewPassed',
]

/** Every path of a value, ancestors first. */
export function pathsOf(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inner = Object.entries(value).flatMap(([key, one]) =>
    pathsOf(one, Array.isArray(value) ? `${at}[${key}]` : at === '' ? key : `${at}.${key}`),
  )
  return at === '' ? inner : [at, ...inner]
}

export function valueAt(tree: unknown, path: string): unknown {
  return partsOf(path).reduce<unknown>((inner, part) => (inner as Tree | undefined)?.[part], tree)
}

/** In place; undefined takes the key away. What stands in the way of the path is replaced. */
export function put(tree: unknown, path: string, value: unknown): void {
  const parts = partsOf(path)
  const last = parts.pop() ?? ''
  const parent = parts.reduce((inner, part) => {
    if (typeof inner[part] !== 'object' || inner[part] === null) inner[part] = {}
    return inner[part] as Tree
  }, tree as Tree)
  if (value === undefined) delete parent[last]
  else parent[last] = value
}

export class Dice {
  private state: number
  constructor(seed: number) {
    this.state = seed
  }

  /** mulberry32, 0 to 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  of<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T
  }
}

/** One of the two good filings, moved about, with up to four places changed to anything. */
export function randomFiling(dice: Dice): unknown {
  const filing = structuredClone(dice.of<unknown>([individual, unit]))
  put(filing, 'province', dice.of(provinceCodes))
  put(filing, 'provider', dice.of(providers))
  if (dice.next() < 0.5) put(filing, 'subject.responsiblePerson', structuredClone(employee))
  if (dice.next() < 0.3) put(filing, 'services[0].responsiblePerson', structuredClone(employee))
  for (let changes = Math.floor(dice.next() * 5); changes > 0; changes -= 1) {
    const path = dice.of([...pathsOf(filing), ...unwritten])
    const pool = pools.find(([place]) => place.test(path))
    if (pool) put(filing, path, dice.of(pool[1]))
  }
  return filing
}

const keeps = /^format$|\]$|domains\[\d+\]\.name$/

/** One to four facts less, each with all that stands in it. */
export function withLess(filing: unknown, dice: Dice): unknown {
  const less = structuredClone(filing)
  for (let gaps = 1 + Math.floor(dice.next() * 4); gaps > 0; gaps -= 1) {
    const paths = pathsOf(less).filter((path) => !keeps.test(path))
    if (paths.length > 0) put(less, dice.of(paths), undefined)
  }
  return less
}
