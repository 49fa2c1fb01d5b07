/** Bytes as people read them. */

const trimmed = (value: number, digits: number): string => String(Number(value.toFixed(digits)))

/** Decimal units, as portals and file managers state their limits: 1.9 MB, 200 KB. */
export function shownBytes(bytes: number): string {
  if (bytes >= 1_000_000) return `${trimmed(bytes / 1_000_000, 1)} MB`
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} KB` : `${bytes} B`
}

/** Limits are round in one of the two ways of counting; the rounder one is what the portal says. */
export function shownLimit(bytes: number): string {
  const unit = unitOf(bytes)
  if (bytes >= unit * unit) return `${trimmed(bytes / (unit * unit), 1)} MB`
  return bytes >= unit ? `${Math.round(bytes / unit)} KB` : `${bytes} B`
}

/** A size that is on the wrong side of a limit, counted as the limit is and so finely that this is seen. */
export function shownBeside(bytes: number, limit: number): string {
  const unit = unitOf(limit)
  const [scale, name] = limit >= unit * unit ? [unit * unit, 'MB'] : limit >= unit ? [unit, 'KB'] : [1, 'B']
  const digits = [0, 1, 2, 3].find((count) => trimmed(bytes / scale, count) !== trimmed(limit / scale, count))
  return `${trimmed(bytes / scale, digits ?? 3)} ${name}`
}

/** 1024 where a limit is round in it, else 1000. */
const unitOf = (limit: number): number => (limit % 1024 === 0 ? 1024 : 1000)
