/** A day before anything was written down: the rules answer as their oldest source does, and say so. */
import type { Finding } from './answers.ts'
import type { Rules } from './catalog.ts'
import type { IsoDate } from './schema.ts'

/** The year in which the oldest dated source begins. */
function oldestYear({ tables }: Rules): string {
  const years = Object.values(tables.sources).flatMap(({ vintage }) => /^\d{4}/.exec(vintage)?.[0] ?? [])
  return years.reduce((oldest, year) => (year < oldest ? year : oldest), '9999')
}

export function earlyDay(on: IsoDate, rules: Rules): Finding[] {
  const year = oldestYear(rules)
  if (on.slice(0, 4) >= year) return []
  return [
    {
      code: 'rules.before-sources',
      severity: 'warning',
      at: '',
      zh: `${on} 早于全部资料（最早的出自 ${year} 年）。这份清单是后来的规定，不是那一天的。`,
      en: `${on} is before every source (the oldest is of ${year}). This list is what held later, not on that day.`,
      fix: { zh: '换一个更晚的日期。', en: 'Choose a later day.' },
      rule: 'rules.before-sources',
      sources: [],
      earlier: [],
      verify: false,
    },
  ]
}
