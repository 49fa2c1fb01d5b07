/** Three 12-megapixel photos joined into at most 2 MB, 1600 px wide: against the floor of sharp and ImageMagick. */
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchPhotos } from './photos.ts'
import { type Design, type Measured, type Row, type Target, worker } from './row.ts'

const maxBytes = 2_000_000
const width = 1600
const gap = 24

export const stitchRow: Row = {
  id: 'stitch',
  title: `3 × 12 MP → ≤ ${maxBytes} B, ${width} px`,
  async prepare() {
    const photos = await benchPhotos()
    const ours = await worker(
      'beiqi',
      'stitch-work.ts',
      'beiqi',
      String(width),
      String(gap),
      String(maxBytes),
      ...photos,
    )
    const floor = await worker(
      'sharp floor',
      'stitch-work.ts',
      'floor',
      String(width),
      String(gap),
      String(maxBytes),
      ...photos,
    )
    const magick = imageMagick(photos)
    return typeof magick === 'string'
      ? { designs: [ours, floor], skipped: [magick] }
      : { designs: [ours, floor, magick], skipped: [] }
  },
  targets(measured) {
    const [ours, floor, magick] = ['beiqi', 'sharp floor', 'ImageMagick'].map((name) => measured.get(name))
    if (!ours || !floor) return []
    const toFloor = ours.cpu / floor.cpu
    const targets = [ratio('CPU to the floor of sharp (decode + one encode)', toFloor, '≤ 1.25', toFloor <= 1.25)]
    return magick ? [...targets, ...againstMagick(ours, magick)] : targets
  },
}

function againstMagick(ours: Measured, magick: Measured): Target[] {
  const faster = magick.wall / ours.wall
  return [
    ratio('faster than ImageMagick', faster, '≥ 4', faster >= 4),
    {
      what: 'less memory than ImageMagick',
      limit: `< ${magick.memory.toFixed(0)} MB`,
      measured: `${ours.memory.toFixed(0)} MB`,
      reached: ours.memory < magick.memory,
    },
  ]
}

function ratio(what: string, measured: number, limit: string, reached: boolean): Target {
  return { what, limit, measured: measured.toFixed(2), reached }
}

/** The command a script would use, or why there is none. */
function imageMagick(photos: readonly string[]): Design | string {
  const program = ['magick', 'convert'].find((name) =>
    String(spawnSync(name, ['-version']).stdout).includes('Version: ImageMagick'),
  )
  if (!program) return 'ImageMagick is not installed here (apt-get install imagemagick): not compared'
  const out = join(tmpdir(), 'beiqi-bench-magick.jpg')
  const gaps = ['-background', 'white', '-gravity', 'north', '-splice', `0x${gap}`]
  const fitted = ['-append', '-strip', '-sampling-factor', '4:2:0', '-define', `jpeg:extent=${maxBytes}B`, out]
  const command = [program, ...photos, '-auto-orient', '-resize', `${width}x`, ...gaps, ...fitted]
  return { name: 'ImageMagick', command, reports: false }
}
