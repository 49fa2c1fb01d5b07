import { rename, writeFile } from 'node:fs/promises'
import { withDraft } from './drafts.ts'
import { unwritable } from './unwritable.ts'

/**
 * Afterwards the file at `path` is the old one or the new one, never half of either.
 * Fails with `file.unwritable` when the disk is full or the folder cannot be written.
 */
export async function saveWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await withDraft(path, async ({ part }) => {
      await writeFile(part, bytes, { flush: true })
      await rename(part, path)
    })
  } catch (error) {
    throw unwritable(path, error)
  }
}
