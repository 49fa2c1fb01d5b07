/**
 * `npm run measure -- --signed [--scenes N] [--set development|held-out] [--failures] [--json]`: how well the check of
 * signed papers tells what is wrong, in all and by fault, on drawn papers whose faults are known. Drawn once (one to five
 * seconds each) and kept in tests/.results. `--failures` lists what was missed and what was found wrongly, of development
 * seeds only.
 */
import { verifySigned } from '../../../main/engine/papers/signed.ts'
import { shippedRules } from '../../../rules/catalog.ts'
import { type SetName, seedsOf } from '../scenes/sets.ts'
import { on } from './draw.ts'
import type { SignedPlan } from './plan.ts'
import { storedSigned } from './stored.ts'

export interface Checked {
  plan: SignedPlan
  expected: string[]
  found: string[]
  milliseconds: number
}

/** Said of every paper of its kind: no fault that was drawn. */
const always = ['signed.preparation-sheet']

export async function checkSigned(seed: number): Promise<Checked> {
  const { jpeg, plan, filing, expected } = await storedSigned(seed)
  const before = process.cpuUsage()
  const pictures = [{ name: `${seed}.jpg`, load: async () => jpeg }]
  const job = { form: plan.form, filing, service: 0, on, blank: null, printed: null, dated: null, pictures }
  const context = { rules: shippedRules, damaged: null, signal: new AbortController().signal, step: () => undefined }
  const { pages } = await verifySigned(job, context)
  const { user, system } = process.cpuUsage(before)
  const found = pages
    .flatMap(({ findings }) => findings)
    .filter(({ code }) => !always.includes(code))
    .map(({ code, field }) => (field === null ? code : `${code}@${field}`))
  return { plan, expected, found, milliseconds: (user + system) / 1000 }
}

interface Line {
  set: string
  papers: number
  /** Faults that were drawn, and those of them that were found. */
  faults: number
  recall: number
  /** Findings, and the share of them that was drawn. */
  findings: number
  precision: number
  /** Papers with nothing wrong, and the share of them of which nothing was said. */
  sound: number
  passed: number
  milliseconds: number
}

function lineOf(set: string, all: readonly Checked[]): Line {
  const right = all.reduce((sum, one) => sum + one.expected.filter((code) => one.found.includes(code)).length, 0)
  const [faults, findings] = [all.flatMap(({ expected }) => expected), all.flatMap(({ found }) => found)]
  const sound = all.filter(({ expected }) => expected.length === 0)
  const times = all.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)
  return {
    set,
    papers: all.length,
    faults: faults.length,
    recall: right / Math.max(1, faults.length),
    findings: findings.length,
    precision: right / Math.max(1, findings.length),
    sound: sound.length,
    passed: sound.filter(({ found }) => found.length === 0).length / Math.max(1, sound.length),
    milliseconds: times[times.length >> 1] ?? 0,
  }
}

/** Papers that have this fault: what is found on them beside it counts against the precision of its line. */
function linesByFault(set: string, all: readonly Checked[]): Line[] {
  const faults = [...new Set(all.map(({ plan }) => plan.fault))]
  return faults.map((fault) =>
    lineOf(
      `${set}: ${fault ?? 'sound'}`,
      all.filter(({ plan }) => plan.fault === fault),
    ),
  )
}

function failuresOf(all: readonly Checked[]): string {
  return all
    .flatMap(({ plan, expected, found }) => {
      const missed = expected.filter((code) => !found.includes(code))
      const wrong = found.filter((code) => !expected.includes(code))
      if (missed.length + wrong.length === 0) return []
      const { seed, form, fault, alteration, capture } = plan
      const what = fault === 'altered' ? alteration : (fault ?? 'sound')
      return [
        `${seed} ${form}, ${what}, ${capture}: missed ${missed.join(' ') || '–'}; wrong ${wrong.join(' ') || '–'}\n`,
      ]
    })
    .join('')
}

function table(lines: readonly Line[]): string {
  const percent = (share: number, of: number): string => (of > 0 ? `${(share * 100).toFixed(1)} %` : '–')
  const head = ['set', 'papers', 'faults', 'recall', 'findings', 'precision', 'sound papers', 'passed', 'CPU']
  const rows = lines.map((line) => [
    line.set,
    String(line.papers),
    String(line.faults),
    percent(line.recall, line.faults),
    String(line.findings),
    percent(line.precision, line.findings),
    String(line.sound),
    percent(line.passed, line.sound),
    `${line.milliseconds.toFixed(0)} ms`,
  ])
  return `${[head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`
}

export async function measureSigned(
  sets: readonly SetName[],
  { scenes, failures, json }: { scenes: number; failures: boolean; json: boolean },
): Promise<string> {
  const lines: Line[] = []
  let listed = ''
  for (const set of sets) {
    const all: Checked[] = []
    for (const seed of seedsOf(set, scenes)) all.push(await checkSigned(seed))
    lines.push(lineOf(set, all), ...linesByFault(set, all))
    if (failures && set === 'development') listed += failuresOf(all)
  }
  return listed + (json ? `${JSON.stringify(lines, null, 2)}\n` : table(lines))
}
