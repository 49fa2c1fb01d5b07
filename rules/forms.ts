import type { FormId, HandPlace } from './answers.ts'
import type { Filing, IsoDate, Text } from './schema.ts'

/** Every field of a form in the order of the paper, with its title; hand places are not among them. */
export function formFields(_form: FormId): { field: string; title: Text }[] {
  throw new Error('rules/forms.ts is being written')
}

/**
 * The text of each field that can be printed, by field id; what is not known is absent.
 * A form belongs to one service: `service` is its position in `filing.services`.
 */
export function formValues(_form: FormId, _filing: Filing, _on: IsoDate, _service = 0): Record<string, string> {
  throw new Error('rules/forms.ts is being written')
}

/** The places that stay empty for this province and kind of applicant, and what the hand does there. */
export function formHandPlaces(_form: FormId, _filing: Filing): HandPlace[] {
  throw new Error('rules/forms.ts is being written')
}
