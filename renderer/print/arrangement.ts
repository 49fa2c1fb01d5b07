/** The order and the copies of a print run. Pure. */
import type { PrintPage, PrintPaper } from '../../preload/print-calls.ts'

export type Order = 'by-client' | 'by-paper'

export interface Sheet {
  /** Number of the paper in the run. */
  paper: number
  copies: number
}

/** As often as each is signed; client by client as they came, or all papers of one kind together. */
export function firstSheets(papers: readonly PrintPaper[]): Sheet[] {
  return papers.map(({ copies }, paper) => ({ paper, copies }))
}

export function inOrder(sheets: readonly Sheet[], papers: readonly PrintPaper[], order: Order): Sheet[] {
  const plain = [...sheets].sort((a, b) => a.paper - b.paper)
  if (order === 'by-client') return plain
  const kinds = [...new Set(papers.map(({ form }) => form))]
  return kinds.flatMap((kind) => plain.filter(({ paper }) => papers[paper]?.form === kind))
}

/** One place up (-1) or down (1); at the ends it stays. */
export function moved(sheets: readonly Sheet[], index: number, by: -1 | 1): Sheet[] {
  const [from, to] = [sheets[index], sheets[index + by]]
  if (!from || !to) return [...sheets]
  return sheets.with(index, to).with(index + by, from)
}

export function withCopies(sheets: readonly Sheet[], index: number, copies: number): Sheet[] {
  return sheets.map((sheet, at) => (at === index ? { ...sheet, copies } : sheet))
}

/** Position in the run of the first page of a paper; null: it is not printed. */
export function firstPage(pages: readonly PrintPage[], paper: number): number | null {
  const at = pages.findIndex((page) => page.paper === paper)
  return at < 0 ? null : at
}
