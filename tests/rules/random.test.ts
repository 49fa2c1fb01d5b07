/**
 * Filings at random: no gap and no contradiction makes the rules throw, drop a reason, or say for certain what one
 * more fact takes back; and the questions lead to the end, with hardly one too many.
 */
import { expect, test } from 'vitest'
import type { Checklist } from '../../rules/answers.ts'
import { checklist } from '../../rules/checklist.ts'
import { latestSafeSubmit } from '../../rules/deadline.ts'
import { Filing } from '../../rules/schema.ts'
import { slots } from '../../rules/slots.ts'
import { today } from './filings.ts'
import { Dice, put, randomFiling, valueAt, withLess } from './random-filings.ts'

interface Pair {
  seed: number
  whole: Filing
  part: Filing
  of: { whole: Checklist; part: Checklist }
}

/** Pairs that the schema takes; each seed is a test case of its own that can be drawn again. */
function pairs(count: number): Pair[] {
  return Array.from({ length: count }, (_, seed) => {
    const dice = new Dice(seed * 7919)
    const whole = Filing.safeParse(randomFiling(dice))
    const part = Filing.safeParse(whole.success ? withLess(whole.data, dice) : null)
    if (!whole.success || !part.success) return []
    const of = { whole: checklist(whole.data, today), part: checklist(part.data, today) }
    return [{ seed, whole: whole.data, part: part.data, of }]
  }).flat()
}

/** It contradicts itself: something is asked that is written down, or a finding says so. */
function contradicts({ whole, of }: Pair): boolean {
  const codes = /contradiction|mismatch|not-self|ends-before|repeated/
  return (
    of.whole.asks.some(({ at }) => valueAt(whole, at) !== undefined) ||
    [...of.whole.findings, ...of.part.findings].some(({ code }) => codes.test(code))
  )
}

const drawn = pairs(1200)

test('nothing throws, every line has its reason, and what is not certain is asked', () => {
  expect(drawn.length).toBeGreaterThan(1000)
  for (const { seed, part, of } of drawn) {
    const { items, findings, asks } = of.part
    expect(slots(of.part, part).length, `seed ${seed}`).toBeGreaterThan(0)
    if (seed % 60 === 0) latestSafeSubmit(part, today)
    for (const { because } of items) expect(because[0]?.sources.length, `seed ${seed}`).toBeGreaterThan(0)
    for (const { zh, en, fix, sources } of findings) {
      expect(`${zh} ${en} ${fix.zh} ${fix.en}`, `seed ${seed}`).not.toMatch(/[{}]|undefined/)
      expect(sources.length, `seed ${seed}`).toBeGreaterThan(0)
    }
    const open = items.filter(({ need }) => need === 'unknown').length
    if (open > 0) expect(asks.length, `seed ${seed}`).toBeGreaterThan(0)
  }
})

test('what is certain of a part is certain of the whole', () => {
  const lost = drawn
    .filter((pair) => !contradicts(pair))
    .flatMap(({ seed, of: { whole, part } }) => [
      ...part.items
        .filter(({ need }) => need === 'required')
        .filter(({ material, for: owner }) => {
          const same = whole.items.find((item) => item.material === material && item.for === owner)
          return same === undefined || same.need === 'unknown'
        })
        .map(({ material }) => `seed ${seed}: ${material}`),
      ...part.findings
        .filter(({ code }) => !whole.findings.some((finding) => finding.code === code))
        .map(({ code }) => `seed ${seed}: ${code}`),
    ])
  expect(lost).toEqual([])
})

/** What the whole says, written down in a copy of the part at these places. Answers of no use are left. */
function answered({ part, whole }: Pair, places: readonly string[]): Filing | null {
  const next = structuredClone(part)
  for (const at of places) {
    const value = valueAt(whole, at)
    if (value !== undefined && valueAt(next, at) === undefined) put(next, at, value)
  }
  const parsed = Filing.safeParse(next)
  return parsed.success ? parsed.data : null
}

test('answering what is asked, round by round, settles all that the whole filing settles', () => {
  for (const pair of drawn.filter((one) => !contradicts(one))) {
    const allowed = new Set(pair.of.whole.asks.map(({ at }) => at))
    let { part } = pair
    let { asks } = pair.of.part
    for (let round = 0; round < 12 && asks.some(({ at }) => valueAt(part, at) === undefined); round += 1) {
      const next = answered(
        { ...pair, part },
        asks.map(({ at }) => at),
      )
      if (next === null) break
      part = next
      asks = checklist(part, today).asks
    }
    const open = asks.map(({ at }) => at).filter((at) => !allowed.has(at))
    expect({ seed: pair.seed, open }).toEqual({ seed: pair.seed, open: [] })
  }
})

test('hardly a question is superfluous: with all others answered it is still asked', () => {
  let total = 0
  const needless: string[] = []
  for (const pair of drawn.filter((one) => !contradicts(one))) {
    const { asks } = pair.of.part
    for (const { at } of asks.length > 1 ? asks : []) {
      const others = asks.map((ask) => ask.at).filter((other) => other !== at)
      const next = valueAt(pair.whole, at) === undefined ? null : answered(pair, others)
      if (next === null) continue
      total += 1
      if (!checklist(next, today).asks.some((ask) => ask.at === at)) needless.push(`seed ${pair.seed}: ${at}`)
    }
  }
  expect(total).toBeGreaterThan(500)
  expect(needless.length, needless.join()).toBeLessThan(total / 100)
})
