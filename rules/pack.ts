/** Checking a rule pack: its data as strictly as the shipped one, then every applicant it must get right. */
import type { Checklist } from './answers.ts'
import { loadRules, type Rules } from './catalog.ts'
import { checklist } from './checklist.ts'
import changelogData from './data/changelog.json' with { type: 'json' }
import keyData from './data/pack-keys.json' with { type: 'json' }
import { Changelog, type Expectation, type GoldenCase, PackKeys, type RulePack } from './pack-schema.ts'

/** The project's release keys. */
export const shippedKeys = PackKeys.parse(keyData)
/** What is new in the shipped rules, the newest first. */
export const shippedChangelog = Changelog.parse(changelogData)

/** No data of ours is nested deeper; text that is must not exhaust the stack. */
const deepest = 64

/**
 * The text that is signed: JSON with sorted keys and without blanks, so that the bytes do not depend on who wrote the
 * file (RFC 8785 for values that came out of JSON). Throws `RangeError` on data nested deeper than any pack.
 */
export function packText(value: unknown, depth = 0): string {
  if (depth > deepest) throw new RangeError(`nested deeper than ${deepest}`)
  if (Array.isArray(value)) return `[${value.map((entry) => packText(entry, depth + 1)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, entry]) => `${JSON.stringify(key)}:${packText(entry, depth + 1)}`).join(',')}}`
}

/** Below 0: `a` is the older one. Both are "2026.11.0". */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  const differences = (left ?? []).map((part, index) => part - (right?.[index] ?? 0))
  return differences.find((difference) => difference !== 0) ?? 0
}

/** Where an answer is not the expected one. */
export interface BrokenCase {
  name: string
  list: keyof Expectation
  expected: readonly string[]
  got: readonly string[]
}

export type PackAnswer = { rules: Rules } | { mistake: string } | { broken: BrokenCase }

/** Loads the pack's data and puts every golden applicant to it. The first thing that is wrong refuses the whole. */
export function checkPack(pack: RulePack): PackAnswer {
  try {
    const rules = loadRules(Object.fromEntries(pack.files.map(({ name, data }) => [name, data])))
    if (rules.version !== pack.version) return { mistake: `version.json: ${rules.version}, expected ${pack.version}` }
    const broken = brokenCase(pack.golden, rules)
    return broken ? { broken } : { rules }
  } catch (error) {
    // Data made for another program may break this one in ways that no check foresaw; that too refuses the pack.
    return { mistake: error instanceof Error ? error.message : String(error) }
  }
}

/** The first case that the rules do not answer as expected, or null. */
export function brokenCase(cases: readonly GoldenCase[], rules: Rules): BrokenCase | null {
  for (const { name, filing, on, expect } of cases) {
    const got = answersOf(checklist(filing, on, rules))
    for (const [list, wanted] of Object.entries(expect) as [keyof Expectation, string[]][]) {
      const [expected, found] = [inOrder(wanted), inOrder(got[list])]
      if (expected.join() !== found.join()) return { name, list, expected, got: found }
    }
  }
  return null
}

function inOrder(words: readonly string[]): string[] {
  return [...new Set(words)].sort()
}

/** All that a case can expect, of one checklist. */
export function answersOf({ items, findings, asks }: Checklist): Record<keyof Expectation, string[]> {
  const materials = (need: string) => items.filter((item) => item.need === need).map(({ material }) => material)
  const codes = (severity: string) =>
    findings.filter((finding) => finding.severity === severity).map(({ code }) => code)
  return {
    required: inOrder(materials('required')),
    later: inOrder(materials('later')),
    optional: inOrder(materials('optional')),
    unknown: inOrder(materials('unknown')),
    blockers: inOrder(codes('blocker')),
    warnings: inOrder(codes('warning')),
    notes: inOrder(codes('note')),
    asks: inOrder(asks.map(({ at }) => at)),
  }
}
