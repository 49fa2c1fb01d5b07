/**
 * `npm run measure -- --hostile [--keep]`: what the hostile corpus does to the command line, file by file; `--keep`
 * writes down the codes that the test compares with.
 * `npm run measure [-- --scenes N] [--set development|held-out] [--materials] [--failures] [--json]`: how well documents
 * are found, on drawn scenes with known corners. Scenes are drawn once (about a second each) and kept in tests/.results.
 * `--signed` measures the check of signed papers instead, `--quality` how well faults of a photo are found (a seed has
 * about sixteen pictures there). `--materials` adds a line for each kind of ground.
 * `--skip N` leaves out the first seeds of the set, as those that were looked at before.
 * `--failures` lists what went wrong; it refuses to list held-out scenes, which nobody may tune on.
 */
import { parseArgs } from 'node:util'
import { type Line, lineOf, RIGHT, type Seen, seen } from './detector.ts'
import { faultSeeds } from './faults/plan.ts'
import { storedFaulty } from './faults/stored.ts'
import { measureHostile } from './hostile.ts'
import { type Judged, judged, qualityFailures, qualityLines, qualityTable } from './quality.ts'
import { type SetName, seedsOf } from './scenes/sets.ts'
import { measureSigned } from './signed/index.ts'
import { storedScenes } from './stored.ts'

const { values } = parseArgs({
  options: {
    scenes: { type: 'string' },
    skip: { type: 'string' },
    set: { type: 'string' },
    materials: { type: 'boolean', default: false },
    quality: { type: 'boolean', default: false },
    failures: { type: 'boolean', default: false },
    hostile: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    signed: { type: 'boolean', default: false },
  },
})
if (values.hostile) {
  await measureHostile(values.keep)
  process.exit(0)
}
const asked: SetName[] =
  values.set === 'development' || values.set === 'held-out' ? [values.set] : ['development', 'held-out']
const count = Number(values.scenes) || 220
if (values.signed) {
  const { failures, json } = values
  process.stdout.write(await measureSigned(asked, { scenes: count, failures, json }))
} else {
  process.stdout.write(await (values.quality ? measureQuality() : measureDetector()))
}

async function measureDetector(): Promise<string> {
  const lines: Line[] = []
  let listed = ''
  for (const set of asked) {
    const all: Seen[] = []
    for await (const scene of storedScenes(seedsOf(set, count, Number(values.skip) || 0))) all.push(await seen(scene))
    lines.push(lineOf(set, all), ...(values.materials ? linesByMaterial(set, all) : []))
    if (values.failures && set === 'development') listed += failuresOf(all)
  }
  return listed + (values.json ? `${JSON.stringify(lines, null, 2)}\n` : table(lines))
}

function linesByMaterial(set: SetName, all: readonly Seen[]): Line[] {
  const materials = [...new Set(all.map(({ scene }) => scene.material))].sort()
  const on = (material: string): Seen[] => all.filter(({ scene }) => scene.material === material)
  return materials.map((material) => lineOf(`${set}: ${material}`, on(material)))
}

async function measureQuality(): Promise<string> {
  let out = ''
  for (const set of asked) {
    const all: Judged[] = []
    for await (const picture of storedFaulty(faultSeeds(set, Number(values.scenes) || 40, Number(values.skip) || 0)))
      all.push(await judged(picture))
    const lines = qualityLines(set, all)
    out += values.json ? `${JSON.stringify(lines, null, 2)}\n` : qualityTable(lines)
    if (values.failures && set === 'development') out += qualityFailures(lines, all)
  }
  return out
}

function failuresOf(all: readonly Seen[]): string {
  const failed = all.filter(
    ({ scene, overlap, wrong, recalled }) =>
      wrong > 0 ||
      (scene.kind === 'single' && overlap <= RIGHT) ||
      (scene.kind === 'several' && recalled < scene.documents.length),
  )
  const line = ({ scene, overlap, confidence, wrong, recalled }: Seen): string =>
    [
      wrong > 0 ? 'WRONG' : '     ',
      scene.seed,
      `${scene.kind} on ${scene.material}:`,
      scene.documents.map(({ kind }) => kind).join('+'),
      `overlap ${overlap.toFixed(3)} confidence ${confidence} found ${recalled}/${scene.documents.length}`,
      scene.faults.join(' '),
    ].join(' ')
  return `${failed.map(line).join('\n')}\n`
}

function table(all: readonly Line[]): string {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
  const rows = all.map((line) => [
    line.set,
    String(line.scenes),
    line.meanOverlap.toFixed(3),
    percent(line.right),
    `${line.error[0].toFixed(1)} / ${line.error[1].toFixed(1)} ‰`,
    percent(line.sure),
    `${line.wrong} (${percent(line.wrong / line.scenes)})`,
    percent(line.recall),
    `${line.milliseconds.toFixed(0)} ms`,
  ])
  const head = [
    'set',
    'scenes',
    'mean IoU',
    `IoU > ${RIGHT}`,
    'corner error 50 / 95',
    'sure',
    'sure and wrong',
    'of several',
    'CPU',
  ]
  return `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`
}
