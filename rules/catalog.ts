/** All knowledge as one object, parsed once: the tables, the rules, and the lists that are offered for choice. */
import type { z } from 'zod'
import type { ImageWindow } from './answers.ts'
import { type Condition, operatorOf, type Test, testsIn } from './condition.ts'
import { type DataFiles, dataFiles, filesApart } from './data-files.ts'
import type { FactTopic } from './fact.ts'
import { everywhere } from './fact.ts'
import { describeFact, placesIn, type ScopeName } from './facts.ts'
import { paperRules } from './paper-rules.ts'
import { lookedForCodes } from './picture-codes.ts'
import { providerRules } from './provider-rules.ts'
import { type FactRule, type Province, readProvinces } from './province-facts.ts'
import { FormsFile, type Rule, RuleFile } from './rule.ts'
import type { MaterialId, Text } from './schema.ts'
import { sharedCodes } from './shared-contacts.ts'
import { DataMistake, parseData, readTables, refuseTwins, type Tables } from './tables.ts'
import type { Provider } from './tables-schema.ts'

const numeric = ['gt', 'gte', 'lt', 'lte']

/** What is wrong with a test of a fact, or null. */
function testMistake(test: Test, scope: ScopeName, tables: Tables): string | null {
  const fact = describeFact(test.fact, scope, tables)
  if (!fact) return `a rule of scope "${scope}" has no fact "${test.fact}"`
  const operator = operatorOf(test)
  if (numeric.includes(operator) && fact.kind !== 'number') return `${operator} does not fit "${test.fact}", no number`
  const wanted = operator === 'is' ? [test.is] : [...(test.in ?? []), ...(test['not-in'] ?? [])]
  if (operator === 'contains' && fact.kind !== 'text') return `contains does not fit "${test.fact}", no text`
  if (fact.kind === 'yes-no' && wanted.some((value) => typeof value !== 'boolean'))
    return `"${test.fact}" is true or false`
  const stranger = fact.values && wanted.find((value) => !fact.values?.includes(String(value)))
  return stranger === undefined ? null : `"${test.fact}" is never "${stranger}"`
}

function conditionMistake(condition: Condition, scope: ScopeName, tables: Tables): string | null {
  return testsIn(condition).reduce<string | null>((found, test) => found ?? testMistake(test, scope, tables), null)
}

function placeMistake(texts: readonly (string | undefined)[], scope: ScopeName, tables: Tables): string | null {
  const stranger = texts.flatMap((text) => placesIn(text ?? '')).find((name) => !describeFact(name, scope, tables))
  return stranger === undefined ? null : `a text has the place {${stranger}}, which is no fact here`
}

function consequenceMistake({ need, finding, scope, fix, check }: Rule, tables: Tables): string | null {
  if (finding) {
    if (!describeFact(finding.at, scope, tables)) return `finding.at: no fact "${finding.at}" here`
    return fix && check ? null : 'a finding has a `fix` and a `check`'
  }
  const hasService = scope !== 'filing' && scope !== 'certificate'
  return need?.for === 'service' && !hasService ? 'need.for: a rule of this scope has no service' : null
}

function refuseRule(file: string, index: number, rule: Rule, tables: Tables): void {
  const { scope, when, zh, en, fix, from, until } = rule
  const mistakes = {
    when: conditionMistake(when, scope, tables),
    consequence: consequenceMistake(rule, tables),
    text: placeMistake([zh, en, fix?.zh, fix?.en], scope, tables),
    until: from !== undefined && until !== undefined && until < from ? 'ends before it begins' : null,
  }
  for (const [place, mistake] of Object.entries(mistakes)) {
    if (mistake !== null) throw new DataMistake(file, `[${index}].${place} (${rule.id})`, mistake)
  }
}

/** What a fact comes to is checked as a rule is, and named by the fact. */
function refuseFacts(code: string, rules: readonly FactRule[], tables: Tables): void {
  const file = code === everywhere ? 'national.json' : `provinces/${code}.json`
  for (const rule of rules) {
    const mistakes = {
      when: conditionMistake(rule.when, rule.scope, tables),
      text: placeMistake([rule.zh, rule.en, rule.fix?.zh, rule.fix?.en], rule.scope, tables),
      consequence: rule.need || rule.finding ? consequenceMistake(rule, tables) : null,
      parts: rule.need || rule.finding || rule.allow || rule.refuses.length > 0 ? null : 'no consequence',
    }
    for (const [place, mistake] of Object.entries(mistakes)) {
      if (mistake !== null) throw new DataMistake(file, `facts (${rule.id}).${place}`, mistake)
    }
  }
}

/** What a fact says is held "by" has to be there. */
function refuseHolders({ code, records }: Province, rules: readonly Rule[], files: DataFiles): void {
  for (const { fact, by = [] } of records) {
    const isFile = (id: string) => files[id] !== undefined || filesApart.includes(id)
    const stranger = by.find((id) => !isFile(id) && !rules.some((rule) => rule.id === id))
    if (stranger) throw new DataMistake(`provinces/${code}.json`, `facts (${fact}).by`, `there is no "${stranger}"`)
  }
}

