/** Which forms a filing needs, how each is signed, and what is printed into it. */
import type { Checklist, FormId, FormNote, Need, Signing } from './answers.ts'
import { type Rules, shippedRules } from './catalog.ts'
import { type Condition, evaluate } from './condition.ts'
import { fillFacts, readFact, type Setting } from './facts.ts'
import { formValuesOf } from './form-values.ts'
import type { Filing, IsoDate, MaterialId } from './schema.ts'
import { settingsOf } from './settings.ts'

/** Where the date does not matter; who signs depends on the province and the kind of applicant only. */
const anyDay = '2000-01-01' as IsoDate

/**
 * The text of each field that can be printed, by field id; what is not known is absent. Signatures, seals and dates
 * are never among them. A form belongs to one service: `service` is its position in `filing.services`. What the
 * applicant wrote himself goes before what was worked out.
 */
export function formValues(
  form: FormId,
  filing: Filing,
  service = 0,
  rules: Rules = shippedRules,
): Record<string, string> {
  const written = Object.entries(filing.services?.[service]?.formTexts?.[form] ?? {}).filter(([, text]) => text !== '')
  return { ...formValuesOf(filing, service, rules.tables), ...Object.fromEntries(written) }
}

/** Unknown counts as true: better a place too many than a signature forgotten. */
function holds(when: Condition, setting: Setting): boolean {
  return evaluate(when, (name) => readFact(setting, name)).truth !== false
}

/**
 * Who signs with what and how many copies, in this province and for this kind of applicant.
 * Where the filing does not tell yet whether a place is needed, it is listed.
 */
export function formSigning(form: FormId, filing: Filing, service = 0, rules: Rules = shippedRules): Signing {
  const settings = settingsOf(filing, anyDay, rules.tables).service
  const setting = settings[service] ?? settings[0]
  if (!setting) return { hands: [], theirs: [], copies: null }
  const { hands, theirs, copies } = rules.forms[form]
  const here = <Part extends { when: Condition }>(parts: readonly Part[]) =>
    parts.filter((part) => holds(part.when, setting)).map(({ when: _, ...part }) => part)
  return {
    hands: here(hands).map((hand) => ({
      ...hand,
      hint: { zh: fillFacts(hand.hint.zh, setting, 'zh'), en: fillFacts(hand.hint.en, setting, 'en') },
    })),
    // A template is named only where it is sure that the province has one.
    theirs: theirs
      .filter(({ when }) => evaluate(when, (name) => readFact(setting, name)).truth === true)
      .map(({ when: _, ...note }): FormNote => note),
    copies: here(copies)[0] ?? null,
  }
}

export interface AskedForm {
  form: FormId
  material: MaterialId
  service: number
  need: Need
}

/**
 * The forms of the papers that the checklist asks for. A paper of the subject is made once, for the first service.
 * @param forms each form with the material that it becomes
 */
export function askedForms(
  list: Checklist,
  filing: Filing,
  forms: readonly { id: FormId; material: MaterialId }[],
  rules: Rules = shippedRules,
): AskedForm[] {
  const settings = settingsOf(filing, list.asOf, rules.tables).service
  return list.items.flatMap(({ material, for: place, need }) => {
    const service = Number(/^services\[(\d+)\]/.exec(place)?.[1] ?? 0)
    const setting = settings[service] ?? settings[0]
    const kind = place === 'subject' ? 'subject' : 'service'
    return forms
      .filter((form) => form.material === material)
      .filter(({ id }) => (rules.forms[id].for ?? kind) === kind)
      .filter(({ id }) => !setting || holds(rules.forms[id].when ?? { all: [] }, setting))
      .map(({ id }) => ({ form: id, material, service, need }))
  })
}
