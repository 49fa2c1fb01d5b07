/** 12-megapixel photos joined into one file, 1600 px wide: against the floor of sharp, ImageMagick and Pillow. */
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchPhotos } from './photos.ts'
import { type Design, type Measured, type Row, type Target, worker } from './row.ts'

const width = 1600
const gap = 24
/** Debian's policy for ImageMagick lets no picture be higher than 16,000 pixels. */
const mostOfMagick = 10

export const stitchRow: Row = {
  ...joining(3, 2_000_000),
  id: 'stitch',
  targets(measured) {
    const [ours, floor, magick] = ['beiqi', 'sharp floor', 'ImageMagick'].map((name) => measured.get(name))
    if (!ours || !floor) return []
    const toFloor = ours.cpu / floor.cpu
    const targets = [ratio('CPU to the floor of sharp (decode + one encode)', toFloor, '≤ 1.25', toFloor <= 1.25)]
    return magick ? [...targets, ...againstMagick(ours, magick)] : targets
  },
}

/** How it grows with the number of pictures; the file may be larger with each. */
export const stitchManyRows: readonly Row[] = [1, 5, 10, 20].map((count) => ({
  ...joining(count, Math.max(2_000_000, count * 400_000)),
  id: `stitch-${count}`,
  targets: () => [],
}))

function joining(count: number, maxBytes: number): Pick<Row, 'title' | 'prepare'> {
  return {
    title: `${count} × 12 MP → ≤ ${maxBytes} B, ${width} px`,
    async prepare() {
      const three = await benchPhotos()
      const photos = Array.from({ length: count }, (_, at) => three[at % three.length] ?? '')
      const numbers = [width, gap, maxBytes].map(String)
      const own = await Promise.all([
        worker('beiqi', 'stitch-work.ts', 'beiqi', ...numbers, ...photos),
        worker('sharp floor', 'stitch-work.ts', 'floor', ...numbers, ...photos),
      ])
      const peers = [imageMagick(photos, maxBytes), pillow(photos, maxBytes)]
      return {
        designs: [...own, ...peers.filter((peer) => typeof peer !== 'string')],
        skipped: peers.filter((peer) => typeof peer === 'string'),
      }
    },
  }
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
function imageMagick(photos: readonly string[], maxBytes: number): Design | string {
  const program = ['magick', 'convert'].find((name) =>
    String(spawnSync(name, ['-version']).stdout).includes('Version: ImageMagick'),
  )
  if (!program) return 'ImageMagick is not installed here (apt-get install imagemagick): not compared'
  if (photos.length > mostOfMagick)
    return `ImageMagick's usual policy refuses a picture as high as ${photos.length} photos`
  const out = join(tmpdir(), 'beiqi-bench-magick.jpg')
  const gaps = ['-background', 'white', '-gravity', 'north', '-splice', `0x${gap}`]
  const fitted = ['-append', '-strip', '-sampling-factor', '4:2:0', '-define', `jpeg:extent=${maxBytes}B`, out]
  const command = [program, ...photos, '-auto-orient', '-resize', `${width}x`, ...gaps, ...fitted]
  return { name: 'ImageMagick', command, reports: false }
}

/** As a script of a few lines would do it: decoded at reduced size, pasted, the quality searched by halves. */
function pillow(photos: readonly string[], maxBytes: number): Design | string {
  const program = ['/usr/bin/python3', 'python3'].find((name) => spawnSync(name, ['-c', 'import PIL']).status === 0)
  if (!program) return 'Pillow is not installed here (apt-get install python3-pil): not compared'
  const out = join(tmpdir(), 'beiqi-bench-pillow.jpg')
  const script = join(import.meta.dirname, 'stitch-pillow.py')
  return {
    name: 'Pillow',
    command: [program, script, out, ...[width, gap, maxBytes].map(String), ...photos],
    reports: false,
  }
}
