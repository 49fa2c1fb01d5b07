import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { unwritable } from './unwritable.ts'

/** What is being written. Ctrl-C in a terminal may end the process in the middle of it. */
const drafts = new Set<string>()
process.on('exit', () => {
  for (const draft of drafts) rmSync(draft, { force: true })
})

/**
 * Afterwards the file at `path` is the old one or the new one, never half of either.
 * Fails with `file.unwritable` when the disk is full or the folder cannot be written.
 */
export async function saveWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  drafts.add(draft)
  try {
    await writeFile(draft, bytes, { flush: true })
    await rename(draft, path)
  } catch (error) {
    // Below something that is no folder there is no draft either, and `rm` says so.
    await rm(draft, { force: true }).catch(() => undefined)
    throw unwritable(path, error)
  } finally {
    drafts.delete(draft)
  }
}