/** All rule files, in order. Throws `DataMistake` naming the file and the place in it. */
export function readRules(files: DataFiles, tables: Tables): Rule[] {
  const names = Object.keys(files).filter((file) => file.startsWith('rules/'))
  const rules = names.flatMap((file) => {
    const parsed = parseData(files, file, RuleFile)
    for (const [index, rule] of parsed.entries()) refuseRule(file, index, rule, tables)
    return parsed
  })
  rules.push(...providerRules(tables.providers), ...paperRules(tables.papers))
  refuseTwins(
    'rules',
    rules.map(({ id }) => id),
  )
  return rules
}

export function readForms(files: DataFiles, tables: Tables) {
  const forms = parseData(files, 'forms.json', FormsFile)
  for (const [form, rule] of Object.entries(forms)) {
    const { hands, theirs, copies } = rule
    const parts = { hands, theirs, copies }
    const conditions = Object.entries(parts).flatMap(([name, list]) =>
      list.map(({ when }, index): [string, Condition] => [`${form}.${name}[${index}].when`, when]),
    )
    if (rule.when) conditions.push([`${form}.when`, rule.when])
    for (const [place, when] of conditions) {
      const mistake = conditionMistake(when, 'service', tables)
      if (mistake !== null) throw new DataMistake('forms.json', place, mistake)
    }
  }
  return forms
}

interface Titled {
  id: string
  title: Text
}

/** The lists that are offered for choice, with their names. */
export interface Catalog {
  version: string
  provinces: { code: string; title: Text }[]
  providers: Titled[]
  /** Server products of all providers' tables; the same product has the same id everywhere. */
  products: Titled[]
  registrars: Titled[]
  topics: Titled[]
  materials: { id: MaterialId; title: Text }[]
  sources: Record<string, { title: Text; vintage: string }>
}

function titled<Id extends string>(list: readonly { id: Id; title: Text }[]): { id: Id; title: Text }[] {
  const ids = list.map(({ id }) => id)
  return list.filter(({ id }, index) => ids.indexOf(id) === index).map(({ id, title }) => ({ id, title }))
}

/** The lists that are offered for choice, out of the tables. */
function catalogOf(tables: Tables): Catalog {
  return {
    version: tables.version,
    provinces: tables.provinces,
    providers: titled(tables.providers),
    products: titled(tables.servers.flatMap(({ products }) => products)),
    registrars: titled(tables.registrars),
    topics: titled(tables.topics),
    materials: titled(tables.materials),
    sources: Object.fromEntries(
      Object.entries(tables.sources).map(([id, { title, vintage }]) => [id, { title, vintage }]),
    ),
  }
}

/** One edition of the knowledge, whole: what ships with the program, or what a rule pack brings. */
export interface Rules {
  version: string
  tables: Tables
  rules: readonly Rule[]
  forms: z.infer<typeof FormsFile>
  catalog: Catalog
  materials: ReadonlyMap<MaterialId, Tables['materials'][number]>
  /** Facts of the provinces by code; "00" holds in all of them. */
  provinces: ReadonlyMap<string, Province>
  topics: readonly FactTopic[]
}

/** A published reason for rejection names findings that somebody can find. */
function refuseRejections({ rejections }: Tables, rules: readonly Rule[], provinces: Iterable<Province>): void {
  const found = [...rules, ...[...provinces].flatMap((province) => province.rules)]
  const codes = new Set([...lookedForCodes, ...sharedCodes, ...found.flatMap(({ finding }) => finding?.code ?? [])])
  for (const [index, { checks }] of rejections.entries()) {
    const stranger = checks.find((code) => !codes.has(code))
    if (stranger) throw new DataMistake('rejections.json', `[${index}].checks`, `nothing finds "${stranger}"`)
  }
  refuseTwins(
    'rejections.json',
    rejections.map(({ id }) => id),
  )
}

/** All data files parsed and checked against each other. Throws `DataMistake` naming the file and the place in it. */
export function loadRules(files: DataFiles): Rules {
  const tables = readTables(files)
  const { provinces, topics } = readProvinces(files, tables)
  const general = readRules(files, tables)
  for (const province of provinces.values()) {
    refuseFacts(province.code, province.rules, tables)
    refuseHolders(province, general, files)
  }
  refuseRejections(tables, general, provinces.values())
  return {
    provinces,
    topics,
    version: tables.version,
    tables,
    rules: general,
    forms: readForms(files, tables),
    catalog: catalogOf(tables),
    materials: new Map(tables.materials.map((entry) => [entry.id, entry])),
  }
}

/** The edition that ships with the program; a pack replaces it at run time. */
export const shippedRules: Rules = loadRules(dataFiles)
export const catalog: Catalog = shippedRules.catalog

/** The provider's own data; `generic` for none and for one that is not known. */
export function providerOf(id: string | null | undefined, { tables }: Rules): Provider {
  const found =
    tables.providers.find((provider) => provider.id === id) ??
    tables.providers.find((provider) => provider.id === 'generic')
  if (!found) throw new Error('there is no provider "generic"')
  return found
}

/** The window of a material's slot; the provider's ordinary one when the material has none of its own. */
export function windowFor(
  provider: string | null | undefined,
  material: MaterialId | null,
  rules: Rules = shippedRules,
): ImageWindow {
  const { windows } = providerOf(provider, rules)
  return ((material && windows.overrides?.[material]) ?? windows.default).window
}
