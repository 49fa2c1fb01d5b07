/** Calendar arithmetic on `YYYY-MM-DD`, by the proleptic Gregorian calendar; no clock and no time zone. */
import type { IsoDate } from './schema.ts'

interface Day {
  year: number
  month: number
  day: number
}

function partsOf(date: IsoDate): Day {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

function isoOf({ year, month, day }: Day): IsoDate {
  const pad = (value: number, width: number) => String(value).padStart(width, '0')
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as IsoDate
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** Days since 0000-03-01. The year starts in March, so that the leap day is its last. */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = partsOf(date)
  const shifted = month > 2 ? year : year - 1
  const monthOfShifted = (month + 9) % 12
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400)
  return shifted * 365 + leapDays + Math.floor((monthOfShifted * 153 + 2) / 5) + day - 1
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same day `months` later (or earlier); the last day of a shorter month where there is no such day. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 }
  return isoOf({ ...target, day: Math.min(day, daysInMonth(target.year, target.month)) })
}

/**
 * Months from `from` to `to`, in tenths rounded down: 3 on the day three months later, 2.9 on the day before it.
 * Negative when `to` is earlier.
 */
export function monthsBetween(from: IsoDate, to: IsoDate): number {
  const [start, end] = [partsOf(from), partsOf(to)]
  const apart = (end.year - start.year) * 12 + end.month - start.month
  const whole = addMonths(from, apart) > to ? apart - 1 : apart
  const last = addMonths(from, whole)
  const part = daysBetween(last, to) / daysBetween(last, addMonths(from, whole + 1))
  return (whole * 10 + Math.floor(part * 10)) / 10
}

/** Months from `from` to `to`, in hundredths rounded up: 3 on the day three months later, more on the day after it. */
export function monthsSince(from: IsoDate, to: IsoDate): number {
  const whole = Math.floor(monthsBetween(from, to))
  const last = addMonths(from, whole)
  const part = daysBetween(last, to) / daysBetween(last, addMonths(from, whole + 1))
  return (whole * 100 + Math.ceil(part * 100)) / 100
}

export function nextDay(date: IsoDate): IsoDate {
  const { year, month, day } = partsOf(date)
  if (day < daysInMonth(year, month)) return isoOf({ year, month, day: day + 1 })
  return month < 12 ? isoOf({ year, month: month + 1, day: 1 }) : isoOf({ year: year + 1, month: 1, day: 1 })
}

/** @param days no less than 0 */
export function addDays(date: IsoDate, days: number): IsoDate {
  let day = date
  for (let count = 0; count < days; count++) day = nextDay(day)
  return day
}

/** Full years (周岁) on a day: one more on each birthday; born on 29 February, on 1 March of a common year. */
export function ageOn(birth: IsoDate, on: IsoDate): number {
  const years = partsOf(on).year - partsOf(birth).year
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}

/** Whether eight digits `YYYYMMDD` name a day that exists, and that day. */
export function dateFromDigits(digits: string): IsoDate | null {
  const [year, month, day] = [Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6, 8))]
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? isoOf({ year, month, day }) : null
}
