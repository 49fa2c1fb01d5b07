/** Runs one design in a process of its own and measures it. */
import { spawn } from 'node:child_process'
import { fileOrNull, peakOf, type Report, reportMark } from './report.ts'
import type { Design, Measured } from './row.ts'

/** How often the peak memory of a program that tells nothing is looked at. */
const LOOK_EVERY = 15
/** Clock ticks of /proc/self/stat in a second, on every Linux of today. */
const TICKS = 100

export async function runOnce({ name, command, reports }: Design): Promise<Measured> {
  const [file = '', ...args] = command
  const [start, ticks] = [performance.now(), ticksOfChildren()]
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  let [said, memory] = ['', Number.NaN]
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const looking = reports
    ? undefined
    : setInterval(() => {
        memory = peakOf(child.pid) ?? memory
      }, LOOK_EVERY)
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done))
  clearInterval(looking)
  const wall = performance.now() - start
  if (code !== 0) throw new Error(`${name} ended with ${code}`)
  const cpu = ((ticksOfChildren() - ticks) / TICKS) * 1000
  return { name, wall, cpu, memory, note: said.trim(), ...(reports ? reported(said) : {}) }
}

function reported(said: string): Partial<Report> & { note: string } {
  const line = said.split('\n').findLast((one) => one.startsWith(reportMark))
  if (!line) throw new Error(`the worker told nothing: ${said.slice(0, 200)}`)
  return JSON.parse(line.slice(reportMark.length)) as Report
}

/** User and system time of all ended children of this process; NaN where there is no /proc. */
function ticksOfChildren(): number {
  const stat = fileOrNull('/proc/self/stat')
  if (stat === null) return Number.NaN
  // Counted from after the command's name, which may hold blanks: cutime and cstime are fields 16 and 17.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return Number(fields[13]) + Number(fields[14])
}
