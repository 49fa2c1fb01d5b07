import { pathToFileURL } from 'node:url'
import { note } from './install.mjs'

/** Whether the file at `url` is what was started, and not merely imported. */
export function isStarted(url: string): boolean {
  return process.argv[1] !== undefined && url === pathToFileURL(process.argv[1]).href
}

/** Runs the work as the whole program: its number is the exit code; what goes wrong is one line and exit 3. */
export async function asProgram(work: () => unknown): Promise<void> {
  try {
    const code = await work()
    process.exitCode = typeof code === 'number' ? code : 0
  } catch (error) {
    note(error instanceof Error ? error.message : String(error))
    process.exitCode = 3
  }
}
