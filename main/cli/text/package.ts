/** What is in a package, what is missing and what would be refused, for a person. */

import type { Language } from '../../../preload/client-views.ts'
import { failureText } from '../../../preload/failures.ts'
import type { BatchResult, PackageResult } from '../../../preload/views.ts'
import { needs } from '../../../rules/answers.ts'
import { shownBytes } from '../../../rules/bytes.ts'
import { openIn } from '../../../rules/package-open.ts'
import { type Catalog, findingsSection } from './findings.ts'
import { placeText, type Say, sayIn, section } from './say.ts'

type PackageFile = PackageResult['files'][number]
type Missing = PackageResult['missing'][number]

export function packageText(done: PackageResult, catalog: Catalog, say: Say): string {
  return [
    say(`材料包已写到 ${done.out}`, `The package is in ${done.out}`),
    ...section(
      say(`文件（${done.files.length}）`, `Files (${done.files.length})`),
      done.files.map((file) => fileLine(file, say)),
    ),
    ...needs.flatMap((need) => missingSection(need, done.missing, say)),
    ...findingsSection(done.findings, catalog, say),
  ].join('\n')
}

/** A line for each filing: what it holds, or why it was not made. */
export function batchText({ out, packages }: BatchResult, language: Language): string {
  const say = sayIn(language)
  const made = packages.filter(({ result }) => result !== null)
  const lines = packages.map(({ name, result, failure }) =>
    result ? `✓ ${name}  ${stateText(result, say)}` : `✗ ${name}  ${failure ? failureText(failure, language) : ''}`,
  )
  const head = say(
    `${packages.length} 份中的 ${made.length} 份已写到 ${out}`,
    `${made.length} of ${packages.length} are in ${out}`,
  )
  return [head, ...lines].join('\n')
}

function stateText(result: PackageResult, say: Say): string {
  const { missing, refused } = openIn(result)
  return [
    say(`${result.files.length} 个文件`, `${result.files.length} files`),
    ...(missing.length > 0 ? [say(`还缺 ${missing.length} 项`, `${missing.length} missing`)] : []),
    ...(refused.length > 0 ? [say(`${refused.length} 处会被驳回`, `${refused.length} would be refused`)] : []),
  ].join(say('，', ', '))
}

function fileLine({ name, bytes, width, height, from }: PackageFile, say: Say): string {
  const size = width && height ? `${width}×${height}${say('，', ', ')}` : ''
  const sources = from.length > 0 ? `  ← ${from.join(' + ')}` : ''
  return `- ${name}  (${size}${shownBytes(bytes)})${sources}`
}

function missingSection(need: string, missing: readonly Missing[], say: Say): string[] {
  const titles: Record<string, string> = {
    required: say('还缺，必须补齐', 'Missing and required'),
    later: say('稍后需要，现在还没有', 'Needed later, not there yet'),
    optional: say('可选，没有放入', 'Optional, not included'),
    unknown: say('资料不全，可能需要', 'Perhaps needed: facts are missing'),
  }
  return section(
    titles[need] ?? need,
    missing.filter((each) => each.need === need).map((each) => `- ${say(each.title)} [${placeText(each.for, say)}]`),
  )
}
