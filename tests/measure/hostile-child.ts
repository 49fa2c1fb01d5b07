/**
 * Runs the command line over many files in one process, each as if it were typed alone, and tells of each how it ended,
 * what it took, and the most memory that the kernel saw meanwhile. Argument: a JSON file with the words of each command.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { run } from '../../main/cli/run.ts'

export interface Taken {
  /** Of the failure; `accepted` when there was none. */
  code: string
  exit: number
  /** Milliseconds, and megabytes. */
  wall: number
  cpu: number
  memory: number
}

const commands = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as string[][]
process.setMaxListeners(0)
const print = process.stdout.write.bind(process.stdout)
let said = ''
const listen = ((text: string, done?: () => void) => {
  said += text
  done?.()
  return true
}) as typeof process.stdout.write
process.stdout.write = listen
process.stderr.write = listen

for (const words of commands) {
  said = ''
  forgetPeak()
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  const exit = await run(words)
  const { user, system } = process.cpuUsage(cpu)
  const code = /\[([a-z]+\.[a-z-]+|internal)\]\s*$/.exec(said)?.[1] ?? (exit === 0 ? 'accepted' : `exit ${exit}`)
  const taken: Taken = {
    code,
    exit,
    wall: performance.now() - wall,
    cpu: (user + system) / 1000,
    memory: peakMegabytes(),
  }
  print(`${JSON.stringify(taken)}\n`)
}
process.exit(0)

/** The kernel begins to count the peak anew (proc(5), clear_refs). */
function forgetPeak(): void {
  writeFileSync('/proc/self/clear_refs', '5')
}

function peakMegabytes(): number {
  return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
}
