/** How a fact is described and read; every fact of one scope stands in one table. */

import type { Need } from '../answers.ts'
import type { FactValue, Reading } from '../condition.ts'
import type { DomainName } from '../domain-name.ts'
import type { Domain, Filing, IsoDate, MaterialId, Paper, Service, Text } from '../schema.ts'
import type { Tables } from '../tables.ts'
import type { CertificateView, PersonView, SubjectView } from './views.ts'

export type FactKind = 'yes-no' | 'number' | 'word' | 'words' | 'text' | 'date'

export interface Fact<Scope> {
  kind: FactKind
  /** All the words it can be; a rule that tests for another one is a mistake in the data. */
  values?: readonly string[] | ((tables: Tables) => readonly string[])
  /** Names for those words, where people read it. */
  title?: (word: string, tables: Tables) => Text | undefined
  read: (scope: Scope) => Reading
}

export interface FilingScope {
  tables: Tables
  filing: Filing
  on: IsoDate
  subject: SubjectView
}

/** An entity that a list does not have yet is read as an empty one; what it lacks is asked for at `absent`. */
interface Entity {
  at: string
  absent: string | null
}
export interface ServiceScope extends Entity {
  filing: FilingScope
  service: Service
}
export interface DomainScope extends Entity {
  service: ServiceScope
  domain: Domain
  /** Its name taken apart; null: it is none. */
  parsed: DomainName | null
}
export const personRoles = ['subject-responsible', 'legal-representative', 'site-responsible'] as const
export interface PersonScope extends Entity {
  filing: FilingScope
  service: ServiceScope | null
  role: (typeof personRoles)[number]
  person: PersonView
}
export const certificateHolders = ['subject', ...personRoles, 'registrant'] as const
export interface CertificateScope extends Entity {
  filing: FilingScope
  holder: (typeof certificateHolders)[number]
  certificate: CertificateView
}

export function known(value: FactValue, at: string): Reading {
  return { value, at }
}

export function missing(at: string, atLeast?: number): Reading {
  return atLeast === undefined ? { missing: at } : { missing: at, atLeast }
}

/** A paper of the subject or of a service: one that the checklist wants, or one whose date is written down. */
export interface PaperScope {
  at: string
  filing: FilingScope
  material: MaterialId
  paper: Paper
  /** none: nothing asks for it. */
  need: Need | 'none'
}

/** The value as it stands, or the place to fill it in. */
export function given(value: FactValue | undefined, at: string): Reading {
  return value === undefined ? missing(at) : known(value, at)
}

/** A word that the tables know; any other is as good as none. */
export function oneOf(value: string | undefined, words: readonly string[], at: string): Reading {
  return value !== undefined && words.includes(value) ? known(value, at) : missing(at)
}

/** Nothing of nothing; else what it makes of the value. */
export function mapped<T, V>(value: T | undefined, make: (value: T) => V): V | undefined {
  return value === undefined ? undefined : make(value)
}
