/** The whole window in jsdom with the fake bridge, found and used as a person does: by role and name. */
import { createRoot, type Root } from 'react-dom/client'
import { vi } from 'vitest'
import { App } from '../../renderer/App.tsx'
import { queries } from '../../renderer/calls.ts'
import { readLaterPages } from '../../renderer/later-pages.ts'
import { useWhere } from '../../renderer/route.ts'
import { i18n, startLanguage } from '../../renderer/text/language.ts'
import { useNotices } from '../../renderer/ui/notices.ts'
import type { Fake } from './fake-bridge.ts'

/** What jsdom lacks and a browser has. */
export function completeJsdom(): void {
  const none = () => undefined
  Object.assign(globalThis, {
    CSS: { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') },
    ResizeObserver: class {
      observe = none
      unobserve = none
      disconnect = none
    },
  })
  Object.assign(window, {
    matchMedia: () => ({ matches: false, addEventListener: none, removeEventListener: none }),
    scrollTo: none,
  })
  Object.assign(Element.prototype, { scrollIntoView: none, setPointerCapture: none })
  Object.assign(URL, { createObjectURL: () => 'blob:fake', revokeObjectURL: none })
  // jsdom computes no pseudo-elements and says so each time.
  const computed = window.getComputedStyle.bind(window)
  window.getComputedStyle = (element) => computed(element)
}

let root: Root | null = null

export async function openWindow(fake: Fake): Promise<void> {
  Object.assign(window, { bridge: fake.bridge })
  queries.clear()
  useWhere.setState({ route: { screen: 'home' }, selected: null })
  useNotices.setState({ notices: [] })
  await readLaterPages()
  if (i18n.isInitialized) await i18n.changeLanguage(fake.settings.language)
  else await startLanguage(fake.settings.language)
  const host = document.createElement('div')
  document.body.replaceChildren(host)
  root = createRoot(host)
  root.render(<App />)
}

export function closeWindow(): void {
  root?.unmount()
  root = null
}

/** Waits until it no longer throws. */
export function until<Result>(look: () => Result): Promise<Result> {
  return vi.waitFor(look, { timeout: 20_000, interval: 20 })
}

const selectors = {
  button: 'button, [role="button"]',
  option: '[role="option"]',
  menuitem: '[role="menuitem"]',
  radio: 'input[type="radio"]',
  checkbox: 'input[type="checkbox"]',
  heading: 'h1, h2, h3',
  textbox: 'input:not([type="radio"]):not([type="checkbox"]), textarea',
} as const

function nameOf(element: Element): string {
  const name = element.getAttribute('aria-label')
  if (name) return name
  const label = (element as HTMLInputElement).labels?.[0] ?? element
  return label.textContent?.trim() ?? ''
}

export function all(role: keyof typeof selectors, name: string | RegExp): HTMLElement[] {
  const fits = (element: Element) => (name instanceof RegExp ? name.test(nameOf(element)) : nameOf(element) === name)
  return [...document.querySelectorAll<HTMLElement>(selectors[role])].filter(fits)
}

export function find(role: keyof typeof selectors, name: string | RegExp): Promise<HTMLElement> {
  return until(() => {
    const [found] = all(role, name)
    if (!found) throw new Error(`no ${role} ${String(name)} in: ${document.body.textContent}`)
    return found
  })
}

export async function click(role: keyof typeof selectors, name: string | RegExp): Promise<void> {
  const element = await find(role, name)
  element.click()
}

/** Types into a field as one input, and leaves it. */
export async function fill(input: HTMLElement, text: string): Promise<void> {
  const set = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')?.set
  input.focus()
  set?.call(input, text)
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.blur()
}

export async function press(key: string, target: Element = document.body, more: KeyboardEventInit = {}): Promise<void> {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
}

export async function see(text: string | RegExp): Promise<void> {
  await until(() => {
    const shown = document.body.textContent ?? ''
    const found = text instanceof RegExp ? text.test(shown) : shown.includes(text)
    if (!found) throw new Error(`“${String(text)}” is not in: ${shown}`)
  })
}

export function dontSee(text: string): Promise<void> {
  return until(() => {
    if (document.body.textContent?.includes(text)) throw new Error(`“${text}” is still shown`)
  })
}

/** Opens a list by its id and takes the line with this name. */
export async function choose(id: string, name: string): Promise<void> {
  const input = await until(() => {
    const found = document.getElementById(id)
    if (!found) throw new Error(`no list ${id}`)
    return found
  })
  input.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }))
  const line = await until(() => {
    const lines = [...document.querySelectorAll<HTMLElement>('.ant-select-item-option')]
    const found = lines.find((one) => one.textContent === name)
    if (!found) throw new Error(`no line ${name}`)
    return found
  })
  line.click()
}
