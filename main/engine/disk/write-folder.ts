import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { z } from 'zod'
import { Failure } from '../failure.ts'
import { withDraft } from './drafts.ts'
import { saveWhole } from './save-whole.ts'
import { unwritable } from './unwritable.ts'

/** Files of a package by their path inside it, with `/` between folders. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

/** The file by which a package of ours is known, so that only such a folder is ever replaced. */
export const manifestName = 'manifest.json'
const Manifest = z.object({ format: z.literal('beiqi-package/1'), files: z.array(z.object({ name: z.string() })) })

/**
 * Writes the files as a folder, or as a ZIP when `out` ends in `.zip`.
 * Afterwards `out` is the old package or the new one, never half of either.
 * Fails with `file.exists` or `file.foreign-inside` when `out` holds something of the person's, and with `file.unwritable`.
 */
export async function writePackage(out: string, files: PackageFiles): Promise<void> {
  await refuseForeign(out)
  if (isZip(out)) {
    await makeParent(out)
    await saveWhole(out, zipSync(Object.fromEntries(files), { level: 0 }))
  } else {
    await replaceFolder(out, files)
  }
}

export function isZip(out: string): boolean {
  return out.toLowerCase().endsWith('.zip')
}

/**
 * Refuses to replace anything that is not wholly a package of ours.
 * Checked before the work begins as well, so that nobody waits for a refusal.
 */
export async function refuseForeign(out: string): Promise<void> {
  const found = await stat(out).catch(() => null)
  if (!found) return
  if (found.isDirectory() === isZip(out)) throw new Failure('file.exists', { file: out })
  const present = (isZip(out) ? await namesInZip(out) : await namesInFolder(out)).filter((name) => !isSystems(name))
  if (present.length === 0) return
  const known = await namesInManifest(out)
  if (!known) throw new Failure('file.exists', { file: out })
  const foreign = present.filter((name) => !known.has(name))
  if (foreign.length > 0) throw new Failure('file.foreign-inside', { file: out, names: foreign.slice(0, 3).join('、') })
}

/** What Finder and Explorer leave in each folder that is looked at: hidden, and nothing of the person's. */
function isSystems(path: string): boolean {
  const name = basename(path).toLowerCase()
  return name.startsWith('._') || ['.ds_store', 'thumbs.db', 'desktop.ini'].includes(name)
}

async function namesInFolder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => inside(folder, join(entry.parentPath, entry.name)))
}

async function namesInZip(path: string): Promise<string[]> {
  const names: string[] = []
  await readZip(path, (name) => {
    if (!name.endsWith('/')) names.push(name)
    return false
  })
  return names
}

/** What a package says it holds; null when it is no package of ours. */
async function namesInManifest(out: string): Promise<ReadonlySet<string> | null> {
  const bytes = isZip(out)
    ? (await readZip(out, (name) => name === manifestName))[manifestName]
    : await readFile(join(out, manifestName)).catch(() => undefined)
  if (!bytes) return null
  try {
    const { files } = Manifest.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return new Set([manifestName, ...files.map((file) => file.name)])
  } catch {
    return null
  }
}

async function readZip(path: string, want: (name: string) => boolean): Promise<Record<string, Uint8Array>> {
  try {
    return unzipSync(await readFile(path), { filter: (entry) => want(entry.name) })
  } catch {
    throw new Failure('file.exists', { file: path })
  }
}

function inside(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/')
}

async function makeParent(out: string): Promise<void> {
  try {
    await mkdir(dirname(out), { recursive: true })
  } catch (error) {
    throw unwritable(dirname(out), error)
  }
}

/** Writes files into a folder that is not there yet or is empty to the eye. Fails with `file.exists` and `file.unwritable`. */
export async function writeNewFolder(out: string, files: PackageFiles): Promise<void> {
  await refuseTaken(out)
  await replaceFolder(out, files)
}

/** Fails with `file.exists`. Asked before the work begins as well, so that nobody waits for a refusal. */
export async function refuseTaken(out: string): Promise<void> {
  const entries = await readdir(out).catch(() => null)
  const taken = entries ? entries.some((name) => !isSystems(name)) : (await stat(out).catch(() => null)) !== null
  if (taken) throw new Failure('file.exists', { file: out })
}

/** Draft beside the target, then two renames; the old folder comes back if the second one fails. */
async function replaceFolder(out: string, files: PackageFiles): Promise<void> {
  await makeParent(out)
  try {
    await withDraft(out, async ({ part, old }) => {
      await writeAll(part, files)
      await renameIfThere(out, old)
      await rename(part, out)
    })
  } catch (error) {
    throw unwritable(out, error)
  }
}

/** All folders first: a file whose folder was cleared away meanwhile must not make it again. */
async function writeAll(folder: string, files: PackageFiles): Promise<void> {
  const folders = new Set(['.', ...[...files.keys()].map((name) => dirname(name))])
  for (const inner of folders) await mkdir(join(folder, inner), { recursive: true })
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
