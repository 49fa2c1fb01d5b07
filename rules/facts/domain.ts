/** Facts of one domain: its suffix, term and registrar. */
import type { Reading } from '../condition.ts'
import { daysBetween } from '../dates.ts'
import type { DomainName } from '../domain-name.ts'
import type { Tables } from '../tables.ts'
import { type DomainScope, type Fact, given, known, mapped, missing } from './reading.ts'

/** Longer than any rule asks for. */
const forever = 1_000_000

function isApproved(tld: string, { suffixes }: Tables): boolean {
  return suffixes.editions.some((edition) => edition.suffixes.includes(tld))
}

/** A fact of a name that can be taken apart; of any other the name has to be filled in again. */
function ofName(
  kind: Fact<DomainScope>['kind'],
  read: (name: DomainName, tables: Tables) => string | boolean,
): Fact<DomainScope> {
  return {
    kind,
    read: (scope) => {
      const { tables } = scope.service.filing
      return given(
        mapped(scope.parsed ?? undefined, (name) => read(name, tables)),
        `${scope.at}.name`,
      )
    },
  }
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s.]/g, '')
}

/** People write an id, a name in either language, or a web address. */
export function registrarOf(written: string | undefined, tables: Tables) {
  const wanted = mapped(written, plain)
  if (wanted === undefined) return undefined
  return tables.registrars.find(({ id, title, aliases }) =>
    [id, title.zh, title.en, ...aliases].some((name) => plain(name) === wanted),
  )
}

/** Whether a registrar as written is the provider itself. */
function isOf(provider: string, written: string, tables: Tables): boolean {
  const own = tables.providers.find(({ id }) => id === provider)
  const names = own ? [own.id, own.title.zh, own.title.en] : [provider]
  return registrarOf(written, tables)?.id === provider || names.some((name) => plain(name) === plain(written))
}

/** The short Chinese name that Beijing wants beside a domain; undefined: not known. */
export function registrarName(written: string | undefined, tables: Tables): string | undefined {
  const provider = tables.providers.find(({ id, formName }) => id === written && formName !== null)
  const isChinese = written !== undefined && /^\p{Script=Han}+$/u.test(written)
  return registrarOf(written, tables)?.title.zh ?? provider?.formName ?? (isChinese ? written : undefined)
}

/** What the filing says, else what the table says; when they exclude each other, neither. */
function standing(scope: DomainScope, field: 'registrarApproved' | 'registrarInternational'): Reading {
  const { domain, at } = scope
  const listed = mapped(
    registrarOf(domain.registrar, scope.service.filing.tables),
    ({ standing }) => standing === 'international',
  )
  const fromTable = mapped(listed, (international) => (field === 'registrarApproved' ? !international : international))
  const written = domain[field]
  const contradicts = written !== undefined && fromTable !== undefined && written !== fromTable
  if (contradicts) return missing(`${at}.${field}`)
  if (written !== undefined) return known(written, `${at}.${field}`)
  if (fromTable !== undefined) return known(fromTable, `${at}.registrar`)
  return missing(domain.registrar === undefined ? `${at}.registrar` : `${at}.${field}`)
}

/** Of a registrar that the table does not have, one answer is enough: whether it is approved. */
function international(scope: DomainScope): Reading {
  const { domain, at } = scope
  const unlisted = registrarOf(domain.registrar, scope.service.filing.tables) === undefined
  if (!unlisted || domain.registrarInternational !== undefined) return standing(scope, 'registrarInternational')
  const approved = standing(scope, 'registrarApproved')
  return 'value' in approved ? known(false, `${at}.registrarApproved`) : approved
}

function repeats({ service, domain, at }: DomainScope): Reading {
  const names = (service.filing.filing.services ?? []).flatMap(({ domains }) => (domains ?? []).map(({ name }) => name))
  return known(names.filter((name) => name === domain.name).length > 1, `${at}.name`)
}

export const domainFacts: Record<string, Fact<DomainScope>> = {
  'domain.name': { kind: 'text', read: ({ domain, at }) => given(domain.name || undefined, `${at}.name`) },
  'domain.isWellFormed': {
    kind: 'yes-no',
    read: (scope) => given(scope.domain.name ? scope.parsed !== null : undefined, `${scope.at}.name`),
  },
  'domain.suffix': ofName('text', ({ suffix }) => suffix),
  'domain.tld': ofName('text', ({ tld }) => tld),
  'domain.tldApproved': ofName('yes-no', ({ tld }, tables) => isApproved(tld, tables)),
  'domain.isSubdomain': ofName('yes-no', ({ isSubdomain }) => isSubdomain),
  'domain.registered': ofName('text', ({ label, suffix }) => `${label}.${suffix}`),
  'domain.standsInAddress': {
    kind: 'yes-no',
    read: ({ domain, parsed, at, service: { filing } }) => {
      const { value, at: place } = filing.subject.certificate.address
      if (value === undefined) return missing(place)
      const name = mapped(parsed ?? undefined, ({ label, suffix }) => `${label}.${suffix}`)
      return name === undefined
        ? missing(`${at}.name`)
        : known(
            [name, domain.name].some((one) => value.toLowerCase().includes(one)),
            place,
          )
    },
  },
  'domain.repeats': { kind: 'yes-no', read: repeats },
  'domain.expires': { kind: 'date', read: ({ domain, at }) => given(domain.expires, `${at}.expires`) },
  'domain.daysLeft': {
    kind: 'number',
    read: ({ domain, at, service }) =>
      given(
        mapped(domain.expires, (expires) => daysBetween(service.filing.on, expires)),
        `${at}.expires`,
      ),
  },
  'domain.registrar': {
    kind: 'text',
    title: (written, tables) => registrarOf(written, tables)?.title,
    read: ({ domain, at }) => given(domain.registrar, `${at}.registrar`),
  },
  'domain.registrarIsProviders': {
    kind: 'yes-no',
    read: ({ domain, at, service: { filing } }) => {
      const { provider } = filing.filing
      if (provider === undefined) return missing('provider')
      const isIts = mapped(domain.registrar, (written) => isOf(provider, written, filing.tables))
      return given(isIts, `${at}.registrar`)
    },
  },
  'domain.registrarNameKnown': {
    kind: 'yes-no',
    read: ({ domain, at, service }) =>
      given(
        mapped(domain.registrar, (written) => registrarName(written, service.filing.tables) !== undefined),
        `${at}.registrar`,
      ),
  },
  'domain.registrarApproved': { kind: 'yes-no', read: (scope) => standing(scope, 'registrarApproved') },
  'domain.registrarInternational': { kind: 'yes-no', read: international },
  /** A day that nobody has written down is long ago. */
  'domain.daysSinceVerified': {
    kind: 'number',
    read: ({ domain: { realNameVerifiedOn }, at, service: { filing } }) =>
      known(
        realNameVerifiedOn === undefined ? forever : daysBetween(realNameVerifiedOn, filing.on),
        `${at}.realNameVerifiedOn`,
      ),
  },
  'domain.realNameVerified': {
    kind: 'yes-no',
    read: ({ domain, at }) => given(domain.realNameVerified, `${at}.realNameVerified`),
  },
}
