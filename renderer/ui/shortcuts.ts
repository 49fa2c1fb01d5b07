/** Keys that work on a whole page. They rest while text is typed, a list is open, or a dialog lies over the page. */
import { useEffect, useRef } from 'react'

let held = 0
/** Whether a dialog or a list lay over the page when the key went down: its own handler may close it meanwhile. */
let covered = false

const popups = '.ant-dropdown:not(.ant-dropdown-hidden), .ant-select-dropdown:not(.ant-select-dropdown-hidden)'
const look = () => {
  covered = held > 0 || document.querySelector(popups) !== null
}

/** While a dialog is open: call it, and call what it returns when the dialog goes. */
export function holdShortcuts(): () => void {
  held += 1
  return () => {
    held -= 1
  }
}

const busyPlaces = 'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="combobox"]'

/** The name of a key press as `useShortcuts` takes it: "n", "?", "Escape", "Ctrl+z", "Ctrl+Shift+z" (⌘ counts as Ctrl). */
export function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  // Shift makes another key of a letter with Ctrl; by itself it only makes another sign, as "?".
  const control = event.ctrlKey || event.metaKey ? (event.shiftKey ? 'Ctrl+Shift+' : 'Ctrl+') : ''
  return `${control}${event.altKey ? 'Alt+' : ''}${key}`
}

/** Esc leaves a text field first, and only then what it stands in. */
export function leaveField(page: () => void): void {
  const here = document.activeElement
  const isText = here instanceof HTMLInputElement && !['radio', 'checkbox'].includes(here.type)
  if (isText || here instanceof HTMLTextAreaElement) here.blur()
  else page()
}

/** The innermost part of the page that has a key takes it: an outer part leaves it undefined. */
export function useShortcuts(actions: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(actions)
  latest.current = actions
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (covered || event.defaultPrevented || event.isComposing || event.repeat) return
      if (event.target instanceof Element && event.target.closest(busyPlaces) && event.key !== 'Escape') return
      const action = latest.current[keyName(event)]
      if (!action) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', look, true)
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
