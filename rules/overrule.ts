/**
 * A person may use a picture in spite of a finding, with a reason that stays with it: the program can be wrong about
 * pixels. What would surely be refused cannot be overruled.
 */
import type { Finding } from './answers.ts'
import type { Overruled } from './overruled-schema.ts'

/** The findings, each that was overruled with the reason. */
export function withOverruled(findings: readonly Finding[], all: readonly Overruled[]): Finding[] {
  return findings.map((finding) => {
    const overruled = all.find(({ code }) => code === finding.code)
    return overruled && finding.severity !== 'blocker' ? { ...finding, overruled } : finding
  })
}

/**
 * The reasons that still speak of something. After a change, one whose finding is gone is dropped: should the finding
 * come anew, it is of another picture than the one that was looked at, and is asked about again.
 */
export function stillOverruled(findings: readonly Finding[], all: readonly Overruled[]): Overruled[] {
  return all.filter(({ code }) => findings.some((finding) => finding.code === code && finding.severity !== 'blocker'))
}

/** What still has to be dealt with. */
export function isOpen({ overruled }: Finding): boolean {
  return overruled === undefined
}
