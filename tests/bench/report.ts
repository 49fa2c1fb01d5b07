/** Figures of a worker, told to the bench as the last line that it prints. */

import { readFileSync } from 'node:fs'

export interface Report {
  cpu: number
  memory: number
  wall?: number
  note: string
}

export const reportMark = 'beiqi-bench '

/** Of the whole process: start-up, everything loaded, the work. The wall time is taken by the bench. */
export function reportProcess(note: string): void {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  report({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: peakMegabytes(), note })
}

/** Of one piece of work in a warm process: the median of `rounds`. Milliseconds. */
export async function reportWarm(work: () => unknown, rounds: number, note: (last: unknown) => string): Promise<void> {
  let last = await work()
  const taken: { wall: number; cpu: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const [wall, cpu] = [performance.now(), process.cpuUsage()]
    last = await work()
    const { user, system } = process.cpuUsage(cpu)
    taken.push({ wall: performance.now() - wall, cpu: (user + system) / 1000 })
  }
  const middle = (of: 'wall' | 'cpu'): number => median(taken.map((one) => one[of]))
  report({ wall: middle('wall'), cpu: middle('cpu'), memory: peakMegabytes(), note: note(last) })
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** `share`: 0.95 for the value that 95 of 100 do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** From the kernel's own mark where there is one: `maxRSS` starts with what the parent process had used. */
export function peakMegabytes(): number {
  const mark = peakOf('self')
  return mark ?? process.resourceUsage().maxRSS / 1024
}

/** Peak memory of a process in megabytes; null where there is no /proc. */
export function peakOf(pid: number | 'self' | undefined): number | null {
  const peak = /VmHWM:\s+(\d+) kB/.exec(fileOrNull(`/proc/${pid}/status`) ?? '')
  return peak ? Number(peak[1]) / 1024 : null
}

export function fileOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

export function report(figures: Report): void {
  process.stdout.write(`${reportMark}${JSON.stringify(figures)}\n`)
}
