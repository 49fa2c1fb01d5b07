/** One row of the table: designs that do the same work, and what the first of them has to reach. */

export interface Design {
  name: string
  command: string[]
  /** A worker of ours tells its own figures (`report.ts`); any other program is measured from outside. */
  reports: boolean
}

export interface Measured {
  name: string
  /** Milliseconds and megabytes, the middle of several rounds. */
  wall: number
  cpu: number
  memory: number
  /** What came out, for example "1600×4581 q95 1834975 B". */
  note: string
}

export interface Target {
  what: string
  limit: string
  measured: string
  reached: boolean
}

export interface Row {
  id: string
  title: string
  /** Makes the inputs and says what is to be run. `skipped`: a peer that is not on this machine, and why. */
  prepare(): Promise<{ designs: Design[]; skipped: string[] }>
  targets(measured: ReadonlyMap<string, Measured>): Target[]
}

/** A worker beside the row, run by the Node that runs the bench. */
export function worker(name: string, file: string, ...args: string[]): Design {
  return { name, command: [process.execPath, new URL(file, import.meta.url).pathname, ...args], reports: true }
}
