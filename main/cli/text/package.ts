/** What is in a package, what is missing and what would be refused, for a person. */
import type { PackageResult } from '../../../preload/views.ts'
import { needs } from '../../../rules/answers.ts'
import { type Catalog, findingsSection } from './findings.ts'
import { bytesText, placeText, type Say, section } from './say.ts'

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

function fileLine({ name, bytes, width, height, from }: PackageFile, say: Say): string {
  const size = width && height ? `${width}×${height}${say('，', ', ')}` : ''
  const sources = from.length > 0 ? `  ← ${from.join(' + ')}` : ''
  return `- ${name}  (${size}${bytesText(bytes)})${sources}`
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
