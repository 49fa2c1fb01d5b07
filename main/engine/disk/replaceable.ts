/** What lies already where something of ours is to be written, and whether it may be replaced. */
import { mkdtemp, readdir, readFile, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { Failure } from '../failure.ts'
import { followed } from './links.ts'

/** The file by which a package of ours is known, so that only such a folder is ever replaced. */
export const manifestName = 'manifest.json'
const Manifest = z.object({ format: z.literal('beiqi-package/1'), files: z.array(z.object({ name: z.string() })) })

export function isZip(out: string): boolean {
  return out.toLowerCase().endsWith('.zip')
}

/**
 * Refuses to replace anything that is not wholly a package of ours. Asked before the work begins as well, so that
 * nobody waits for a refusal. Fails with `file.exists`, `file.foreign-inside` and `file.needs-subfolder`.
 */
export async function refuseForeign(out: string): Promise<void> {
  const found = await stat(out).catch(() => null)
  if (!found) return
  if (found.isDirectory() === isZip(out)) throw new Failure('file.exists', { file: out })
  if (found.isDirectory()) await refuseFixed(out)
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

/** Fails with `file.exists` and `file.needs-subfolder`. Asked before the work begins as well. */
export async function refuseTaken(out: string): Promise<void> {
  const entries = await readdir(out).catch(() => null)
  if (entries) await refuseFixed(out)
  const taken = entries ? entries.some((name) => !isSystems(name)) : (await stat(out).catch(() => null)) !== null
  if (taken) throw new Failure('file.exists', { file: out })
}

/**
 * A folder is replaced whole, by a rename of what was made beside it. The root of a disk has nothing beside it, and
 * neither has a folder below one that cannot be written. To move the files in one by one would leave half a package
 * when the stick is pulled out in the middle, so the person is asked for a folder that can be replaced.
 */
async function refuseFixed(out: string): Promise<void> {
  const place = await followed(out)
  const above = dirname(place)
  const isRoot = above === place || (await stat(place)).dev !== (await stat(above)).dev
  if (isRoot || ((await isWritable(place)) && !(await isWritable(above)))) {
    throw new Failure('file.needs-subfolder', { file: out })
  }
}

/** Tried, since what a disk says of itself is not true everywhere: on Windows it knows nothing of rights. */
async function isWritable(folder: string): Promise<boolean> {
  try {
    await rmdir(await mkdtemp(join(folder, '.beiqi-')))
    return true
  } catch {
    return false
  }
}
