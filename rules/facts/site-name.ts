/** What a site's name would be refused for. Word lists are crude, so what they find only warns. */
import type { Reading } from '../condition.ts'
import type { Tables } from '../tables.ts'
import { type Fact, given, known, missing, type ServiceScope } from './reading.ts'

function lists({ filing }: ServiceScope): Tables['siteNames'] {
  return filing.tables.siteNames
}

function ofName<T extends string | number | boolean>(judge: (name: string, scope: ServiceScope) => T) {
  return (scope: ServiceScope) => {
    const { name } = scope.service
    return given(name === undefined ? undefined : judge(name.normalize('NFKC'), scope), `${scope.at}.name`)
  }
}

function wordsIn(name: string, words: readonly string[]): string {
  return words.filter((word) => name.includes(word)).join('、')
}

function equalsDomain(name: string, { service }: ServiceScope): boolean {
  const plain = name.toLowerCase()
  return (service.domains ?? []).some((domain) => plain === domain.name || plain === domain.name.split('.')[0])
}

/** Two characters in a row that stand in both: a crude measure, which only a note rests on. */
function sharesWords(one: string, other: string): boolean {
  const han = (text: string) => [...text.normalize('NFKC')].filter((char) => /\p{Script=Han}/u.test(char)).join('')
  const [a, b] = [han(one), han(other)]
  return [...a].some((_, at) => at + 1 < a.length && b.includes(a.slice(at, at + 2)))
}

function relates(scope: ServiceScope): Reading {
  const { name } = scope.filing.subject
  const own = scope.service.name
  if (own === undefined) return missing(`${scope.at}.name`)
  return name.value === undefined ? missing(name.at) : known(sharesWords(own, name.value), `${scope.at}.name`)
}

export const siteNameFacts: Record<string, Fact<ServiceScope>> = {
  'service.name': { kind: 'text', read: ({ service, at }) => given(service.name, `${at}.name`) },
  'service.nameHanCount': { kind: 'number', read: ofName((name) => name.match(/\p{Script=Han}/gu)?.length ?? 0) },
  'service.nameOnlyLatin': { kind: 'yes-no', read: ofName((name) => /^[\p{Script=Latin}\p{N}\s.-]+$/u.test(name)) },
  'service.nameIsDomain': { kind: 'yes-no', read: ofName(equalsDomain) },
  'service.nameRelates': { kind: 'yes-no', read: relates },
  'service.nameSymbols': {
    kind: 'text',
    read: ofName((name) => [...new Set(name.match(/[^\p{L}\p{N}()\s·.-]/gu) ?? [])].join(' ')),
  },
  'service.nameStatePrefix': {
    kind: 'text',
    read: ofName((name, scope) => lists(scope).statePrefixes.find((prefix) => name.startsWith(prefix)) ?? ''),
  },
  'service.nameSensitiveWords': {
    kind: 'text',
    read: ofName((name, scope) => wordsIn(name, lists(scope).sensitiveWords)),
  },
  'service.namePersonalWords': {
    kind: 'text',
    read: ofName((name, scope) => wordsIn(name, lists(scope).personalWords)),
  },
  'service.nameProvinceWords': {
    kind: 'text',
    read: ofName((name, scope) => {
      const { provinceWords } = lists(scope)
      const code = scope.filing.filing.province as keyof typeof provinceWords | undefined
      return wordsIn(name, code === undefined ? [] : (provinceWords[code] ?? []))
    }),
  },
}
