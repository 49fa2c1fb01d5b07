import { rename, writeFile } from 'node:fs/promises'
import { withDraft } from './drafts.ts'
import { followed } from './links.ts'
import { unwritable } from './unwritable.ts'

/**
 * Afterwards the file at `path`, or where a link there leads, is the old one or the new one, never half of either.
 * Fails with `file.unwritable` when the disk is full or the folder cannot be written.
 */
export async function saveWhole(path: string, bytes: Uint8Array): Promise<void> {
  try {
    const place = await followed(path)
    await withDraft(place, async ({ part }) => {
      await writeFile(part, bytes, { flush: true })
      await rename(part, place)
    })
  } catch (error) {
    throw unwritable(path, error)
  }
}
