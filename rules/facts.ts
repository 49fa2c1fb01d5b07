/**
 * The vocabulary of facts: every name a rule may test, by scope, and how it is read from a filing on a day.
 * A rule of one scope also sees the facts of the scopes around it.
 */
import type { FactValue, Reading } from './condition.ts'
import { certificateFacts } from './facts/certificate.ts'
import { domainFacts } from './facts/domain.ts'
import { filingFacts } from './facts/filing.ts'
import { holderFacts } from './facts/holder.ts'
import { paperFacts } from './facts/paper.ts'
import { personFacts } from './facts/person.ts'
import type {
  CertificateScope,
  DomainScope,
  Fact,
  FactKind,
  FilingScope,
  PaperScope,
  PersonScope,
  ServiceScope,
} from './facts/reading.ts'
import { serverFacts } from './facts/server.ts'
import { serviceFacts } from './facts/service.ts'
import { siteNameFacts } from './facts/site-name.ts'
import { subjectFacts } from './facts/subject.ts'
import type { Text } from './schema.ts'
import type { Tables } from './tables.ts'

export const scopes = ['filing', 'service', 'domain', 'person', 'certificate', 'paper'] as const
export type ScopeName = (typeof scopes)[number]

/** One place where a rule is applied: the filing, a service of it, a domain of that, a person, a certificate, a paper. */
export interface Setting {
  filing: FilingScope
  service?: ServiceScope
  domain?: DomainScope
  person?: PersonScope
  certificate?: CertificateScope
  paper?: PaperScope
  /** What was read already: of the filing, shared by all its places, and here. */
  readOfFiling: Map<string, Reading>
  read: Map<string, Reading>
}

interface Entry extends Pick<Fact<never>, 'kind' | 'values' | 'title'> {
  scope: ScopeName
  read: (setting: Setting) => Reading | null
}

/** What an entity lacks that is not in its list yet is asked for where the entity itself would stand. */
function placed(reading: Reading, scope: { at: string; absent: string | null }): Reading {
  if (scope.absent === null || !('missing' in reading) || !reading.missing.startsWith(scope.at)) return reading
  return { ...reading, missing: scope.absent }
}

function entries<Scope>(
  scope: ScopeName,
  facts: Record<string, Fact<Scope>>,
  read: (setting: Setting, fact: Fact<Scope>) => Reading | null,
): [string, Entry][] {
  return Object.entries(facts).map(([name, fact]) => [name, { ...fact, scope, read: (setting) => read(setting, fact) }])
}

const vocabulary: ReadonlyMap<string, Entry> = new Map([
  ...entries('filing', { ...filingFacts, ...subjectFacts }, ({ filing }, fact) => fact.read(filing)),
  ...entries('service', { ...serviceFacts, ...siteNameFacts, ...serverFacts }, ({ service }, fact) =>
    service ? placed(fact.read(service), service) : null,
  ),
  ...entries('domain', { ...domainFacts, ...holderFacts }, ({ domain }, fact) =>
    domain ? placed(fact.read(domain), domain) : null,
  ),
  ...entries('person', personFacts, ({ person }, fact) => (person ? placed(fact.read(person), person) : null)),
  ...entries('certificate', certificateFacts, ({ certificate }, fact) =>
    certificate ? placed(fact.read(certificate), certificate) : null,
  ),
  ...entries('paper', paperFacts, ({ paper }, fact) => (paper ? fact.read(paper) : null)),
])

/** Scopes whose facts a rule of this scope can test. */
const visible: Record<ScopeName, readonly ScopeName[]> = {
  filing: ['filing'],
  service: ['filing', 'service'],
  domain: ['filing', 'service', 'domain'],
  person: ['filing', 'person'],
  certificate: ['filing', 'certificate'],
  paper: ['filing', 'paper'],
}

/** Kind and words of a fact, or null where a rule of this scope has no such fact. */
export function describeFact(
  name: string,
  scope: ScopeName,
  tables: Tables,
): { kind: FactKind; values: readonly string[] | undefined } | null {
  const entry = vocabulary.get(name)
  if (!entry || !visible[scope].includes(entry.scope)) return null
  const { kind, values } = entry
  return { kind, values: typeof values === 'function' ? values(tables) : values }
}

/** Names are checked when the rules are loaded, so an unknown one is a bug. */
export function readFact(setting: Setting, name: string): Reading {
  const before = setting.readOfFiling.get(name) ?? setting.read.get(name)
  if (before) return before
  const entry = vocabulary.get(name)
  const reading = entry?.read(setting)
  if (!entry || !reading) throw new Error(`there is no fact ${name} here`)
  const memory = entry.scope === 'filing' ? setting.readOfFiling : setting.read
  memory.set(name, reading)
  return reading
}

/** A fact of the filing as a whole; any other is not known as long as no place is chosen. */
export function readFilingFact(setting: Setting, name: string): Reading {
  return vocabulary.get(name)?.scope === 'filing' ? readFact(setting, name) : { missing: name }
}

const yesNo: Record<'true' | 'false', Text> = { true: { zh: '是', en: 'yes' }, false: { zh: '否', en: 'no' } }

/** A fact's value as people read it. */
export function showFact(name: string, value: FactValue, language: keyof Text, tables: Tables): string {
  if (typeof value === 'boolean') return yesNo[`${value}`][language]
  const title = (word: string) => vocabulary.get(name)?.title?.(word, tables)?.[language] ?? word
  if (typeof value === 'object') return value.map(title).join(language === 'zh' ? '、' : ', ')
  return typeof value === 'string' ? title(value) : String(value)
}

/**
 * A text with its places filled: `{fact.name}`, or `{fact.name|words}` with what to say while the fact is not known.
 * A number of which only the least is known says so.
 */
export function fillFacts(template: string, setting: Setting, language: keyof Text): string {
  return template.replace(/\{([a-zA-Z.]+)(?:\|([^}]*))?\}/g, (_, name: string, otherwise?: string) => {
    const reading = readFact(setting, name)
    if ('value' in reading) return showFact(name, reading.value, language, setting.filing.tables)
    if (reading.atLeast !== undefined) return `${leastWords[language]} ${reading.atLeast}`
    return otherwise ?? unknownWords[language]
  })
}

const leastWords: Text = { zh: '至少', en: 'at least' }
const unknownWords: Text = { zh: '（未填写）', en: '(not given)' }

/** The names that stand in a text's places. */
export function placesIn(template: string): string[] {
  return [...template.matchAll(/\{([^}|]*)/g)].map((match) => match[1] ?? '')
}
