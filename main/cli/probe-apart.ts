/** Tries a native part in a process of its own, so that one that kills its process is told apart from the rest. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

export const parts = ['sharp', 'opencv', 'sqlite', 'pdfium', 'heic', 'font', 'reading'] as const
export type Part = (typeof parts)[number]

const longestMs = 60_000

/** Its version. Fails with the last line that it said, or with how its process ended. */
export async function probeApart(part: Part): Promise<string> {
  const file = join(import.meta.dirname, 'probe.ts')
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [file, part], { timeout: longestMs })
    return stdout.trim()
  } catch (error) {
    const { stderr = '', signal, code } = error as { stderr?: string; signal?: string; code?: number }
    const said = stderr.split('\n').find((line) => /error/i.test(line)) ?? ''
    throw new Error(said.trim() || `ended with ${signal ?? code}`)
  }
}
