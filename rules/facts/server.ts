/** Facts of a service's server, against the table of the filing's provider. */
import type { Reading } from '../condition.ts'
import { monthsBetween } from '../dates.ts'
import type { ServerProduct, ServerTable } from '../tables-schema.ts'
import { type Fact, given, known, mapped, missing, type ServiceScope } from './reading.ts'

function tableOf({ filing }: ServiceScope): ServerTable | undefined {
  return filing.tables.servers.find(({ provider }) => provider === filing.filing.provider)
}

function productOf(scope: ServiceScope): ServerProduct | undefined {
  return tableOf(scope)?.products.find(({ id }) => id === scope.service.server?.product)
}

/** Where a field of the server is filled in; the server itself, while there is none. */
function place({ service, at }: ServiceScope, field: string): string {
  return service.server === undefined ? `${at}.server` : `${at}.server.${field}`
}

/** Reads a condition that the product's row sets; a row that sets none is met by anything. */
function against(
  field: string | ((scope: ServiceScope) => string),
  read: (product: ServerProduct, scope: ServiceScope) => boolean | undefined,
): Fact<ServiceScope> {
  return {
    kind: 'yes-no',
    read: (scope) => {
      const product = productOf(scope)
      const name = typeof field === 'string' ? field : field(scope)
      return product ? given(read(product, scope), place(scope, name)) : missing(place(scope, 'product'))
    },
  }
}

/** A number of the row, for texts. */
function limit(read: (product: ServerProduct) => number | null): Fact<ServiceScope> {
  return {
    kind: 'number',
    read: (scope) => given(readLimit(scope, read), place(scope, 'product')),
  }
}

function readLimit(scope: ServiceScope, read: (product: ServerProduct) => number | null): number | undefined {
  const product = productOf(scope)
  return product ? (read(product) ?? undefined) : undefined
}

function below(value: number | undefined, least: number | null): boolean | undefined {
  if (least === null) return false
  return value === undefined ? undefined : value < least
}

/** undefined: no region given, or one that no source places. */
function isElsewhere(scope: ServiceScope): boolean | undefined {
  const region = scope.service.server?.region?.toLowerCase()
  if (region === undefined) return undefined
  const { elsewhere = [], mainland = [] } = tableOf(scope)?.regions ?? {}
  const starts = (beginnings: readonly string[]) => beginnings.some((beginning) => region.startsWith(beginning))
  if (starts(elsewhere) || /香港|澳门|台湾|海外|境外|hong ?kong/.test(region)) return true
  return starts(mainland) || starts(mainlandWords) ? false : undefined
}

/** What people write in place of an id. */
const mainlandWords = ['中国大陆', '中国内地', '大陆', '内地', '华东', '华南', '华北', '华中', '西南', '西北', '东北']

function codesLeft(scope: ServiceScope): Reading {
  const product = productOf(scope)
  if (!product) return missing(place(scope, 'product'))
  const at = place(scope, 'filingCodesUsed')
  if (product.codes === null) return known(Number.MAX_SAFE_INTEGER, at)
  const used = scope.service.server?.filingCodesUsed
  return used === undefined ? missing(at) : known(product.codes - used, at)
}

/** Its last days are not none. */
const leastLeft = 0.1

/** A day that is written down moves with the calendar, so it is believed before a number that somebody once counted. */
function monthsLeft({ filing, service: { server } }: ServiceScope): number | undefined {
  const left = mapped(server?.expires, (end) => monthsBetween(filing.on, end))
  if (left === undefined) return server?.remainingMonths
  return left === 0 ? leastLeft : left
}

const monthsLeftField = ({ service: { server } }: ServiceScope) =>
  server?.expires === undefined ? 'remainingMonths' : 'expires'

/** More months left than were ever bought, and not renewed: one of the two is wrong. */
function termContradicts(scope: ServiceScope): boolean {
  const { periodMonths, renewed } = scope.service.server ?? {}
  const left = monthsLeft(scope)
  return periodMonths !== undefined && left !== undefined && left > periodMonths && !renewed
}

export const serverFacts: Record<string, Fact<ServiceScope>> = {
  'server.hasTable': {
    kind: 'yes-no',
    read: (scope) =>
      given(
        mapped(scope.filing.filing.provider, () => tableOf(scope) !== undefined),
        'provider',
      ),
  },
  'server.product': {
    kind: 'text',
    title: (id, tables) =>
      tables.servers.flatMap(({ products }) => products).find((product) => product.id === id)?.title,
    read: (scope) => given(scope.service.server?.product, place(scope, 'product')),
  },
  'server.isListed': {
    kind: 'yes-no',
    read: (scope) =>
      given(
        mapped(scope.service.server?.product, () => productOf(scope) !== undefined),
        place(scope, 'product'),
      ),
  },
  'server.isFileable': against('product', ({ fileable }) => fileable),
  'server.payAsYouGo': against('billing', ({ billing }, { service }) =>
    billing === 'any' ? false : mapped(service.server?.billing, (chosen) => chosen === 'pay-as-you-go'),
  ),
  'server.periodTooShort': against('periodMonths', ({ minPeriodMonths }, { service }) =>
    below(service.server?.periodMonths, minPeriodMonths),
  ),
  'server.remainingTooShort': against(monthsLeftField, ({ minRemainingMonths }, scope) =>
    below(monthsLeft(scope), minRemainingMonths),
  ),
  'server.hasExpired': against(monthsLeftField, ({ minRemainingMonths }, scope) =>
    minRemainingMonths === null ? false : mapped(monthsLeft(scope), (left) => left <= 0),
  ),
  'server.noBandwidth': against('publicBandwidth', ({ publicBandwidth }, { service }) =>
    publicBandwidth ? mapped(service.server?.publicBandwidth, (bought) => !bought) : false,
  ),
  'server.orderTooSmall': against('orderAmountCny', ({ minOrderCny }, { service }) =>
    below(service.server?.orderAmountCny, minOrderCny),
  ),
  'server.isElsewhere': against('region', ({ mainlandOnly }, scope) => (mainlandOnly ? isElsewhere(scope) : false)),
  'server.regionUnplaced': against('region', ({ mainlandOnly }, scope) =>
    mainlandOnly ? mapped(scope.service.server?.region, () => isElsewhere(scope) === undefined) : false,
  ),
  'server.termContradicts': {
    kind: 'yes-no',
    read: (scope) => known(termContradicts(scope), place(scope, monthsLeftField(scope))),
  },
  'server.codesLeft': { kind: 'number', read: codesLeft },
  'server.codes': limit(({ codes }) => codes),
  'server.minPeriodMonths': limit(({ minPeriodMonths }) => minPeriodMonths),
  'server.minRemainingMonths': limit(({ minRemainingMonths }) => minRemainingMonths),
  'server.minOrderCny': limit(({ minOrderCny }) => minOrderCny),
  'server.periodMonths': {
    kind: 'number',
    read: (scope) => given(scope.service.server?.periodMonths, place(scope, 'periodMonths')),
  },
  'server.remainingMonths': {
    kind: 'number',
    read: (scope) => given(monthsLeft(scope), place(scope, monthsLeftField(scope))),
  },
  'server.orderAmountCny': {
    kind: 'number',
    read: (scope) => given(scope.service.server?.orderAmountCny, place(scope, 'orderAmountCny')),
  },
  'server.region': { kind: 'text', read: (scope) => given(scope.service.server?.region, place(scope, 'region')) },
}
