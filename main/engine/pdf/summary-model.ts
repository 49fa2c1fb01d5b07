/** What the printable summary of a package says, already in one language. */
import type { Severity } from '../../../rules/answers.ts'
import type { IsoDate } from '../../../rules/schema.ts'

/** Who says so and since when: printed as a number, with the list of sources at the end. */
export interface CitedSource {
  title: string
  vintage: string
}

export interface SummaryFile {
  /** The upload place it goes into, by its title. */
  slot: string
  name: string
  bytes: number
  width: number | null
  height: number | null
  /** The files that were joined into it, in order; empty for what the program wrote itself. */
  from: readonly string[]
}

export interface SummaryMissing {
  title: string
  /** "required", "later" … in words. */
  need: string
  why: readonly string[]
  sources: readonly CitedSource[]
}

export interface SummaryFinding {
  severity: Severity
  /** Where: a path in the filing, or a file. */
  at: string
  cause: string
  fix: string
  /** Why the picture is used all the same, and who decided it; null: nobody did. */
  overruled: { reason: string; who: string } | null
  sources: readonly CitedSource[]
}

export interface SummaryAsk {
  question: string
  why: readonly string[]
}

export interface SummaryForm {
  title: string
  /** What is still to be done on it by hand, and how. */
  places: readonly { title: string; hint: string }[]
}

export interface SummaryModel {
  language: 'zh' | 'en'
  applicant: string
  province: string
  provider: string
  rulesVersion: string
  asOf: IsoDate
  /** Latest safe submit date and what runs out first; null: nothing that is known runs out within two years. */
  deadline: { date: IsoDate; first: string } | null
  files: readonly SummaryFile[]
  missing: readonly SummaryMissing[]
  findings: readonly SummaryFinding[]
  asks: readonly SummaryAsk[]
  forms: readonly SummaryForm[]
}
