import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { Failure } from './failure.ts'

/**
 * Afterwards the file at `path` is the old one or the new one, never half of either.
 * Fails with `file.unwritable` when the disk is full or the folder cannot be written.
 */
export async function saveWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}.part`
  try {
    await writeFile(draft, bytes, { flush: true })
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw new Failure('file.unwritable', { file: path, detail: (error as NodeJS.ErrnoException).code ?? String(error) })
  }
}
