/** How clients are told apart at a glance, and how times are shown. Pure. */
import type { ClientView } from '../../preload/client-views.ts'

/** Hues far enough apart to be told from each other, and from the red and amber of the states. */
const hues = [190, 255, 300, 330, 140, 225, 280, 165]

/** The client's colour, always the same for the same client. It repeats the name, never replaces it. */
export function clientHue(id: string): number {
  let sum = 0
  for (const sign of id) sum = (sum * 31 + sign.charCodeAt(0)) % 9973
  return hues[sum % hues.length] ?? 190
}

/** One sign for the round mark: the first letter or character of the name. */
export function clientSign(name: string): string {
  return [...name.trim()][0]?.toUpperCase() ?? '·'
}

/** A time of saving as people say it; `today` as `YYYY-MM-DD` of the same clock. */
export function shownTime(iso: string, today: string): { day: string; time: string; isToday: boolean } {
  const date = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  return {
    day: day.replaceAll('-', '.'),
    time: `${two(date.getHours())}:${two(date.getMinutes())}`,
    isToday: day === today,
  }
}

export interface FilingLine {
  id: string
  title: string
  updatedAt: string
  client: ClientView
}

/** All filings of these clients, newest first, the sample last. */
export function filingLines(clients: readonly ClientView[]): FilingLine[] {
  return clients
    .flatMap((client) => client.filings.map((filing) => ({ ...filing, client })))
    .sort((a, b) => Number(a.client.sample) - Number(b.client.sample) || b.updatedAt.localeCompare(a.updatedAt))
}

/** Which lines of a long list are worth drawing: those in sight and a few around them. */
export function linesInSight(count: number, lineHeight: number, scrolled: number, height: number) {
  const first = Math.max(0, Math.floor(scrolled / lineHeight) - 6)
  const last = Math.min(count, Math.ceil((scrolled + height) / lineHeight) + 6)
  return { first, last }
}
