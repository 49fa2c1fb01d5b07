/** The checklist with its latest safe submit date, and what another province, provider or day would change. */
import type { Checked } from '../../../preload/contract.ts'
import type { Rules } from '../../../rules/catalog.ts'
import { checklist } from '../../../rules/checklist.ts'
import { type ChecklistDiff, checklistDiff } from '../../../rules/diff.ts'
import type { Filing, IsoDate } from '../../../rules/schema.ts'
import { Failure } from '../failure.ts'

type WhatIf = Checked<'file/checklist-diff'>['change']

/** Fails with `provider.unknown`: a mistyped name must not look like a provider that changes nothing. */
export function whatIf(filing: Filing, on: IsoDate, { on: day, ...facts }: WhatIf, rules: Rules): ChecklistDiff {
  requireProvider(facts.provider ?? null, rules)
  return checklistDiff(checklist(filing, on, rules), checklist({ ...filing, ...facts }, day ?? on, rules))
}

export function requireProvider(provider: string | null, { catalog }: Rules): void {
  const known = catalog.providers.map(({ id }) => id)
  if (provider !== null && !known.includes(provider)) {
    throw new Failure('provider.unknown', { provider, known: known.join(', ') })
  }
}
