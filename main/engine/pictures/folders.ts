/** Folders that are dropped, chosen or typed: the pictures in them, and what is left out, by name and with the reason. */
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FailureData } from '../../../preload/failures.ts'
import type { Text } from '../../../rules/schema.ts'
import { Failure, failureOf } from '../failure.ts'
import { type Kind, sniff } from '../imaging/sniff.ts'

/** A client's papers are some dozens; a folder with more is the wrong one, and nothing of it is taken. */
export const MOST_FILES = 500
const MOST_ENTRIES = 5000
const MOST_DEPTH = 8

export interface Gathered {
  files: string[]
  leftOut: FailureData[]
}

/** Files stay as they are, also broken ones: they answer for themselves. Folders are gone through in the order of names. */
export async function filesOf(paths: readonly string[]): Promise<Gathered> {
  const gathered: Gathered = { files: [], leftOut: [] }
  for (const path of paths) {
    const found = await stat(path).catch(() => null)
    if (!found?.isDirectory()) gathered.files.push(path)
    else append(gathered, await folder(path))
  }
  return gathered
}

async function folder(path: string): Promise<Gathered> {
  const inside: Gathered = { files: [], leftOut: [] }
  try {
    await walk(path, { top: path, depth: 1, entries: 0 }, inside)
    return inside
  } catch (error) {
    return { files: [], leftOut: [failureOf(error)] }
  }
}

function append(all: Gathered, more: Gathered): void {
  all.files.push(...more.files)
  all.leftOut.push(...more.leftOut)
}

interface Walk {
  top: string
  depth: number
  /** Counted over the whole walk. */
  entries: number
}

const order = new Intl.Collator('zh-CN', { numeric: true })

async function walk(path: string, state: Walk, inside: Gathered): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    throw new Failure('file.unreadable', { file: path, detail: error.code ?? String(error) })
  })
  state.entries += entries.length
  if (state.entries > MOST_ENTRIES) throw tooMany(state.top, MOST_ENTRIES)
  for (const entry of entries.sort((a, b) => order.compare(a.name, b.name))) {
    const file = join(path, entry.name)
    const why = isHidden(entry.name) ? reasons.hidden : reasonByType(entry)
    if (why) leaveOut(inside, file, why)
    else if (entry.isDirectory()) await below(file, state, inside)
    else await takeFile(file, inside)
    if (inside.files.length > MOST_FILES) throw tooMany(state.top, MOST_FILES)
  }
}

async function below(path: string, state: Walk, inside: Gathered): Promise<void> {
  if (state.depth >= MOST_DEPTH) return leaveOut(inside, path, reasons.deep)
  state.depth += 1
  await walk(path, state, inside)
  state.depth -= 1
}

/** A picture by its first bytes, whatever it is called. */
async function takeFile(file: string, inside: Gathered): Promise<void> {
  const kind = await kindOf(file)
  if (kind === null) leaveOut(inside, file, reasons.unreadable)
  else if (kind === 'text' || kind === 'unknown' || kind === 'zip') leaveOut(inside, file, reasons.notPicture)
  else inside.files.push(file)
}

async function kindOf(path: string): Promise<Kind | null> {
  const handle = await open(path).catch(() => null)
  if (!handle) return null
  try {
    const head = Buffer.alloc(4096)
    const { bytesRead } = await handle.read(head)
    return sniff(head.subarray(0, bytesRead))
  } catch {
    return null
  } finally {
    await handle.close()
  }
}

const reasons = {
  hidden: { zh: '隐藏文件或系统文件', en: 'a hidden or system file' },
  link: { zh: '符号链接，不跟随', en: 'a symbolic link, which is not followed' },
  device: { zh: '不是文件', en: 'not a file' },
  deep: { zh: `文件夹超过 ${MOST_DEPTH} 层`, en: `a folder more than ${MOST_DEPTH} levels down` },
  unreadable: { zh: '无法读取', en: 'it cannot be read' },
  notPicture: { zh: '不是图片或 PDF', en: 'neither a picture nor a PDF' },
} satisfies Record<string, Text>

/** What the systems themselves put into folders. */
const systemNames = new Set(['thumbs.db', 'desktop.ini', '__macosx', '$recycle.bin'])

function isHidden(name: string): boolean {
  return name.startsWith('.') || systemNames.has(name.toLowerCase())
}

function reasonByType(entry: { isSymbolicLink(): boolean; isDirectory(): boolean; isFile(): boolean }): Text | null {
  if (entry.isSymbolicLink()) return reasons.link
  return entry.isDirectory() || entry.isFile() ? null : reasons.device
}

function leaveOut(inside: Gathered, file: string, detail: Text): void {
  inside.leftOut.push({ code: 'file.left-out', params: { file, detail } })
}

function tooMany(file: string, limit: number): Failure {
  return new Failure('file.too-many', { file, limit })
}
