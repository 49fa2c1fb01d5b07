import { readFilingFile } from '../../engine/filing-file.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { call } from '../engine.ts'
import { checklistText } from '../text/checklist.ts'
import { hasBlocker } from '../text/findings.ts'
import { sayIn } from '../text/say.ts'

export async function checklist(asked: Asked, file: string): Promise<Outcome> {
  const filing = await readFilingFile(fromTyped(file))
  const list = await call('file/checklist', { filing, on: asked.on })
  return {
    json: list,
    text: async () => checklistText(list, await call('catalog/get', {}), sayIn(asked.language)),
    blocked: hasBlocker(list.findings),
  }
}
