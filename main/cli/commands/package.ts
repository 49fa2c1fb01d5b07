import { dirname } from 'node:path'
import type { PackageResult } from '../../../preload/views.ts'
import { openIn } from '../../../rules/package-open.ts'
import { Failure } from '../../engine/failure.ts'
import { readFilingFile } from '../../engine/filings/filing-file.ts'
import { type Asked, fromTyped, type Outcome } from '../asked.ts'
import { type LibraryOptions, libraryFolder } from '../blank-words.ts'
import { asTask, call } from '../engine.ts'
import { batchText, packageText } from '../text/package.ts'
import { sayIn } from '../text/say.ts'

export interface PackageOptions extends LibraryOptions {
  out: string
  /** Pictures are read, and what stands on them is judged. */
  read: boolean
}

/** One filing into `--out` itself, several each into a folder of its own inside it. */
export async function makePackage(asked: Asked, files: readonly string[], options: PackageOptions): Promise<Outcome> {
  const [path = '', ...more] = files.map(fromTyped)
  return more.length > 0 ? makeSeveral(asked, [path, ...more], options) : makeOne(asked, path, options)
}

async function makeOne(asked: Asked, path: string, options: PackageOptions): Promise<Outcome> {
  const { out, read, library = false } = options
  const filing = await readFilingFile(path)
  const input = { filing, base: dirname(path), out: fromTyped(out), library, ...judgedFor(asked, read) }
  const done = await asTask((task) => call('file/package', { task, ...input }, libraryFolder(options)))
  return {
    json: done,
    text: async () => packageText(done, await call('catalog/get', {}), sayIn(asked.language)),
    blocked: isBlocked(done),
  }
}

/** Nothing is written before all filings have been read. */
async function makeSeveral(asked: Asked, paths: readonly string[], options: PackageOptions): Promise<Outcome> {
  const { out, read, library = false } = options
  if (out.toLowerCase().endsWith('.zip')) {
    const detail = {
      zh: `几份备案的 --out 应为文件夹，现在是 ${out}`,
      en: `--out of several filings: expected a folder, found ${out}`,
    }
    throw new Failure('input.usage', { detail })
  }
  const filings = await Promise.all(paths.map(async (file) => ({ file, filing: await readFilingFile(file) })))
  const job = { filings, out: fromTyped(out), library, ...judgedFor(asked, read) }
  const done = await asTask((task) => call('file/package-all', { task, ...job }, libraryFolder(options)))
  return {
    json: done,
    text: () => batchText(done, asked.language),
    blocked: done.packages.some(({ result }) => !result || isBlocked(result)),
  }
}

function judgedFor({ on, language }: Asked, read: boolean) {
  return { on, language, read }
}

function isBlocked(result: PackageResult): boolean {
  const { missing, refused } = openIn(result)
  return missing.length + refused.length > 0
}
