import { expect, test } from 'vitest'
import {
  addMonths,
  ageOn,
  dateFromDigits,
  daysBetween,
  monthsBetween,
  monthsSince,
  nextDay,
} from '../../rules/dates.ts'
import type { IsoDate } from '../../rules/schema.ts'

const day = (text: string) => text as IsoDate

test.each([
  ['2026-11-24', '2026-11-24', 0],
  ['2026-11-24', '2026-11-25', 1],
  ['2026-11-25', '2026-11-24', -1],
  ['2024-02-28', '2024-03-01', 2],
  ['2023-02-28', '2023-03-01', 1],
  ['1900-02-28', '1900-03-01', 1],
  ['2000-02-28', '2000-03-01', 2],
  ['2026-11-24', '2027-02-22', 90],
  ['1949-12-31', '2026-11-24', 28_087],
])('from %s to %s are %i days', (from, to, days) => {
  expect(daysBetween(day(from), day(to))).toBe(days)
})

test('days agree with the platform over four centuries', () => {
  const step = 86_400_000
  for (let time = Date.UTC(1900, 0, 1); time < Date.UTC(2300, 0, 1); time += 97 * step) {
    const iso = day(new Date(time).toISOString().slice(0, 10))
    expect(daysBetween(day('1900-01-01'), iso)).toBe((time - Date.UTC(1900, 0, 1)) / step)
  }
})

test.each([
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-01-31', 1, '2026-02-28'],
  ['2026-03-31', -1, '2026-02-28'],
  ['2026-12-01', 1, '2027-01-01'],
  ['2026-01-15', -13, '2024-12-15'],
])('%s and %i months is %s', (from, months, to) => {
  expect(addMonths(day(from), months)).toBe(to)
})

test.each([
  ['2008-11-24', '2026-11-23', 17],
  ['2008-11-24', '2026-11-24', 18],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
])('born on %s, on %s the age is %i', (birth, on, age) => {
  expect(ageOn(day(birth), day(on))).toBe(age)
})

test.each([
  ['19900230', null],
  ['19901301', null],
  ['19900010', null],
  ['19000229', null],
  ['20000229', '2000-02-29'],
])('%s is %s', (digits, date) => {
  expect(dateFromDigits(digits)).toBe(date)
})

test.each([
  ['2027-03-30', '2027-06-30', 3],
  ['2027-03-31', '2027-06-30', 3],
  ['2027-04-01', '2027-06-30', 2.9],
  ['2027-06-28', '2027-06-30', 0],
  ['2027-07-01', '2027-06-30', -0.1],
  ['2027-01-31', '2028-01-31', 12],
])('from %s to %s are %s months', (from, to, months) => {
  expect(monthsBetween(from as IsoDate, to as IsoDate)).toBe(months)
})

test.each([
  ['2028-02-28', '2028-02-29'],
  ['2027-02-28', '2027-03-01'],
  ['2027-12-31', '2028-01-01'],
])('after %s comes %s', (day, next) => {
  expect(nextDay(day as IsoDate)).toBe(next)
})

test.each([
  ['2026-08-24', '2026-11-24', 3],
  ['2026-08-23', '2026-11-24', 3.04],
  ['2026-11-30', '2027-02-28', 3],
  ['2026-11-30', '2027-03-01', 3.04],
  ['2026-11-25', '2026-11-24', -0.03],
])('%s is %s, which is %d months: never fewer than they are', (from, to, months) => {
  expect(monthsSince(day(from), day(to))).toBeCloseTo(months, 2)
})
