/** One row of the table: designs that do the same work, and what the first of them has to reach. */
import { join } from 'node:path'

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
  /** Of a row that takes minutes: instead of the usual number. */
  rounds?: number
  /** Makes the inputs and says what is to be run. `skipped`: a peer that is not on this machine, and why. */
  prepare(): Promise<{ designs: Design[]; skipped: string[] }>
  targets(measured: ReadonlyMap<string, Measured>): Target[]
}

/**
 * A worker beside the row, bundled as the shipped program is (types stripped and modules joined beforehand, native
 * libraries outside), and run by the Node that runs the bench.
 */
export async function worker(name: string, file: string, ...args: string[]): Promise<Design> {
  await bundle(new URL(file, import.meta.url).pathname)
  return { name, command: [process.execPath, join(bundles, file.replace('.ts', '.mjs')), ...args], reports: true }
}

/** Into the folder of bundles, where a worker finds it beside itself. */
export async function bundle(source: string): Promise<void> {
  const { build } = await import('vite')
  await build({
    configFile: false,
    logLevel: 'warn',
    // Inside, as in the shipped program: what every process of ours begins with.
    ssr: { noExternal: ['zod'] },
    build: {
      ssr: source,
      outDir: bundles,
      emptyOutDir: false,
      target: 'node22',
      rolldownOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
}

/** Inside the project, so that the native libraries are found. */
const bundles = join(import.meta.dirname, '../.results/bench')
