/** i18next with all sentences; Chinese is the source, English the second language. */
import { createInstance } from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import type { Language } from '../../preload/client-views.ts'
import type { Text } from '../../rules/schema.ts'
import { blanks } from './blanks.ts'
import { common, keys } from './common.ts'
import { filing, status } from './filing.ts'
import { forms } from './forms.ts'
import { home } from './home.ts'
import { editor, images } from './images.ts'
import { knowledge } from './knowledge.ts'
import { output, slots } from './output.ts'
import { print } from './print.ts'
import { profile } from './profile.ts'
import { reading } from './reading.ts'
import { diff, rules } from './rules.ts'
import { signed } from './signed.ts'
import { start } from './start.ts'
import { words } from './words.ts'

export const tables = {
  common,
  keys,
  start,
  home,
  filing,
  status,
  knowledge,
  diff,
  rules,
  profile,
  words,
  images,
  reading,
  editor,
  slots,
  forms,
  print,
  blanks,
  signed,
  output,
}
export type Subject = keyof typeof tables
export type Key<S extends Subject> = keyof (typeof tables)[S]['zh'] & string
export type Params = Readonly<Record<string, string | number>>
/** Says a sentence of one subject in the chosen language. */
export type Say<S extends Subject> = (key: Key<S>, params?: Params) => string

const inLanguage = (language: Language) =>
  Object.fromEntries(Object.entries(tables).map(([subject, both]) => [subject, both[language]]))

export const i18n = createInstance()

/** Must be awaited before the first picture of the window. */
export function startLanguage(language: Language): Promise<unknown> {
  i18n.on('languageChanged', (now) => {
    document.documentElement.lang = now === 'en' ? 'en' : 'zh-CN'
    document.title = say('common', now as Language)('product')
  })
  return i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: inLanguage('zh'), en: inLanguage('en') },
    ns: Object.keys(tables),
    keySeparator: false,
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
}

/** Outside React: a notice, a file name. */
export function say<S extends Subject>(subject: S, language: Language = currentLanguage()): Say<S> {
  return (key, params = {}) => counted(i18n.t(`${subject}:${key}`, { ...params, lng: language }), params['count'])
}

/** English knows one and many: "[paper|papers]" is chosen by `count`. Chinese needs neither. */
export function counted(text: string, count: string | number | undefined): string {
  return text.replace(/\[([^|\]]*)\|([^\]]*)\]/g, (_, one: string, many: string) => (count === 1 ? one : many))
}

export function currentLanguage(): Language {
  return i18n.language === 'en' ? 'en' : 'zh'
}

export function useLanguage(): Language {
  return useTranslation('common', { i18n }).i18n.language === 'en' ? 'en' : 'zh'
}

export function useText<S extends Subject>(subject: S): Say<S> {
  const language = useLanguage()
  return useCallback((key, params) => say(subject, language)(key, params), [subject, language])
}

/** Picks the language of a text that comes from the rules. */
export function useOurs(): (text: Text) => string {
  const language = useLanguage()
  return useCallback((text) => text[language], [language])
}
