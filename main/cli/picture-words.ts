/** Pictures as they are typed: a file, a folder, or one page of a file as `scan.pdf#2`. */
import { existsSync } from 'node:fs'
import { fromTyped } from './asked.ts'

export interface TypedPicture {
  path: string
  page: number | null
}

/** A file that really has such a name is that file. */
export function typedPicture(word: string): TypedPicture {
  const path = fromTyped(word)
  const [, file, page] = /^(.+)#([1-9]\d{0,3})$/s.exec(word) ?? []
  if (file === undefined || existsSync(path)) return { path, page: null }
  return { path: fromTyped(file), page: Number(page) }
}
