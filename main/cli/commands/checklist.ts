import { Filing, IsoDate } from '../../../rules/schema.ts'
import { Failure } from '../../engine/failure.ts'
import { readFilingFile } from '../../engine/filings/filing-file.ts'
import { expectationOf } from '../../engine/filings/filing-file-issue.ts'
import type { Changes } from '../arguments.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { call } from '../engine.ts'
import { checklistText } from '../text/checklist.ts'
import { diffText } from '../text/diff.ts'
import { hasBlocker } from '../text/findings.ts'
import { sayIn } from '../text/say.ts'

export async function checklist(asked: Asked, file: string, changes: Changes | null): Promise<Outcome> {
  const filing = await readFilingFile(fromTyped(file))
  if (changes) return whatIf(asked, filing, changes)
  const list = await call('file/checklist', { filing, on: asked.on })
  return {
    json: list,
    text: async () => checklistText(list, await call('catalog/get', {}), sayIn(asked.language)),
    blocked: hasBlocker(list.findings),
  }
}

const WhatIf = Filing.pick({ province: true, provider: true, filingType: true, paperForm: true }).extend({
  on: IsoDate.optional(),
})

async function whatIf(asked: Asked, filing: Filing, changes: Changes): Promise<Outcome> {
  const parsed = WhatIf.safeParse(changes)
  if (!parsed.success) {
    throw new Failure('input.invalid', { file: '--diff', ...expectationOf(WhatIf, changes, parsed.error.issues) })
  }
  const diff = await call('file/checklist-diff', { filing, on: asked.on, change: parsed.data })
  return { json: diff, text: () => diffText(diff, sayIn(asked.language)) }
}
