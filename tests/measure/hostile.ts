/** The hostile corpus through the command line, each file alone as `inspect` and as a material of a package. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { harmless } from '../../main/cli/output.ts'
import { writeCorpus } from '../fixtures/hostile/index.ts'
import type { OddPath } from '../fixtures/hostile/names.ts'
import type { Taken } from './hostile-child.ts'

const codesFile = join(import.meta.dirname, '../fixtures/hostile/codes.json')
/** After so many commands a fresh process: the peak of one file is not to be that of all before it. */
const TOGETHER = 20

interface Row extends OddPath {
  taken: Taken
}

/** `keep`: the codes become what the test compares with (fixtures/hostile/codes.json). */
export async function measureHostile(keep: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'beiqi-hostile-'))
  try {
    const { files } = await writeCorpus(folder)
    const inspected = await measured(files, (path) => ['inspect', '--json', '--no-read', '--', path], folder)
    if (keep) writeFileSync(codesFile, `${JSON.stringify(codesOf(inspected), null, 2)}\n`)
    const packed = await measured(files, (path) => packageWords(folder, path), folder)
    process.stdout.write(`${table('inspect', inspected)}\n${table('package', packed)}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function codesOf(rows: readonly { path: string; taken: { code: string } }[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ path, taken }) => [basename(path), taken.code]))
}

let filings = 0

function packageWords(folder: string, path: string): string[] {
  filings += 1
  const filing = join(folder, `filing-${filings}.json`)
  const materials = { 'subject-responsible-id': [path] }
  writeFileSync(filing, JSON.stringify({ format: 'beiqi-filing/1', subject: { nature: 'individual' }, materials }))
  return ['package', filing, '--no-read', '--out', join(folder, `package-${filings}`)]
}

async function measured(files: readonly OddPath[], words: (path: string) => string[], cwd: string): Promise<Row[]> {
  const rows: Row[] = []
  for (let from = 0; from < files.length; from += TOGETHER) {
    const part = files.slice(from, from + TOGETHER)
    const list = join(cwd, 'commands.json')
    writeFileSync(list, JSON.stringify(part.map(({ path }) => words(path))))
    const answers = await child(list, cwd)
    for (const [at, file] of part.entries()) {
      const taken = answers[at]
      if (!taken) throw new Error(`the engine did not survive ${file.path}`)
      rows.push({ ...file, taken })
    }
  }
  return rows
}

async function child(list: string, cwd: string): Promise<Taken[]> {
  const file = join(import.meta.dirname, 'hostile-child.ts')
  const running = spawn(process.execPath, [file, list], { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  running.stdout.on('data', (text: Buffer) => {
    said += text.toString()
  })
  await new Promise((done) => running.once('close', done))
  return said
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Taken)
}

function table(title: string, rows: readonly Row[]): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))]
  const lines = [...kinds, null].map((kind) => {
    const own = rows.filter((row) => kind === null || row.kind === kind)
    const most = (of: 'wall' | 'cpu' | 'memory'): Row =>
      own.reduce((worst, row) => (row.taken[of] > worst.taken[of] ? row : worst))
    const counts = new Map<string, number>()
    for (const { taken } of own) counts.set(taken.code, (counts.get(taken.code) ?? 0) + 1)
    const codes = [...counts].map(([code, count]) => `${code} ${count}`).join(', ')
    const [cpu, memory] = [most('cpu'), most('memory')]
    return `| ${[
      kind ?? 'all',
      own.length,
      codes,
      `${(cpu.taken.cpu / 1000).toFixed(1)} s CPU, ${(most('wall').taken.wall / 1000).toFixed(1)} s (${basename(cpu.path)})`,
      `${memory.taken.memory.toFixed(0)} MB (${basename(memory.path)})`,
    ].join(' | ')} |`
  })
  const head = `| ${title} | files | codes | slowest | most memory |\n| --- | --- | --- | --- | --- |\n`
  return harmless(`${head}${lines.join('\n')}\n`)
}
