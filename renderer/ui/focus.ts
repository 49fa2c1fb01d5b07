/** The keyboard never falls to the ground of the page: when what had the focus goes, what took its place has it. */

/** Parts of a page in which the keyboard goes on. When one goes as a whole, the next page says where it begins. */
const parts = 'main, aside, [role="dialog"]'
const stops = 'button, a[href], input, textarea, select, summary, [tabindex]'

/** Focuses the first that can be focused; what is disabled or hidden cannot. Whether there was one. */
function focusIn(place: Element): boolean {
  const all = place.matches(`${stops}, ${parts}`) ? [place] : place.querySelectorAll(stops)
  for (const stop of all) {
    if (stop instanceof HTMLElement) stop.focus()
    if (document.activeElement === stop) return true
  }
  return false
}

/** Inside out, up to the part of the page. Empty outside of every part. */
function around(element: Element | null): Element[] {
  const part = element?.closest(parts)
  const all: Element[] = []
  for (let here = element; part && here; here = here === part ? null : here.parentElement) all.push(here)
  return all
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/**
 * Remembers what has the focus. What it returns gives the focus back, or gives it to what stands there now; something
 * that took the focus meanwhile keeps it.
 */
export function rememberFocus(): () => void {
  const last = document.activeElement
  const places = around(last)
  const part = places.at(-1)
  return () => {
    if (!isLost()) return
    if (last instanceof HTMLElement && last.isConnected) last.focus()
    if (isLost() && part?.isConnected) places.filter(({ isConnected }) => isConnected).some(focusIn)
  }
}

/** For the whole window, as long as it is open; returns how to stop. */
export function keepFocus(): () => void {
  let last: Element | null = null
  const note = ({ target }: FocusEvent) => {
    last = target instanceof Element ? target : null
  }
  // A click beside everything lets go of the focus on purpose.
  const letGo = () => {
    if (isLost()) last = null
  }
  const watch = new MutationObserver((records) => {
    const gone = last
    if (!gone || !isLost()) return
    const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(gone)))
    if (!record) return
    // Moved, not removed: browsers let go of the focus then too.
    if (gone.isConnected) return void focusIn(gone)
    const neighbours = [record.nextSibling, record.previousSibling].filter((node) => node instanceof Element)
    const places = around(record.target instanceof Element ? record.target : null)
    if (places.length > 0) [...neighbours, ...places].filter(({ isConnected }) => isConnected).some(focusIn)
  })
  document.addEventListener('focusin', note)
  document.addEventListener('click', letGo)
  watch.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener('focusin', note)
    document.removeEventListener('click', letGo)
    watch.disconnect()
  }
}
