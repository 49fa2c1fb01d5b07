/** One 12-megapixel photo examined: sound, corners found, measured. In a warm process, as in the engine. */
import { benchPhotos } from './photos.ts'
import { type Row, worker } from './row.ts'

const most = 350

export const inspectRow: Row = {
  id: 'inspect',
  title: 'one 12 MP photo: decoded whole, corners, measurements (warm)',
  async prepare() {
    const [photo = ''] = await benchPhotos()
    const designs = [
      await worker('beiqi', 'inspect-work.ts', 'beiqi', photo),
      await worker('sharp floor', 'inspect-work.ts', 'floor', photo),
    ]
    return { designs, skipped: [] }
  },
  targets(measured) {
    const cpu = measured.get('beiqi')?.cpu ?? Number.NaN
    return [{ what: 'CPU', limit: `≤ ${most} ms`, measured: `${cpu.toFixed(0)} ms`, reached: cpu <= most }]
  },
}
