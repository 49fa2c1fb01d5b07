/** Bytes as people read them. */

interface Scale {
  /** Bytes. */
  unit: number
  name: 'B' | 'KB' | 'MB'
  digits: number
}

/** Decimal units, as portals and file managers state their limits: 1.9 MB, 200 KB. */
export function shownBytes(bytes: number): string {
  return shown(bytes, scaleOf(bytes, 1000))
}

/** Limits are round in one of the two ways of counting; the rounder one is what the portal says. */
export function shownLimit(bytes: number): string {
  return shown(bytes, scaleOfLimit(bytes))
}

/**
 * A size that is on the wrong side of a limit, counted as the limit is and so finely that this is seen; in a smaller
 * unit where it has none of the limit's.
 */
export function shownBeside(bytes: number, limit: number): string {
  const scale = scaleOf(Math.min(bytes, limit), thousandOf(limit))
  const finer = [0, 1, 2, 3].map((digits) => ({ ...scale, digits }))
  return shown(bytes, finer.find((one) => shown(bytes, one) !== shown(limit, one)) ?? { ...scale, digits: 3 })
}

function shown(bytes: number, { unit, name, digits }: Scale): string {
  return `${Number((bytes / unit).toFixed(digits))} ${name}`
}

function scaleOfLimit(limit: number): Scale {
  return scaleOf(limit, thousandOf(limit))
}

function thousandOf(limit: number): 1000 | 1024 {
  return limit % 1024 === 0 ? 1024 : 1000
}

function scaleOf(bytes: number, thousand: 1000 | 1024): Scale {
  if (bytes >= thousand * thousand) return { unit: thousand * thousand, name: 'MB', digits: 1 }
  return bytes >= thousand ? { unit: thousand, name: 'KB', digits: 0 } : { unit: 1, name: 'B', digits: 0 }
}
