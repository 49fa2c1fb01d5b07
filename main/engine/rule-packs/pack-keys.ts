/** Keys that may sign rule packs: those that ship with the program, and those that the person added on purpose. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { shippedKeys } from '../../../rules/pack.ts'
import { type PackKey, PackKeys } from '../../../rules/pack-schema.ts'
import type { Text } from '../../../rules/schema.ts'
import { readWhole } from '../disk/local-files.ts'
import { saveWhole } from '../disk/save-whole.ts'
import { Failure } from '../failure.ts'

const keyLimitBytes = 64 * 1024

export interface TrustedKey {
  id: string
  title: string
  /** Came with the program, or was added. */
  origin: 'shipped' | 'added'
  key: KeyObject
}

export const rulesFolder = (dataFolder: string) => join(dataFolder, 'rules')
const keysFile = (dataFolder: string) => join(rulesFolder(dataFolder), 'keys.json')

/** SHA-256 of the SPKI form, in hex: the fingerprint by which people compare keys. */
export function keyId(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
}

/** Fails with `rules.key-invalid` when it is no Ed25519 key of that kind in PEM, and with `file.*`. */
export async function readKey(path: string, kind: 'public' | 'private'): Promise<KeyObject> {
  const pem = Buffer.from(await readWhole(path, keyLimitBytes)).toString('utf8')
  const wanted =
    kind === 'public' ? { zh: '公钥', en: 'the public one' } : { zh: '私钥', en: 'the private one, without a password' }
  const key = keyIn(pem, kind)
  if (!key) throw new Failure('rules.key-invalid', { file: path, wanted })
  return key
}

/** `createPublicKey` would make a public key of a private one; nobody shall hand that around by mistake. */
function keyIn(pem: string, kind: 'public' | 'private'): KeyObject | null {
  if (!pem.includes(kind === 'public' ? '-----BEGIN PUBLIC KEY-----' : '-----BEGIN PRIVATE KEY-----')) return null
  try {
    const key = kind === 'public' ? createPublicKey(pem) : createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** A damaged list of added keys trusts nobody but the shipped keys. */
export function trustedKeys(dataFolder: string | null): TrustedKey[] {
  const added = dataFolder === null ? [] : addedKeys(dataFolder)
  return [...shippedKeys.flatMap((key) => trusted(key, 'shipped')), ...added.flatMap((key) => trusted(key, 'added'))]
}

function trusted({ title, publicKey }: PackKey, origin: TrustedKey['origin']): TrustedKey[] {
  const key = keyIn(publicKey, 'public')
  return key ? [{ id: keyId(key), title, origin, key }] : []
}

function addedKeys(dataFolder: string): PackKey[] {
  try {
    return PackKeys.parse(JSON.parse(readFileSync(keysFile(dataFolder), 'utf8')))
  } catch {
    return []
  }
}

/** Adds a public key to those of this data folder. One that is trusted already stays as it is. */
export async function trustKey(dataFolder: string, path: string, title: string): Promise<TrustedKey> {
  const key = await readKey(path, 'public')
  const id = keyId(key)
  const known = trustedKeys(dataFolder).find((each) => each.id === id)
  if (known) return known
  const publicKey = String(key.export({ type: 'spki', format: 'pem' }))
  const keys: PackKey[] = [...addedKeys(dataFolder), { title, publicKey }]
  await saveInRules(keysFile(dataFolder), JSON.stringify(keys, null, 2))
  return { id, title, origin: 'added', key }
}

/** Characters of a fingerprint that name a key: fewer are rather a slip. */
const leastOfId = 8

/**
 * Takes a key that was added out of those of this data folder.
 * @param written its fingerprint, or so much of its beginning that only one begins so; in groups or not
 * Fails with `rules.key-missing`, `rules.key-shipped` and `file.unwritable`.
 */
export async function distrustKey(dataFolder: string, written: string): Promise<TrustedKey> {
  const wanted = written.replace(/\s/g, '').toLowerCase()
  const keys = trustedKeys(dataFolder)
  const [found, ...others] = keys.filter(({ id }) => id.startsWith(wanted))
  if (!found || others.length > 0 || wanted.length < leastOfId)
    throw new Failure('rules.key-missing', { key: written, known: namesOf(keys) })
  if (found.origin === 'shipped') throw new Failure('rules.key-shipped', { key: found.title })
  const rest = addedKeys(dataFolder).filter((key) => trusted(key, 'added').every(({ id }) => id !== found.id))
  await saveInRules(keysFile(dataFolder), JSON.stringify(rest, null, 2))
  return found
}

function namesOf(keys: readonly TrustedKey[]): Text {
  const names = keys.map(({ id, title }) => `${id.slice(0, 16)} ${title}`)
  return { zh: names.join('、') || '没有', en: names.join(', ') || 'none' }
}

/** Whole or not at all, in a folder that only its owner reads. Fails with `file.unwritable`. */
export async function saveInRules(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure('file.unwritable', { file: path, detail: error.code ?? String(error) })
  })
  await saveWhole(path, Buffer.from(text))
}
