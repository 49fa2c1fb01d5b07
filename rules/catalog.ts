import type { ImageWindow } from './answers.ts'
import type { MaterialId, Text } from './schema.ts'

export interface Titled {
  id: string
  title: Text
}

/** The rules' data, parsed once at load; a mistake in it throws and names the file and the path in it. */
export interface Catalog {
  /** Version of the knowledge, for example "2026.11.0". */
  version: string
  provinces: { code: string; title: Text }[]
  providers: Titled[]
  /** Server products of all providers' tables; the same product has the same id everywhere. */
  products: Titled[]
  registrars: Titled[]
  topics: Titled[]
  materials: { id: MaterialId; title: Text }[]
  sources: Record<string, { title: string; vintage: string }>
}

export declare const catalog: Catalog
export declare const rulesVersion: string
/** The window of a slot for a provider; a null or unknown provider gets `generic`. */
export declare function windowFor(provider: string | null | undefined, material: MaterialId | null): ImageWindow
