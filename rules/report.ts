/** An account of all facts that were taken in: evaluated, passed on, or left out and why. */
import type { Rules } from './catalog.ts'
import type { Text } from './schema.ts'

interface Counts {
  total: number
  /** Evaluated by the program. */
  checked: number
  /** Passed on as advice: needs no program. */
  advice: number
  leftOut: number
}

export interface FactReport {
  total: number
  checked: number
  advice: number
  leftOut: { fact: string; why: Text }[]
  /** Advice that reads like a condition, and why it can only be passed on. */
  onlyPassedOn: { fact: string; why: Text }[]
  /** Published reasons for rejection, how many of them a finding warns of, and what no program sees. */
  rejections: { total: number; checked: number; unseen: (Text & { why: Text })[] }
  /** By province; "00" holds everywhere. */
  byProvince: ({ code: string; title: Text } & Counts)[]
}

function rejectionReport({ tables: { rejections } }: Rules): FactReport['rejections'] {
  return {
    total: rejections.length,
    checked: rejections.filter(({ checks }) => checks.length > 0).length,
    unseen: rejections.flatMap(({ zh, en, unseen }) => (unseen ? [{ zh, en, why: unseen }] : [])),
  }
}

/** Every fact is counted once, so that none is dropped in silence. */
export function factReport(rules: Rules): FactReport {
  const provinces = [...rules.provinces.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  const byProvince = provinces.map(({ code, title, records }) => {
    const count = (status: string) => records.filter((record) => record.status === status).length
    return {
      code,
      title,
      total: records.length,
      checked: count('checked'),
      advice: count('advice'),
      leftOut: count('left-out'),
    }
  })
  const sum = (key: keyof Counts) => byProvince.reduce((total, counts) => total + counts[key], 0)
  const withWhy = (wanted: string) =>
    provinces.flatMap(({ records }) =>
      records.flatMap(({ fact, status, why }) => (status === wanted && why ? [{ fact, why }] : [])),
    )
  return {
    total: sum('total'),
    checked: sum('checked'),
    advice: sum('advice'),
    leftOut: withWhy('left-out'),
    onlyPassedOn: withWhy('advice'),
    rejections: rejectionReport(rules),
    byProvince,
  }
}
