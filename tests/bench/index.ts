/**
 * `npm run bench [-- row…] [--rounds N] [--json]`: the numbers of the design, each against its floor or a peer in the
 * same run. Every measurement is a process of its own; designs take turns, and the middle of the rounds is shown.
 */
import { parseArgs } from 'node:util'
import { batchRow } from './batch.ts'
import { checklistRow } from './checklist.ts'
import { formsRow } from './forms.ts'
import { inspectRow } from './inspect.ts'
import { readRow } from './read.ts'
import { median } from './report.ts'
import type { Design, Measured, Row, Target } from './row.ts'
import { runOnce } from './run.ts'
import { searchRow } from './search.ts'
import { startRow } from './start.ts'
import { stitchManyRows, stitchRow } from './stitch.ts'

const rows: readonly Row[] = [
  stitchRow,
  ...stitchManyRows,
  inspectRow,
  readRow,
  checklistRow,
  searchRow,
  formsRow,
  batchRow,
  startRow,
]

interface Result {
  row: string
  title: string
  designs: Measured[]
  targets: Target[]
  skipped: string[]
}

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '5' } },
  allowPositionals: true,
})
const unknown = positionals.filter((id) => !rows.some((row) => row.id === id))
if (unknown.length > 0) {
  process.stderr.write(`There is no row ${unknown.join(', ')}. Known: ${rows.map((row) => row.id).join(', ')}\n`)
  process.exit(2)
}
const results: Result[] = []
for (const row of rows) {
  if (positionals.length > 0 && !positionals.includes(row.id)) continue
  results.push(await measureRow(row, Math.max(1, Number(values.rounds) || 1)))
}
process.stdout.write(values.json ? `${JSON.stringify(results, null, 2)}\n` : results.map(asText).join('\n'))

async function measureRow(row: Row, rounds: number): Promise<Result> {
  const { designs, skipped } = await row.prepare()
  const taken = new Map<string, Measured[]>(designs.map(({ name }) => [name, []]))
  for (let round = 0; round < (row.rounds ?? rounds); round += 1) await takeTurns(designs, taken)
  const middle = new Map([...taken].map(([name, runs]) => [name, middleOf(name, runs)]))
  return { row: row.id, title: row.title, designs: [...middle.values()], targets: row.targets(middle), skipped }
}

async function takeTurns(designs: readonly Design[], taken: ReadonlyMap<string, Measured[]>): Promise<void> {
  for (const design of designs) taken.get(design.name)?.push(await runOnce(design))
}

function middleOf(name: string, runs: readonly Measured[]): Measured {
  const of = (what: 'wall' | 'cpu' | 'memory'): number => median(runs.map((run) => run[what]))
  return { name, wall: of('wall'), cpu: of('cpu'), memory: of('memory'), note: runs[0]?.note ?? '' }
}

function asText({ row, title, designs, targets, skipped }: Result): string {
  const line = ({ name, wall, cpu, memory, note }: Measured): string =>
    `  ${name.padEnd(14)}${figure(wall)} ms wall${figure(cpu)} ms CPU${memory.toFixed(0).padStart(7)} MB  ${note}`
  const reached = (target: Target): string =>
    `  ${target.reached ? 'reached' : 'MISSED '}  ${target.what}: ${target.measured} (${target.limit})`
  return `${[`${row}: ${title}`, ...designs.map(line), ...targets.map(reached), ...skipped.map((why) => `  skipped  ${why}`)].join('\n')}\n`
}

function figure(value: number): string {
  return value.toFixed(value < 10 ? 2 : 0).padStart(9)
}
