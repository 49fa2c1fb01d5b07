/**
 * The latest safe submit date: found by asking the checklist itself on later days, so that no term of any rule
 * stands here. Only the days on which some rule changes its answer are asked in full.
 */
import type { Checklist, Finding } from './answers.ts'
import { isInForce } from './apply.ts'
import { type Rules, shippedRules } from './catalog.ts'
import { checklist } from './checklist.ts'
import { type Condition, evaluate, type Test, testsIn } from './condition.ts'
import { nextDay } from './dates.ts'
import type { Deadline, SafeWindow } from './deadline-schema.ts'
import { everywhere } from './fact.ts'
import { readFact, type Setting, scopes } from './facts.ts'
import { papersOf } from './papers.ts'
import type { Rule } from './rule.ts'
import type { Filing, IsoDate } from './schema.ts'
import { settingsOf } from './settings.ts'

/** Days looked ahead, two years: what ends later is no matter of this submission. */
export const horizonDays = 731

/**
 * The last day on which no blocker or warning appears that is not there on `on`; what appears on the day after it
 * first; and every such window within the horizon. A problem that stands today is no window: it is found already.
 * Pure, and never throws on a parsed filing.
 */
export function latestSafeSubmit(filing: Filing, on: IsoDate, rules: Rules = shippedRules): Deadline {
  const today = checklist(filing, on, rules)
  const told = new Set(pressing(today).map(keyOf))
  const windows: SafeWindow[] = []
  for (const { last, day } of changeDays(filing, today, rules)) {
    for (const finding of pressing(checklist(filing, day, rules))) {
      if (told.has(keyOf(finding))) continue
      told.add(keyOf(finding))
      windows.push({ date: last, finding })
    }
  }
  return { date: windows[0]?.date ?? null, first: windows[0]?.finding ?? null, windows }
}

function pressing({ findings }: Checklist): Finding[] {
  return findings.filter(({ severity }) => severity !== 'note')
}

/** The same problem at the same place, whichever rule tells it; one that grows more severe is a new one. */
function keyOf({ code, at, severity }: Finding): string {
  return `${code} ${at} ${severity}`
}

/** The day that facts are told when they ask for it. */
interface Clock {
  day: IsoDate
  asked: boolean
}

/** A fact that looks at the day, at one place, with every test that a rule there makes of it. */
interface Watch {
  setting: Setting
  fact: string
  tests: Map<string, Test>
}

/** What can make a rule answer otherwise on another day: facts that look at it, and the rule's own first and last day. */
interface Watched {
  watches: readonly Watch[]
  spans: readonly AnyRule[]
}

/** Every day within the horizon on which a rule may answer otherwise than on the day before. */
function* changeDays(filing: Filing, today: Checklist, rules: Rules): Generator<{ last: IsoDate; day: IsoDate }> {
  const clock: Clock = { day: today.asOf, asked: false }
  const watched = watchedOf(filing, today, clock, rules)
  let answers = answersOn(watched, clock)
  for (let step = 0; step < horizonDays; step += 1) {
    const last = clock.day
    clock.day = nextDay(last)
    const next = answersOn(watched, clock)
    if (next !== answers) yield { last, day: clock.day }
    answers = next
  }
}

function watchedOf(filing: Filing, { items }: Checklist, clock: Clock, rules: Rules): Watched {
  const places = settingsOf(filing, clock.day, rules.tables)
  tellByClock(places.filing, clock)
  const settings = { ...places, paper: places.filing.flatMap((whole) => papersOf(whole, items)) }
  const all = rulesFor(filing, rules)
  const watchers = scopes.flatMap((scope) =>
    settings[scope].map((setting) => {
      const watcher = new Watcher(setting, clock)
      for (const rule of all)
        if (rule.scope === scope) for (const condition of rule.conditions) watcher.watch(condition)
      return watcher
    }),
  )
  return { watches: watchers.flatMap(({ watches }) => [...watches.values()]), spans: all.filter(hasSpan) }
}

interface AnyRule extends Pick<Rule, 'scope' | 'from' | 'until'> {
  conditions: readonly Condition[]
}

/** The general rules, those of the filing's province, and those of the whole country. */
function rulesFor({ province }: Filing, { rules, provinces }: Rules): AnyRule[] {
  const facts = [province ?? '', everywhere].flatMap((code) => provinces.get(code)?.rules ?? [])
  return [
    ...rules.map((rule) => ({ ...spanOf(rule), conditions: [rule.when] })),
    ...facts.map((rule) => ({ ...spanOf(rule), conditions: [rule.when, rule.applies] })),
  ]
}

function spanOf({ scope, from, until }: Rule): Omit<AnyRule, 'conditions'> {
  return { scope, ...(from && { from }), ...(until && { until }) }
}

function hasSpan({ from, until }: AnyRule): boolean {
  return from !== undefined || until !== undefined
}

/** All places of a filing share one scope; from now on its day is the clock's. */
function tellByClock(filings: readonly Setting[], clock: Clock): void {
  for (const { filing } of filings) {
    Object.defineProperty(filing, 'on', {
      get: () => {
        clock.asked = true
        return clock.day
      },
    })
  }
}

/** Finds out which facts of one place look at the day, and what is tested of them. */
class Watcher {
  readonly watches = new Map<string, Watch>()
  private readonly timed = new Map<string, boolean>()
  private readonly setting: Setting
  private readonly clock: Clock

  constructor(setting: Setting, clock: Clock) {
    this.setting = setting
    this.clock = clock
  }

  /**
   * Keeps all tests of the day of a condition that came to depend on it. One that is settled before it gets there
   * is settled on every day.
   */
  watch(condition: Condition): void {
    let depends = false
    evaluate(condition, (name) => {
      depends ||= this.isTimed(name)
      return readFact(this.setting, name)
    })
    if (depends) for (const test of testsIn(condition)) this.keep(test)
  }

  private keep(test: Test): void {
    if (!this.isTimed(test.fact)) return
    const watch = this.watches.get(test.fact) ?? { setting: this.setting, fact: test.fact, tests: new Map() }
    this.watches.set(test.fact, watch)
    watch.tests.set(JSON.stringify(test), test)
  }

  private isTimed(name: string): boolean {
    const known = this.timed.get(name)
    if (known !== undefined) return known
    forget(this.setting, name)
    this.clock.asked = false
    readFact(this.setting, name)
    this.timed.set(name, this.clock.asked)
    return this.clock.asked
  }
}

function forget({ read, readOfFiling }: Setting, name: string): void {
  read.delete(name)
  readOfFiling.delete(name)
}

/** The answers of all that is watched on the clock's day, as one text. */
function answersOn({ watches, spans }: Watched, { day }: Clock): string {
  let answers = ''
  for (const { setting, fact, tests } of watches) {
    forget(setting, fact)
    const reading = readFact(setting, fact)
    for (const test of tests.values()) answers += letters[`${evaluate(test, () => reading).truth}`]
  }
  for (const rule of spans) answers += isInForce(rule, day) ? 'y' : '-'
  return answers
}

const letters = { true: 'y', false: '-', unknown: '?' }
