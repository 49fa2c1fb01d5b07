/** The types under which the rest of the engine sees the store. Reading and writing are different ones. */
import type { KeyRing } from './keys.ts'

type Value = string | number | Buffer | null
/** In order for `?`, or one record for `@name`. */
export type Values = Value[] | [Record<string, Value>]

/** Rows come back as `unknown`: whoever reads them parses them. */
export interface ReadStore {
  all(sql: string, ...values: Values): unknown[]
  get(sql: string, ...values: Values): unknown
}

declare const writable: unique symbol
export interface WriteStore extends ReadStore {
  readonly [writable]: true
  /** Id of this installation, and the person at it: they stand in every row written. */
  readonly device: string
  readonly who: string
  /** Returns how many rows were changed. */
  run(sql: string, ...values: Values): number
  /** All of `work` or nothing of it. Synchronous: whatever is slow is done before. */
  transaction<T>(work: () => T): T
}

/** The store with its folder and keys: what sealing needs, and what only its owner may close. */
export interface Store extends WriteStore {
  readonly folder: string
  readonly ring: KeyRing
  /** Forgets the keys and lets go of the folder. */
  close(): void
}
