/** One straightened ID card read: lines found, their direction, their text, what it means. In a warm process. */
import { join } from 'node:path'
import { type Row, worker } from './row.ts'

const most = 600
const card = join(import.meta.dirname, '../../examples/individual-beijing')

export const readRow: Row = {
  id: 'read',
  title: 'one ID card, straightened, read and understood (warm, 2 threads)',
  async prepare() {
    const designs = [
      await worker('beiqi', 'read-work.ts', 'beiqi', card),
      await worker('models alone', 'read-work.ts', 'floor', card),
    ]
    return { designs, skipped: [] }
  },
  targets(measured) {
    const cpu = measured.get('beiqi')?.cpu ?? Number.NaN
    return [{ what: 'CPU', limit: `≤ ${most} ms`, measured: `${cpu.toFixed(0)} ms`, reached: cpu <= most }]
  },
}
