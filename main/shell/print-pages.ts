/** What the hidden print window shows, at app://print/<run>/: each page of the run as a picture at its true size. */
import { randomBytes } from 'node:crypto'
import type { Output } from '../../preload/contract.ts'
import type { EngineProcess } from './engine-process.ts'

export const printOrigin = 'app://print'

/** As fine as a laser printer draws grey; a page is then 8.7 million pixels. */
const dotsPerInch = 300

const picture = /^\/([\w-]+)\/(\d+)\.jpg$/
const page = /^\/([\w-]+)\/$/

/** Told when a page has been fetched for printing. */
export type PageFetched = (run: string, page: number) => void

/** `?dpi=` of a picture: without it, as it is printed. */
export async function servePrint(engine: EngineProcess, url: URL, fetched: PageFetched): Promise<Response> {
  const [, run, number] = picture.exec(url.pathname) ?? []
  if (run && number) {
    const dpi = Number(url.searchParams.get('dpi') ?? dotsPerInch)
    const reply = await engine.call('print/page', { run, page: Number(number), dpi })
    if (!reply.ok) return new Response(reply.failure.code, { status: 404, headers: noStore })
    if (!url.searchParams.has('dpi')) fetched(run, Number(number))
    const { bytes } = reply.value as Output<'print/page'>
    return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { ...noStore, 'content-type': 'image/jpeg' } })
  }
  const ofRun = page.exec(url.pathname)?.[1]
  if (!ofRun) return new Response('not found', { status: 404, headers: noStore })
  const reply = await engine.call('print/pages', { run: ofRun })
  if (!reply.ok) return new Response(reply.failure.code, { status: 404, headers: noStore })
  return printPage(reply.value as Output<'print/pages'>)
}

const noStore = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': 'app://ui',
}

function printPage(pages: Output<'print/pages'>): Response {
  const nonce = randomBytes(16).toString('base64')
  const policy = `default-src 'none'; img-src 'self'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`
  return new Response(document(pages, nonce), {
    headers: { ...noStore, 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
  })
}

/**
 * A picture of every page, exactly as large as its sheet, which has no margin. The box around it is a hair lower than
 * the sheet, so that rounding never pushes an empty page between two.
 */
function document(pages: Output<'print/pages'>, nonce: string): string {
  const sizes = [...new Set(pages.map(sizeOf))]
  const styles = sizes.map((size, index) => {
    const [width, height] = size.split(' ')
    return [
      `@page s${index} { size: ${size}; margin: 0 }`,
      `.s${index} { page: s${index}; width: ${width}; height: calc(${height} - 0.2mm) }`,
      `.s${index} img { width: ${width}; height: ${height} }`,
    ].join('\n')
  })
  const shown = pages.map((one, index) => `<div class="s${sizes.indexOf(sizeOf(one))}"><img src="${index}.jpg"></div>`)
  return [
    // The name that the printer's queue shows: nobody's.
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>备案文书</title>',
    `<style nonce="${nonce}">`,
    'html, body { margin: 0; padding: 0 }',
    'div { overflow: hidden; break-inside: avoid; break-after: page }',
    'div:last-child { break-after: auto }',
    'img { display: block }',
    ...styles,
    '</style></head><body>',
    ...shown,
    '</body></html>',
  ].join('\n')
}

function sizeOf({ width, height }: Output<'print/pages'>[number]): string {
  return `${width.toFixed(2)}mm ${height.toFixed(2)}mm`
}
