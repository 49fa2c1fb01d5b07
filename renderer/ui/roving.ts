/** One Tab stop for a whole list; arrow keys, Home and End move inside it. Lines are marked `data-line`. */
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

const back = { up: ['ArrowUp'], across: ['ArrowLeft'], grid: ['ArrowUp', 'ArrowLeft'] }
const on = { up: ['ArrowDown'], across: ['ArrowRight'], grid: ['ArrowDown', 'ArrowRight'] }

/** Where a key leads from line `at` of `count` lines; null: the key is not for the list. */
export function nextLine(key: string, at: number, count: number, way: keyof typeof on = 'up'): number | null {
  if (count === 0) return null
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  if (on[way].includes(key)) return Math.min(at + 1, count - 1)
  if (back[way].includes(key)) return Math.max(at - 1, 0)
  return null
}

export function useRoving<E extends HTMLElement>(way: keyof typeof on = 'up') {
  const list: RefObject<E | null> = useRef<E>(null)
  // Lines inside something closed cannot be reached; the line that opens it can.
  const lines = () =>
    [...(list.current?.querySelectorAll<HTMLElement>('[data-line]') ?? [])].filter((line) => {
      const closed = line.closest('details:not([open])')
      return closed === null || line.matches('summary')
    })
  // After each render exactly one line can be reached with Tab: the one last focused, else the first.
  useEffect(() => {
    const all = lines()
    const stop = all.find((line) => line.tabIndex === 0 && line.dataset['stop'] === 'here') ?? all[0]
    for (const line of all) line.tabIndex = line === stop ? 0 : -1
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const all = lines()
    const at = all.indexOf(event.target as HTMLElement)
    if (at < 0) return
    const to = nextLine(event.key, at, all.length, way)
    if (to === null) return
    event.preventDefault()
    all[to]?.focus()
  }
  const onFocus = (event: { target: EventTarget }) => {
    const here = event.target as HTMLElement
    if (here.dataset['line'] === undefined) return
    for (const line of lines()) {
      line.tabIndex = line === here ? 0 : -1
      line.dataset['stop'] = line === here ? 'here' : ''
    }
  }
  return { ref: list, onKeyDown, onFocus }
}
