/** What was read of all scenes of a set, as a table. */
import type { ReadFieldName } from '../../../rules/reading/schema.ts'
import { isExact, type Read } from './read.ts'

const share = (count: number, of: number): string =>
  of === 0 ? 'none' : `${((count * 100) / of).toFixed(1)} % (${count}/${of})`
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

function row(set: string, all: readonly Read[]): string[] {
  const told = all.filter(({ upright }) => upright !== null)
  const known = all.filter(({ reading }) => reading?.document)
  const having = (...fields: ReadFieldName[]) =>
    all.flatMap((read) => fields.filter((field) => read.scene.truth.facts[field]).map((field) => ({ read, field })))
  const exact = (...fields: ReadFieldName[]) => {
    const all = having(...fields)
    return share(all.filter(({ read, field }) => isExact(read, field)).length, all.length)
  }
  const confirmed = all.flatMap(({ reading, scene }) =>
    (reading?.fields ?? []).filter(({ standing }) => standing === 'confirmed').map((field) => ({ ...field, scene })),
  )
  const isFalse = confirmed.filter(({ field, value, scene }) => scene.truth.facts[field] !== value)
  const checked = having('number').filter(({ read }) =>
    /^(resident|residence|business)/.test(read.scene.truth.document),
  )
  const caught = all.filter((read) => read.caught).length
  const alarms = all.filter((read) => read.alarmed).length
  const contradictions = sum(all.map(({ contradicted }) => contradicted.of))
  const disputes = sum(all.map(({ contradicted }) => contradicted.caught))
  const falselyDisputed = sum(all.map(({ disputed }) => disputed))
  return [
    set,
    String(all.length),
    share(told.filter(({ upright }) => upright).length, told.length),
    share(told.length, all.length),
    share(all.filter(({ reading, scene }) => reading?.document === scene.truth.document).length, all.length),
    share(known.filter(({ reading, scene }) => reading?.document === scene.truth.document).length, known.length),
    `${share(caught, all.length)} / ${share(caught, caught + alarms)}`,
    share(confirmed.filter(({ field }) => field === 'number').length - isFalse.length, checked.length),
    String(isFalse.length),
    `${share(disputes, contradictions)} / ${share(disputes, disputes + falselyDisputed)}`,
    exact('name', 'legalRepresentative', 'registrant'),
    exact('birthDate', 'validFrom', 'validUntil', 'expires', 'established'),
    `${middle(all.map(({ milliseconds }) => milliseconds)).toFixed(0)} ms`,
  ]
}

export function tableOf(sets: ReadonlyMap<string, readonly Read[]>): string {
  const head = [
    'set',
    'scenes',
    'upright, where told',
    'told',
    'document',
    'document, where named',
    'wrong kind: recall / precision',
    'numbers confirmed',
    'falsely confirmed',
    'another fact: recall / precision',
    'names exact',
    'days exact',
    'CPU',
  ]
  const rows = [...sets].map(([set, all]) => row(set, all))
  return `${[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`
}
