/** Reading a filing file (`beiqi-filing/1`): the one place for the window's import and for the command line. */
import { Filing } from '../../../rules/schema.ts'
import { jsonOf } from '../disk/json-file.ts'
import { readWhole } from '../disk/local-files.ts'
import { Failure } from '../failure.ts'
import { expectationOf } from './filing-file-issue.ts'

/** Thousands of services fit; a picture or a disk image given by mistake does not. */
const limitBytes = 5 * 1024 * 1024

/**
 * Reads and checks a filing file: UTF-8 (a byte order mark is allowed), at most 5 MB.
 * Fails with `file.missing`, `file.unreadable`, `file.too-large`, `input.not-utf8`, `input.not-json` (line and column)
 * or `input.invalid` (the path as written in the file, and what was expected there).
 */
export async function readFilingFile(path: string): Promise<Filing> {
  const data = jsonOf(await readWhole(path, limitBytes), path)
  const result = Filing.safeParse(data)
  if (result.success) return result.data
  throw new Failure('input.invalid', { file: path, ...expectationOf(Filing, data, result.error.issues) })
}
