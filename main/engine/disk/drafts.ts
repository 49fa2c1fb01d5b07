/**
 * What is being written has a draft beside its place until it is whole. A process may be ended in the middle, and drafts
 * are pictures of people's papers: they are known by their names, so that the end of the process, or else whoever
 * writes to the same place next, clears them away.
 */
import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { cutName } from './file-names.ts'

interface Draft {
  part: string
  /** Where what is replaced lies between two renames. */
  old: string
}

/** Runs `write`, which moves the draft to its place. However it ends, nothing but the place itself is left. */
export async function withDraft(place: string, write: (draft: Draft) => Promise<void>): Promise<void> {
  settle(
    place,
    draftsAt(place).filter(({ pid }) => !isRunning(pid)),
  )
  const stem = `${stemOf(place)}${process.pid}-${randomUUID().slice(0, 8)}`
  const [part, old] = [`${stem}.part`, `${stem}.old`]
  await watched(place, async () => {
    try {
      await write({ part, old })
    } finally {
      settle(place, [{ path: old }, { path: part }])
    }
  })
}

/** Places that are being written, each as often as it is. */
const places: string[] = []

/** While `work` writes to the place, be it in a thread of its own, the end of the process clears it too. */
export async function watched<Result>(place: string, work: () => Promise<Result>): Promise<Result> {
  places.push(place)
  try {
    return await work()
  } finally {
    places.splice(places.indexOf(place), 1)
  }
}

process.on('exit', () => {
  for (const place of places)
    settle(
      place,
      draftsAt(place).filter(({ pid }) => pid === process.pid),
    )
})

/**
 * The start of the names of a place's drafts. It need not hold the whole name, which may be as long as the disk allows;
 * its digest tells it from others, and the computer's, whose processes another one cannot see.
 */
function stemOf(place: string): string {
  const digest = createHash('sha256')
    .update(`${hostname()}\0${basename(place)}`)
    .digest('hex')
  return join(dirname(place), `${cutName(basename(place), MOST_NAME_BYTES)}.${digest.slice(0, 12)}-`)
}

/** Some encrypted disks take no more than 143 bytes. */
const MOST_NAME_BYTES = 90

function draftsAt(place: string): { path: string; pid: number }[] {
  const stem = stemOf(place)
  return namesIn(dirname(place)).flatMap((name) => {
    const path = join(dirname(place), name)
    const [, pid] = (path.startsWith(stem) && /^(\d+)-[0-9a-f]{8}\.(part|old)$/.exec(path.slice(stem.length))) || []
    return pid === undefined ? [] : [{ path, pid: Number(pid) }]
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH'
  }
}

/** Puts back what was moved aside when nothing took its place, and removes the rest. What does not go stays for the next. */
function settle(place: string, drafts: readonly { path: string }[]): void {
  for (const { path } of drafts) {
    try {
      if (path.endsWith('.old') && !existsSync(place)) renameSync(path, place)
      else rmSync(path, { recursive: true, force: true, maxRetries: 3 })
    } catch {
      // Also below something that is no folder, where there never was a draft.
    }
  }
}
