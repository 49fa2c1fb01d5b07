/** A rule pack as a file: who signed it, what is in it, and whether all of it holds. */
import { verify } from 'node:crypto'
import type { z } from 'zod'
import type { Rules } from '../../../rules/catalog.ts'
import { checkPack, packText } from '../../../rules/pack.ts'
import { type RulePack, type Signature, SignedPack } from '../../../rules/pack-schema.ts'
import { Failure } from '../failure.ts'
import { expectationOf } from '../filings/filing-file-issue.ts'
import { jsonMistake } from '../filings/json-mistake.ts'
import type { TrustedKey } from './pack-keys.ts'

export const packLimitBytes = 32 * 1024 * 1024

export interface OpenedPack {
  /** As it was read; what was signed. */
  json: unknown
  pack: RulePack
  /** Who signed it. */
  key: string
  rules: Rules
}

/**
 * In this order: JSON and shape (`rules.pack-invalid`), signature (`rules.key-unknown`, `rules.signature-wrong`), the
 * data itself (`rules.data-mistake`) and every golden applicant (`rules.golden-broken`). The first mistake refuses all.
 * @param file what the failures call it
 */
export function openPack(json: unknown, file: string, keys: readonly TrustedKey[]): OpenedPack {
  const parsed = SignedPack.safeParse(json)
  if (!parsed.success) {
    throw new Failure('rules.pack-invalid', { file, ...expectationOf(SignedPack, json, parsed.error.issues) })
  }
  const { signature, ...pack } = parsed.data
  checkSignature(json, signature, file, keys)
  return { json, pack, key: signature.key, rules: rulesOf(pack, file) }
}

/** Loads and proves a pack. Fails with `rules.data-mistake` or `rules.golden-broken`. */
export function rulesOf(pack: RulePack, file: string): Rules {
  const answer = checkPack(pack)
  if ('rules' in answer) return answer.rules
  if ('mistake' in answer) throw new Failure('rules.data-mistake', { file, detail: answer.mistake })
  const { name, list, expected, got } = answer.broken
  const lists = { list, expected: expected.join(', '), got: got.join(', ') }
  throw new Failure('rules.golden-broken', { file, case: name, ...lists })
}

/** The bytes that are signed: of all that stands in the file but the signature. */
export function signedBytes(json: unknown, file: string): Buffer {
  const { signature: _, ...rest } = json as { signature?: unknown }
  try {
    return Buffer.from(packText(rest))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new Failure('rules.pack-invalid', { file, path: 'files', expected: error.message })
  }
}

function checkSignature(
  json: unknown,
  { key, value }: z.infer<typeof Signature>,
  file: string,
  keys: readonly TrustedKey[],
): void {
  const signer = keys.find(({ id }) => id === key)
  if (!signer) throw new Failure('rules.key-unknown', { file, key: key.slice(0, 16) })
  const bytes = Buffer.from(value, 'base64')
  // Bits that base64 leaves unused are no place for something else.
  const isPlain = bytes.toString('base64') === value
  if (!isPlain || !verify(null, signedBytes(json, file), signer.key, bytes)) {
    throw new Failure('rules.signature-wrong', { file })
  }
}

/** Fails with `rules.pack-invalid` and what is wrong with the JSON. */
export function parsePackJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure('rules.pack-invalid', { file, path: 'JSON', expected: jsonMistake(text) })
  }
}
