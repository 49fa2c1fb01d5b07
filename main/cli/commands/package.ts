import { dirname } from 'node:path'
import { readFilingFile } from '../../engine/filing-file.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { asTask, call } from '../engine.ts'
import { hasBlocker } from '../text/findings.ts'
import { packageText } from '../text/package.ts'
import { sayIn } from '../text/say.ts'

export async function makePackage(asked: Asked, file: string, outWord: string): Promise<Outcome> {
  const path = fromTyped(file)
  const filing = await readFilingFile(path)
  const input = { filing, base: dirname(path), out: fromTyped(outWord), on: asked.on, language: asked.language }
  const done = await asTask((task) => call('file/package', { task, ...input }))
  return {
    json: done,
    text: async () => packageText(done, await call('catalog/get', {}), sayIn(asked.language)),
    blocked: hasBlocker(done.findings) || done.missing.some(({ need }) => need === 'required'),
  }
}
