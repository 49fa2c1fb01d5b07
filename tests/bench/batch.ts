/**
 * A hundred packages of photos of 12 megapixels: all cores against one thread, and the memory while they are made. One
 * thread decodes and encodes beside itself, so that it keeps more than one core busy; hence the cores are told as well.
 */
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { bundle, type Measured, type Row, worker } from './row.ts'

const packages = 100
/** Enough to know how long one takes. */
const ofOneThread = 20
const root = join(import.meta.dirname, '../..')
const filings = ['individual-beijing', 'enterprise-jiangsu', 'hong-kong-resident', 'individual-guangdong-finance'].map(
  (name) => join(root, 'examples', name, 'filing.json'),
)
const cores = Math.min(2, availableParallelism())

export const batchRow: Row = {
  id: 'batch',
  title: `${packages} packages: ${cores} threads against one (${ofOneThread} packages)`,
  rounds: 1,
  async prepare() {
    await bundle(join(root, 'main/engine/package/batch-worker.ts'))
    const designs = [
      await worker('beiqi', 'batch-work.ts', String(cores), String(packages), ...filings),
      await worker('one thread', 'batch-work.ts', '1', String(ofOneThread), ...filings),
    ]
    return { designs, skipped: [] }
  },
  targets(measured) {
    const [all, one] = ['beiqi', 'one thread'].map((name) => measured.get(name))
    if (!all || !one) return []
    const faster = numberIn(all, /([\d.]+) packages/) / numberIn(one, /([\d.]+) packages/)
    const busy = all.cpu / all.wall
    const growth = all.memory / numberIn(all, /(\d+) MB/)
    return [
      {
        what: `kept busy of ${cores} cores`,
        limit: `≥ ${0.9 * cores}`,
        measured: busy.toFixed(2),
        reached: busy >= 0.9 * cores,
      },
      { what: 'faster than one thread', limit: '≥ 1.8', measured: faster.toFixed(2), reached: faster >= 1.8 },
      {
        what: 'memory at the end to that after a quarter',
        limit: '≤ 1.15',
        measured: growth.toFixed(2),
        reached: growth <= 1.15,
      },
    ]
  },
}

function numberIn({ note }: Measured, pattern: RegExp): number {
  return Number(pattern.exec(note)?.[1] ?? Number.NaN)
}
