/** Bytes and pixels as people read them. Pure. */
import type { ImageWindow } from '../../rules/answers.ts'

/** Decimal units, as portals and file managers state their limits: 1,9 MB, 200 KB. */
export function shownBytes(bytes: number): string {
  if (bytes >= 1_000_000) return `${trimmed(bytes / 1_000_000)} MB`
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} KB` : `${bytes} B`
}

const trimmed = (value: number): string => String(Number(value.toFixed(1)))

/** The limits of a slot; null where there is no lower one. */
export function shownWindow(window: ImageWindow): { min: string | null; max: string } {
  return { min: window.minBytes > 0 ? shownLimit(window.minBytes) : null, max: shownLimit(window.maxBytes) }
}

/** Limits are round in one of the two ways of counting; the rounder one is what the portal says. */
export function shownLimit(bytes: number): string {
  const binary = bytes % 1024 === 0
  const unit = binary ? 1024 : 1000
  if (bytes >= unit * unit) return `${trimmed(bytes / (unit * unit))} MB`
  return `${Math.round(bytes / unit)} KB`
}
