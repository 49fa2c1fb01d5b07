/** Dragging with the pointer and nudging with arrow keys, in pixels of the picture. */
import type { KeyboardEvent, PointerEvent } from 'react'

/** Follows the pointer until it is let go. `move` is told how far it has come since the start, and whether it was told before. */
export function dragFrom(
  event: PointerEvent,
  scale: number,
  move: (dx: number, dy: number, goesOn: boolean) => void,
  end?: () => void,
) {
  event.preventDefault()
  const handle = event.currentTarget as HTMLElement
  handle.focus({ preventScroll: true })
  handle.setPointerCapture(event.pointerId)
  const [startX, startY] = [event.clientX, event.clientY]
  let goesOn = false
  const follow = (now: globalThis.PointerEvent) => {
    const [dx, dy] = [now.clientX - startX, now.clientY - startY]
    // Taken in hand only.
    if (!goesOn && dx === 0 && dy === 0) return
    move(dx / scale, dy / scale, goesOn)
    goesOn = true
  }
  const stop = () => {
    handle.removeEventListener('pointermove', follow)
    handle.removeEventListener('pointerup', stop)
    handle.removeEventListener('pointercancel', stop)
    end?.()
  }
  handle.addEventListener('pointermove', follow)
  handle.addEventListener('pointerup', stop)
  handle.addEventListener('pointercancel', stop)
}

const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** One pixel of the screen, ten with Shift; null: not an arrow key. */
export function nudgeOf(event: KeyboardEvent, scale: number): readonly [number, number] | null {
  const way = ways[event.key]
  if (!way || event.altKey || event.ctrlKey || event.metaKey) return null
  event.preventDefault()
  const step = Math.max(1, Math.round((event.shiftKey ? 10 : 1) / scale))
  return [way[0] * step, way[1] * step]
}
