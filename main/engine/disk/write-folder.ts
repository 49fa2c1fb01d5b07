import { mkdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { zipSync } from 'fflate'
import { withDraft } from './drafts.ts'
import { followed } from './links.ts'
import { isZip, refuseForeign, refuseTaken } from './replaceable.ts'
import { saveWhole } from './save-whole.ts'
import { unwritable } from './unwritable.ts'

/** Files of a package by their path inside it, with `/` between folders. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

/**
 * Writes the files as a folder, or as a ZIP when `out` ends in `.zip`.
 * Afterwards `out` is the old package or the new one, never half of either.
 * Fails with what `refuseForeign` fails with when `out` is not to be replaced, and with `file.unwritable`.
 */
export async function writePackage(out: string, files: PackageFiles): Promise<void> {
  await refuseForeign(out)
  if (isZip(out)) {
    await makeFolders(dirname(await followed(out)))
    await saveWhole(out, zipSync(Object.fromEntries(files), { level: 0 }))
  } else {
    await replaceFolder(out, files)
  }
}

/** Writes files into a folder that is not there yet or is empty to the eye. Fails with what `refuseTaken` fails with, and with `file.unwritable`. */
export async function writeNewFolder(out: string, files: PackageFiles): Promise<void> {
  await refuseTaken(out)
  await replaceFolder(out, files)
}

/** Draft beside the target, then two renames; the old folder comes back if the second one fails. */
async function replaceFolder(out: string, files: PackageFiles): Promise<void> {
  const place = await followed(out)
  await makeFolders(dirname(place))
  try {
    await withDraft(place, async ({ part, old }) => {
      await writeAll(part, files)
      await renameIfThere(place, old)
      await rename(part, place)
    })
  } catch (error) {
    throw unwritable(out, error)
  }
}

/** The folder and what is missing above it. Fails with `file.unwritable`. */
async function makeFolders(folder: string): Promise<void> {
  try {
    await makeFolder(folder)
  } catch (error) {
    throw unwritable(folder, error)
  }
}

/** One by one: Node's own way of making several says ENOENT of a read-only disk. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder)
  } catch (error) {
    const above = dirname(folder)
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || above === folder) return passIfThere(folder, error)
    await makeFolder(above)
    await mkdir(folder).catch((reason: unknown) => passIfThere(folder, reason))
  }
}

/** Somebody else may have made it meanwhile. */
async function passIfThere(folder: string, error: unknown): Promise<void> {
  const found = await stat(folder).catch(() => null)
  if (!found?.isDirectory()) throw error
}

/** All folders first: a file whose folder was cleared away meanwhile must not make it again. */
async function writeAll(folder: string, files: PackageFiles): Promise<void> {
  const folders = new Set(['.', ...[...files.keys()].map((name) => dirname(name))])
  for (const inner of folders) await makeFolder(join(folder, inner))
  for (const [name, bytes] of files) {
    // `wx`: should two names be one on this disk after all, that is said, and no file lost.
    await writeFile(join(folder, name), bytes, { flush: true, flag: 'wx' })
  }
}

async function renameIfThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
