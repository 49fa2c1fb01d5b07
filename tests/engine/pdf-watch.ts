/** Watches what our own sheets draw. The real pen draws; it is only watched. */
import { expect, vi } from 'vitest'
import { Pen } from '../../main/engine/pdf/pen.ts'
import { renderPage } from '../../main/engine/pdf/render.ts'
import { inkOf, type TextLine, wrongCharacters } from './pdf-ink.ts'

const a4High = 841.89

/** What was drawn, page by page. Undo with `vi.restoreAllMocks`. */
export function watchPen(): () => TextLine[][] {
  const texts = vi.spyOn(Pen.prototype, 'text')
  return () => {
    const pens = [...new Set(texts.mock.contexts)]
    return pens.map((pen) =>
      texts.mock.calls
        .filter((_, index) => texts.mock.contexts[index] === pen)
        .map(([text, x, y, { size, weight }]) => ({ text, x, y, size, weight })),
    )
  }
}

/** Every character that was drawn leaves its own ink on its page. */
export async function expectInk(pdf: Uint8Array, pages: TextLine[][]): Promise<void> {
  expect((await renderPage(pdf, 0, 100)).pages).toBe(pages.length)
  for (const [page, lines] of pages.entries()) {
    expect(await wrongCharacters(await inkOf(pdf, page, a4High), lines)).toEqual([])
  }
}
