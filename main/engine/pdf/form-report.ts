/** What filling a form reports: each field was written or is left, and why. */
import type { HandPlace } from '../../../rules/answers.ts'
import type { IsoDate, Text } from '../../../rules/schema.ts'
import type { FormDefinition } from './form-shape.ts'
import type { Frame } from './pen.ts'

export interface FilledField {
  field: string
  title: Text
  text: string
}

export interface LeftField {
  field: string
  title: Text
  why: HandPlace['why'] | 'unknown' | 'compose' | 'character-missing' | 'too-long' | 'not-on-blank'
  hint: Text
}

/** What a form is filled from; all but the definition is worked out by `rules/forms.ts`. */
export interface FormFacts {
  definition: FormDefinition
  /** Text of each field, by field id; what is not known is absent. */
  values: Readonly<Record<string, string>>
  /** The domains of the service, by column id. */
  rows?: readonly Readonly<Record<string, string>>[]
  /** Decides which parts of a letter are written; null: not known, so all of them. */
  applicant?: 'unit' | 'individual' | null
  /** Whose template has to be used instead of our letter. */
  theirs?: readonly Text[]
  /** The sheet to which a blank leads for what does not fit; absent: there is none. */
  attachment?: Text | null
  handPlaces: readonly Pick<HandPlace, 'field' | 'title' | 'why' | 'hint'>[]
  /** The day it is made; it becomes the date in the PDF's properties. */
  on: IsoDate
}

/** Where the hand, the seal or the finger belongs, in points from the bottom left of its page. */
export interface PlacedHand extends Frame {
  field: string
  /** The first page is 0. */
  page: number
}

export interface FilledPdf {
  pdf: Uint8Array
  pages: number
  edition: string
  filled: FilledField[]
  left: LeftField[]
  /** A blank leads to its attachment for the rest. */
  overflow?: boolean
  places?: PlacedHand[]
}
