/** What filling a form reports: each field was written or is left, and why. */
import type { HandPlace } from '../../../rules/answers.ts'
import type { IsoDate, Text } from '../../../rules/schema.ts'
import type { FormDefinition } from './form-definition.ts'

export interface FilledField {
  field: string
  title: Text
  text: string
}

export interface LeftField {
  field: string
  title: Text
  why: HandPlace['why'] | 'unknown' | 'character-missing' | 'too-long' | 'not-on-blank'
  hint: Text
}

/** What a form is filled from; the values and hand places are worked out by `rules/forms.ts`. */
export interface FormFacts {
  definition: FormDefinition
  /** Text of each field, by field id; what is not known is absent. */
  values: Readonly<Record<string, string>>
  handPlaces: readonly Pick<HandPlace, 'field' | 'title' | 'why' | 'hint'>[]
  /** The day it is made; it becomes the date in the PDF's properties. */
  on: IsoDate
}

export interface FilledPdf {
  pdf: Uint8Array
  pages: number
  edition: string
  filled: FilledField[]
  left: LeftField[]
}
