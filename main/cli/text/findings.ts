/** Findings and their sources for a person: what is wrong, why, where, how to put it right, who says so. */
import type { Output } from '../../../preload/contract.ts'
import type { Finding, Reason, SourceRef } from '../../../rules/answers.ts'
import { type Say, section } from './say.ts'

export type Catalog = Output<'catalog/get'>

export function findingsSection(findings: readonly Finding[], catalog: Catalog, say: Say): string[] {
  const title = say('检查结果', 'Findings')
  if (findings.length === 0) return ['', `■ ${title}${say('：没有发现问题', ': none')}`]
  return section(
    `${title}${say('：', ': ')}${countText(findings, say)}`,
    findings.flatMap((finding) => findingLines(finding, catalog, say)),
  )
}

export function findingLines(finding: Finding, catalog: Catalog, say: Say): string[] {
  return [
    `${finding.overruled ? say('[仍要使用]', '[used anyway]') : severityText(finding, say)} ${say(finding)}  (${finding.code})`,
    ...(finding.at ? [`   ${say('位置：', 'at: ')}${finding.at}`] : []),
    ...decisionLines(finding, say),
    ...sourceLines(finding.sources, catalog, say, '   '),
    ...asideLines(finding, catalog, say),
  ]
}

/** How to put it right, or why it is left be. */
function decisionLines({ fix, overruled }: Finding, say: Say): string[] {
  if (!overruled) return [`   ${say('怎么改：', 'fix: ')}${say(fix)}`]
  return [`   ${say('理由：', 'reason: ')}${overruled.reason}${overruled.by ? ` (${overruled.by})` : ''}`]
}

/** That the sources are old, and what other sources say that do not decide. */
export function asideLines(
  { verify, earlier }: { verify: boolean; earlier: readonly Reason[] },
  catalog: Catalog,
  say: Say,
): string[] {
  const old = say('资料已较旧，请向接入商确认', 'This material is rather old; verify with the access provider')
  return [
    ...(verify ? [`   ${old}`] : []),
    ...earlier.flatMap((reason) => [
      `   ${say('其他说法（不按它判断）：', 'said otherwise (not followed): ')}${say(reason)}`,
      ...sourceLines(reason.sources, catalog, say, '     '),
    ]),
  ]
}

export function sourceLines(sources: readonly SourceRef[], catalog: Catalog, say: Say, indent: string): string[] {
  return sources.map((source) => {
    const known = catalog.sources[source.id]?.title
    const title = known ? say(known) : source.id
    const place = source.place ? say(`，${source.place}`, `, ${source.place}`) : ''
    return `${indent}${say('依据：', 'source: ')}${title}${place} (${source.vintage})`
  })
}

function severityText({ severity }: Finding, say: Say): string {
  const texts = {
    blocker: say('[会被驳回]', '[refused]'),
    warning: say('[注意]', '[warning]'),
    note: say('[提示]', '[note]'),
  }
  return texts[severity]
}

function countText(findings: readonly Finding[], say: Say): string {
  const blockers = findings.filter(({ severity }) => severity === 'blocker').length
  const others = findings.length - blockers
  return say(`${blockers} 项会被驳回，${others} 项提醒`, `${blockers} would be refused, ${others} to note`)
}

export function hasBlocker(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'blocker')
}
