/** The one door through which the vault key comes, and what is derived from it. */
import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { saveWhole } from '../disk/save-whole.ts'
import { Failure } from '../failure.ts'
import { openBox, sealBox } from './box.ts'
import { databaseFile } from './folder.ts'

/**
 * Where the vault key comes from. A vault (passphrase, recovery code, the system's key store) is one more
 * provider: the key that it hands out stays the same 32 bytes, so nothing in the store changes with it.
 */
export interface KeyProvider {
  readonly name: string
  /** 32 random bytes. Asked once per opening, while this process holds the folder's lock. */
  vaultKey(): Promise<Buffer> | Buffer
}

const keyBytes = 32
const keyFile = 'development.key'

/**
 * NOT A VAULT. The key lies in the clear beside the data, readable by anyone who can read the folder:
 * it makes the encrypted path the only path while the vault is not built, and protects nothing.
 */
export function developmentKey(folder: string): KeyProvider {
  return { name: 'development key (not a vault: the key lies beside the data)', vaultKey: () => readOrMakeKey(folder) }
}

async function readOrMakeKey(folder: string): Promise<Buffer> {
  const path = join(folder, keyFile)
  if (existsSync(path)) return await readFile(path)
  // A new key beside an old database would only look like a wrong key with extra steps.
  if (existsSync(databaseFile(folder))) throw new Failure('store.key-wrong')
  const key = randomBytes(keyBytes)
  await saveWhole(path, key)
  await chmod(path, 0o600)
  return key
}

/** What the store can do with the vault key. The key itself is used for nothing but deriving and wrapping. */
export interface KeyRing {
  /** 32 bytes for SQLCipher's raw key. */
  readonly database: Buffer
  /** 16 bytes, the database file's first: a right key is told from a damaged file by them. */
  readonly databaseSalt: Buffer
  /** A new random data key for a client, as it may lie in the client's row. */
  newClientKey(client: string): Buffer
  /** The keys under a client's wrapped data key. Fails with `store.damaged` when the wrapping was changed. */
  clientKeys(client: string, wrapped: Buffer): ClientKeys
  /** Overwrites every key held. */
  forget(): void
}

export interface ClientKeys {
  seal: Buffer
  /** Names sealed files, so that a name tells neither the content nor that two clients hold the same file. */
  name: Buffer
}

/** Derives the ring. Fails with `store.key-wrong` when the provider's key is not 32 bytes. */
export function keyRing(vaultKey: Buffer): KeyRing {
  if (vaultKey.length !== keyBytes) throw new Failure('store.key-wrong')
  const database = derive(vaultKey, 'database')
  const wrap = derive(vaultKey, 'wrap client keys')
  return {
    database,
    databaseSalt: createHmac('sha256', database).update('salt').digest().subarray(0, 16),
    newClientKey: (client) => sealBox(wrap, randomBytes(keyBytes), client),
    clientKeys: (client, wrapped) => {
      const dataKey = openBox(wrap, wrapped, client)
      if (!dataKey) throw new Failure('store.damaged', { detail: 'client key' })
      return { seal: derive(dataKey, 'seal originals'), name: derive(dataKey, 'name originals') }
    },
    forget: () => {
      database.fill(0)
      wrap.fill(0)
    },
  }
}

/** HKDF-SHA-256 (RFC 5869) with an empty salt: the input is uniformly random already. */
function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, '', `beiqi/1 ${purpose}`, keyBytes))
}
