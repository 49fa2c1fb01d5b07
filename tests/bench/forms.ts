/** The papers of 100 clients, in one process from its start. */
import { type Row, worker } from './row.ts'

const clients = 100
const limitMs = 30_000
/** Those with papers of all kinds: letters, preparation sheets, several pages. */
const filings = ['enterprise-jiangsu', 'individual-beijing', 'individual-guangdong-finance'].map(
  (name) => new URL(`../../examples/${name}/filing.json`, import.meta.url).pathname,
)

export const formsRow: Row = {
  id: 'forms',
  title: `papers and signing guides of ${clients} clients`,
  async prepare() {
    return { designs: [await worker('beiqi', 'forms-work.ts', String(clients), ...filings)], skipped: [] }
  },
  targets(measured) {
    const wall = measured.get('beiqi')?.wall ?? Number.NaN
    const seconds = `${(wall / 1000).toFixed(1)} s`
    return [{ what: 'wall', limit: `< ${limitMs / 1000} s`, measured: seconds, reached: wall < limitMs }]
  },
}
