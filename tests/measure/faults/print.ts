/** How high the smallest print of a document is in a picture, and whether that can be read. */
import { type Base, scaleOf } from './plan.ts'

export type Band = 'good' | 'borderline' | 'bad'

/** Millimetres of the smallest print that a reviewer reads; and pixels of height that are surely too few, and enough. */
const PRINT = { card: 2.1, sheet: 4.2 }
export const printBands = { bad: 8.5, good: 14 }

export function printOf(base: Base): number {
  const { width, height } = base.document.sheet
  return scaleOf(base).perMillimetre * (Math.max(width, height) < 120 ? PRINT.card : PRINT.sheet)
}

export function bandOfPrint(print: number): Band {
  return print <= printBands.bad ? 'bad' : print < printBands.good ? 'borderline' : 'good'
}
