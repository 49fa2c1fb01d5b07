/** A keystroke in the search for a client, among 100,000. */
import { type Row, worker } from './row.ts'

const most = 10

export const searchRow: Row = {
  id: 'search',
  title: 'search among 100,000 clients: one keystroke, 95th percentile',
  async prepare() {
    const designs = [await worker('beiqi', 'search-work.ts', 'beiqi'), await worker('LIKE', 'search-work.ts', 'like')]
    return { designs, skipped: [] }
  },
  targets(measured) {
    const wall = measured.get('beiqi')?.wall ?? Number.NaN
    return [{ what: 'wall', limit: `< ${most} ms`, measured: `${wall.toFixed(2)} ms`, reached: wall < most }]
  },
}
