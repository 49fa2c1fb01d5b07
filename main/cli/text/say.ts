/** Small words for every command's text. */
import type { Language } from '../../../preload/client-views.ts'
import type { Text } from '../../../rules/schema.ts'

/** Picks the language of a phrase written in both, or of a text that has both. */
export interface Say {
  (zh: string, en: string): string
  (text: Text): string
}

export function sayIn(language: Language): Say {
  return (first: string | Text, en?: string) => {
    const text = typeof first === 'string' ? { zh: first, en: en ?? first } : first
    return text[language]
  }
}

/** What a place in a filing is called: "subject" or "services[0]". */
export function placeText(place: string, say: Say): string {
  const service = /^services\[(\d+)\]$/.exec(place)?.[1]
  if (service !== undefined) return say(`服务 ${Number(service) + 1}`, `service ${Number(service) + 1}`)
  return place === 'subject' ? say('主体', 'subject') : place
}

/** A heading with its lines below, or nothing when there are none. */
export function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? ['', `■ ${title}`, ...lines] : []
}
