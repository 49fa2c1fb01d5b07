/** A blank as it is typed: its id in the library, the start of its id or hash, or a PDF. */
import type { BlankSource } from '../../preload/blank-calls.ts'
import type { BlankView } from '../../preload/blank-views.ts'
import { Failure } from '../engine/failure.ts'
import { dataFolder, fromTyped } from './asked.ts'
import { call } from './engine.ts'

/** What has an ending or a folder is a file, whatever the library holds. */
export async function blankTyped(word: string, data: string | undefined): Promise<BlankSource> {
  if (/[./\\]/.test(word)) return { path: fromTyped(word) }
  return { id: (await blankNamed(word, data === undefined ? {} : { data })).id }
}

const leastLetters = 6

/** Fails with `blank.missing`, or `input.usage` where the word begins several. */
export async function blankNamed(word: string, options: { data?: string }): Promise<BlankView> {
  const all = await call('blank/list', {}, dataFolder(options))
  const found = all.filter(
    ({ id, hash }) => id === word || (word.length >= leastLetters && (id.startsWith(word) || hash.startsWith(word))),
  )
  const [first, second] = found
  if (!first) throw new Failure('blank.missing')
  if (!second) return first
  const detail = {
    zh: `${word} 对应 ${found.length} 份空白表，请写完整的编号`,
    en: `${word} begins ${found.length} blanks; write the whole id`,
  }
  throw new Failure('input.usage', { detail })
}

/** Of commands that make all papers of filing files. */
export interface LibraryOptions {
  library?: boolean
  data?: string
}

/** null: nothing is looked up, so the data folder is not even opened. */
export function libraryFolder({ library, data }: LibraryOptions): string | null {
  return library ? dataFolder(data === undefined ? {} : { data }) : null
}
