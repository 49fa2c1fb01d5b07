/** The checklist of one filing, in a warm process. */
import { type Row, worker } from './row.ts'

const filing = new URL('../../examples/enterprise-jiangsu/filing.json', import.meta.url).pathname

export const checklistRow: Row = {
  id: 'checklist',
  title: 'checklist of one filing (warm)',
  async prepare() {
    return { designs: [await worker('beiqi', 'checklist-work.ts', filing)], skipped: [] }
  },
  targets(measured) {
    const cpu = measured.get('beiqi')?.cpu ?? Number.NaN
    return [{ what: 'CPU', limit: '< 1 ms', measured: `${cpu.toFixed(2)} ms`, reached: cpu < 1 }]
  },
}
