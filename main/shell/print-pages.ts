/** What the hidden print window shows, at app://print/<run>/: each page of the run as a picture at its true size. */
import { randomBytes } from 'node:crypto'
import type { Input, Output } from '../../preload/contract.ts'
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
    const dpi = url.searchParams.get('dpi')
    if (dpi !== null) return servePicture(engine, { run, page: Number(number), dpi: Number(dpi) })
    return inTurn(async () => {
      const response = await servePicture(engine, { run, page: Number(number), dpi: dotsPerInch })
      fetched(run, Number(number))
      return response
    })
  }
  const ofRun = page.exec(url.pathname)?.[1]
  if (!ofRun) return new Response('not found', { status: 404, headers: noStore })
  const reply = await engine.call('print/pages', { run: ofRun })
  if (!reply.ok) return new Response(reply.failure.code, { status: 404, headers: noStore })
  return printPage(reply.value as Output<'print/pages'>)
}

async function servePicture(engine: EngineProcess, asked: Input<'print/page'>): Promise<Response> {
  const reply = await engine.call('print/page', asked)
  if (!reply.ok) return new Response(reply.failure.code, { status: 404, headers: noStore })
  const { bytes } = reply.value as Output<'print/page'>
  return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { ...noStore, 'content-type': 'image/jpeg' } })
}

let turn: Promise<unknown> = Promise.resolve()

/** The window asks for all pages at once; the engine would hold them all at once. One after the other. */
function inTurn(work: () => Promise<Response>): Promise<Response> {
  const mine = turn.then(work, work)
  turn = mine
  return mine
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
 * A picture of every page, exactly as large as its sheet. The page rule has no margin and names no size: a named size
 * makes Chromium shrink the page into what the printer can reach, seen with a real queue as 90 %. Each box clips, so
 * that a picture a hair wider than the paper shrinks nothing, and is a hair lower than the sheet, so that rounding
 * never pushes an empty page between two.
 */
function document(pages: Output<'print/pages'>, nonce: string): string {
  const sizes = [...new Set(pages.map(sizeOf))]
  const styles = sizes.map((size, index) => {
    const [width, height] = size.split(' ')
    return `.s${index} { height: calc(${height} - 0.2mm) } .s${index} img { width: ${width}; height: ${height} }`
  })
  const shown = pages.map((one, index) => `<div class="s${sizes.indexOf(sizeOf(one))}"><img src="${index}.jpg"></div>`)
  return [
    // The name that the printer's queue shows: nobody's.
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>备案文书</title>',
    `<style nonce="${nonce}">`,
    '@page { margin: 0 }',
    'html, body { margin: 0; padding: 0 }',
    'div { width: 100%; overflow: hidden; break-inside: avoid; break-after: page }',
    'div:last-child { break-after: auto }',
    'img { display: block; max-width: none }',
    ...styles,
    '</style></head><body>',
    ...shown,
    '</body></html>',
  ].join('\n')
}

function sizeOf({ width, height }: Output<'print/pages'>[number]): string {
  return `${width.toFixed(2)}mm ${height.toFixed(2)}mm`
}
