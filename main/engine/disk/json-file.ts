/** Text of a file as JSON, with a message for each way in which it is not. */
import { Failure } from '../failure.ts'
import { jsonMistake } from '../filings/json-mistake.ts'

/**
 * UTF-8, a byte order mark is allowed.
 * Fails with `input.not-utf8`, or with `input.not-json` (line and column).
 */
export function jsonOf(bytes: Uint8Array, path: string): unknown {
  const text = decode(bytes, path)
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('input.not-json', { file: path, detail: jsonMistake(text) })
  }
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (!text.includes('\0')) return text
  } catch {
    // not UTF-8; neither is text full of zero bytes, which is UTF-16 without its mark
  }
  throw new Failure('input.not-utf8', { file: path })
}
