/**
 * Printing through the system's dialog. The pages come from the engine as pictures: Chromium's own PDF viewer is an
 * extension with rights that nothing here needs, and its printing of a hidden document differs between versions;
 * a picture is printed as it was seen. Nothing is written to the disk by us.
 */
import { BrowserWindow, type WebContentsPrintOptions } from 'electron'
import type { PrintOutcome } from '../../preload/bridge.ts'
import { type PageFetched, printOrigin } from './print-pages.ts'
import { answer, tell } from './relay.ts'

const uuid = /^[0-9a-f-]{36}$/

/** True size: no margin, no scaling, no header. */
const options: WebContentsPrintOptions = {
  silent: false,
  printBackground: true,
  color: true,
  margins: { marginType: 'none' },
  pageSize: 'A4',
  scaleFactor: 100,
}

interface Job {
  run: string
  fetched: number
  total: number
  window: BrowserWindow
  cancelled: boolean
}

const lingerMs = 5000

/** One at a time: the dialog belongs to the window. */
let job: Job | null = null

export const pageFetched: PageFetched = (run) => {
  if (job?.run !== run) return
  job.fetched += 1
  tell('beiqi:progress', { task: run, done: job.fetched, total: job.total, label: '' })
}

export function answerPrinting(): void {
  answer('beiqi:print', (parent, run: unknown, pages: unknown) => {
    if (typeof run !== 'string' || !uuid.test(run) || job) throw new Error('refused')
    return printRun(parent, run, Number(pages))
  })
  answer('beiqi:cancel-print', () => {
    if (!job) return
    job.cancelled = true
    job.window.destroy()
  })
}

async function printRun(parent: BrowserWindow, run: string, total: number): Promise<PrintOutcome> {
  const window = openHidden(parent)
  const mine: Job = { run, fetched: 0, total, window, cancelled: false }
  job = mine
  try {
    await window.loadURL(`${printOrigin}/${run}/`)
    return await printed(window)
  } catch (error) {
    return mine.cancelled
      ? { ok: true, printed: false }
      : failed(error instanceof Error ? error.message : String(error))
  } finally {
    job = null
    // Not at once: Chromium is still handing the pages over when it says that they are printed, and would die of it.
    setTimeout(() => !window.isDestroyed() && window.destroy(), lingerMs)
  }
}

/** Goes with the window that it belongs to; no bridge, no script. */
function openHidden(parent: BrowserWindow): BrowserWindow {
  return new BrowserWindow({
    show: false,
    parent,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      javascript: false,
      spellcheck: false,
      devTools: false,
    },
  })
}

/** The person may close the dialog, which is no failure. */
function printed(window: BrowserWindow): Promise<PrintOutcome> {
  return new Promise((settle) => {
    window.once('closed', () => settle({ ok: true, printed: false }))
    window.webContents.print(options, (success, reason) => {
      if (success) settle({ ok: true, printed: true })
      else settle(/cancel/i.test(reason) ? { ok: true, printed: false } : failed(reason))
    })
  })
}

function failed(detail: string): PrintOutcome {
  return { ok: false, failure: { code: 'print.failed', params: { detail } } }
}
