/** The age of a source in plain words. Pure. */
import type { Reason, SourceRef } from '../../rules/answers.ts'
import type { Key, Params } from '../text/language.ts'

export interface Said {
  key: Key<'knowledge'>
  params: Params
}

const remark = /\s*\([^)]*\)/g
const month = (date: string): number | null => (date.length > 4 ? Number(date.slice(5, 7)) : null)

/** "2021-08..2023-08" as 2021–2023, "2019-09-12" as September 2019; what it cannot read stays as it is. */
export function saidVintage(vintage: string): Said {
  const text = vintage.replace(remark, '').trim()
  const decade = /^(\d{4})s\b/.exec(text)?.[1]
  if (decade) return { key: 'vintageDecade', params: { year: decade } }
  if (text.startsWith('undated')) return { key: text.includes('online') ? 'vintageOnline' : 'vintageNone', params: {} }
  const [first, last] = text.match(/\d{4}(-\d{2}){0,2}/g) ?? []
  if (!first) return { key: 'vintageRaw', params: { vintage } }
  return last ? saidSpan(first, last) : saidOnce(first, text.includes('or later'))
}

function saidSpan(first: string, last: string): Said {
  const [year, until] = [first.slice(0, 4), last.slice(0, 4)]
  if (year !== until) return { key: 'vintageYears', params: { year, until } }
  const [from, to] = [month(first), month(last)]
  if (from === null || to === null || from === to) return saidOnce(first, false)
  return { key: 'vintageMonths', params: { year, from, until: to } }
}

function saidOnce(date: string, orLater: boolean): Said {
  const [year, of] = [date.slice(0, 4), month(date)]
  if (of === null) return { key: 'vintageYear', params: { year } }
  return { key: orLater ? 'vintageSince' : 'vintageMonth', params: { year, month: of } }
}

/** The last day that the newest of these sources speaks for, as far as it is told; empty when none is. */
function newestOf(sources: readonly SourceRef[]): string {
  const ends = sources.map(
    ({ vintage }) =>
      vintage
        .replace(remark, '')
        .match(/\d{4}(-\d{2}){0,2}/g)
        ?.at(-1) ?? '',
  )
  return ends.toSorted().at(-1) ?? ''
}

/** What does not decide, told apart: older than what decides, or newer and still not followed. */
export function asideOf(earlier: readonly Reason[], deciding: readonly SourceRef[]) {
  const now = newestOf(deciding)
  const isNewer = ({ sources }: Reason) => now !== '' && newestOf(sources) > now
  return { older: earlier.filter((reason) => !isNewer(reason)), newer: earlier.filter(isNewer) }
}
