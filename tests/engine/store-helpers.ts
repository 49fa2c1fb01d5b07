import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { openStore } from '../../main/engine/store/database.ts'
import type { NewImage } from '../../main/engine/store/images.ts'
import type { KeyProvider } from '../../main/engine/store/keys.ts'
import type { Store } from '../../main/engine/store/store.ts'
import { type FailureCode, failureTexts } from '../../preload/failures.ts'
import { type Filing, Filing as FilingSchema } from '../../rules/schema.ts'

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beiqi-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A key that a test can give again, or get wrong. */
export const testKey = (byte = 7): KeyProvider => ({ name: 'test', vaultKey: () => Buffer.alloc(32, byte) })

/** Opened, and closed again when the test is over, unless the test did so. */
export async function openForTest(folder: string): Promise<Store> {
  const store = await openStore(folder, testKey())
  onTestFinished(() => store.close())
  return store
}

export const filingNamed = (name: string): Filing =>
  FilingSchema.parse({ format: 'beiqi-filing/1', province: '44', services: [{ type: 'website', name }] })

export async function expectFailure(work: () => unknown, code: FailureCode): Promise<void> {
  expect(failureTexts).toHaveProperty([code])
  await expect((async () => await work())()).rejects.toMatchObject({ name: 'Failure', code })
}

export const newImage = (filing: string, hash: string, name = 'photo.jpg'): NewImage => ({
  filing,
  hash,
  name,
  format: 'jpeg',
  page: null,
  bytes: 5,
  width: 4000,
  height: 3000,
  place: null,
  adjustments: [],
  findings: [],
  measurements: null,
  overruled: [],
  settled: true,
})
