/**
 * The hostile corpus through the real command line: nothing kills it, each file gets its code, no file is read or
 * written that was not named, and memory stays below 1 GiB. `npm run measure -- --hostile` tells how long each takes.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { type Corpus, writeCorpus } from '../fixtures/hostile/index.ts'
import { ended, start, workFolder, writeJson } from './cli.ts'

const codes = JSON.parse(readFileSync(new URL('../fixtures/hostile/codes.json', import.meta.url), 'utf8')) as Record<
  string,
  string
>
/** A command that takes longer hangs, on any machine. Milliseconds. */
const hang = 1_500_000
const mostMemory = 1024
const old = new Date('2001-01-01')

let cwd: string
let corpus: Corpus
let before: string[]

beforeAll(async () => {
  cwd = await workFolder('hostile')
  corpus = await writeCorpus(cwd)
  before = await everything()
}, hang)

/** Names and contents of all that lies in the folder; what a decoder writes or changes shows here. */
async function everything(): Promise<string[]> {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !/filing-\d+\.json$|package/.test(join(entry.parentPath, entry.name)))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const isPlain = entry.isFile() && existsSync(path)
      return `${path} ${isPlain ? createHash('sha256').update(readFileSync(path)).digest('hex') : ''}`
    })
    .sort()
}

/** The command, and the most memory that the kernel saw it use, in megabytes. */
async function watched(words: readonly string[]) {
  const child = start(words, { cwd })
  let memory = 0
  const looking = setInterval(() => {
    memory = Math.max(memory, peakOf(child.pid))
  }, 100)
  const kill = setTimeout(() => child.kill('SIGKILL'), hang)
  const end = await ended(child)
  clearInterval(looking)
  clearTimeout(kill)
  return { ...end, memory }
}

function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

const canaries = (): string[] => [
  join(corpus.canaries, 'canary.png'),
  join(corpus.canaries, 'canary.txt'),
  join(cwd, 'files/canary.png'),
]

/** Last read long ago, and written later: the next reading is noted by every file system that notes any. */
function age(path: string): void {
  utimesSync(path, old, new Date('2002-01-01'))
}

const wasRead = (path: string): boolean => statSync(path).atime.getTime() !== old.getTime()

/** The command, and then: no canary was read (where the file system tells), and nothing lies there that did not before. */
async function untouched(words: readonly string[]) {
  const control = join(cwd, 'package-control')
  writeFileSync(control, 'read by the test itself')
  for (const path of [control, ...canaries()]) age(path)
  const end = await watched(words)
  const read = canaries().filter(wasRead)
  readFileSync(control)
  if (wasRead(control)) expect(read).toEqual([])
  expect(await everything()).toEqual(before)
  return end
}

test(
  'every file gets its code from inspect, and nothing else is read or written',
  async () => {
    const paths = corpus.files.map(({ path }) => path)
    const { code, stdout, stderr, memory } = await untouched([
      'inspect',
      '--json',
      '--keep-going',
      // Reading sees nothing but pixels that were decoded before.
      '--no-read',
      '--',
      ...paths,
      corpus.whole,
    ])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const answers = JSON.parse(stdout) as { file: string; failure?: { code: string } }[]
    const found: Record<string, string> = {}
    for (const { file, failure } of answers) {
      if (!file.startsWith(corpus.whole)) found[basename(file)] = failure?.code ?? 'accepted'
    }
    expect(found).toEqual(codes)
    expect(Object.keys(codes).length).toBeGreaterThan(300)
    const whole = answers.filter(({ file }) => file.startsWith(corpus.whole))
    expect(
      whole
        .filter(({ failure }) => !failure)
        .map(({ file }) => basename(file))
        .sort(),
    ).toEqual(['also-sound.png', 'sound.jpg'])
    expect(whole.filter(({ failure }) => failure).map(({ failure }) => failure?.code)).toEqual(
      Array.from({ length: whole.length - 2 }, () => 'file.left-out'),
    )
    expect(memory).toBeLessThan(mostMemory)
  },
  hang,
)

test(
  'as a material of a package, each refused file stops its own package only',
  async () => {
    // One of each kind and code: the files are read by the same door as above.
    const sample = new Map<string, string>()
    for (const { kind, path } of corpus.files) {
      const code = codes[basename(path)] ?? ''
      if (code !== 'image.decoder-stopped') sample.set(`${kind} ${code}`, path)
    }
    const files = [...sample].map(([, path], at) => ({ path, filing: `filing-${at}.json` }))
    for (const { path, filing } of files) {
      const materials = { 'subject-responsible-id': [path] }
      await writeJson(join(cwd, filing), { format: 'beiqi-filing/1', subject: { nature: 'individual' }, materials })
    }
    const words = ['package', ...files.map(({ filing }) => filing), '--out', 'packages', '--no-read', '--json']
    const { code, stdout, stderr, memory } = await untouched(words)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    const { packages } = JSON.parse(stdout) as { packages: { failure: { code: string } | null }[] }
    expect(packages.map(({ failure }, at) => [files[at]?.path, failure?.code ?? 'accepted'])).toEqual(
      files.map(({ path }) => [path, codes[basename(path)]]),
    )
    expect(memory).toBeLessThan(2 * mostMemory)
  },
  hang,
)
