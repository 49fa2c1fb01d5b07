/** Passes the page's calls to the engine and the engine's news to the page. Knows no call by name. */
import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { CallName, Reply } from '../../preload/contract.ts'
import { pageOrigin } from './app-protocol.ts'
import type { EngineProcess } from './engine-process.ts'

/** The contract's names, written here by the build: reading the contract itself would cost 50 ms of every start. */
declare const CALL_NAMES: readonly CallName[]

/** Answers `channel` only when the top frame of our own page asks. */
export function answer<Args extends unknown[]>(
  channel: string,
  handle: (window: BrowserWindow, ...args: Args) => unknown,
): void {
  ipcMain.handle(channel, (event, ...args) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (!window || !isOwnPage(event)) throw new Error('refused')
    return handle(window, ...(args as Args))
  })
}

export function relayCalls(engine: EngineProcess): void {
  const names = new Set<unknown>(CALL_NAMES)
  answer('beiqi:call', async (_window, name: unknown, input: unknown): Promise<Reply> => {
    if (names.has(name)) return engine.call(String(name), input)
    return { ok: false, failure: { code: 'call.unknown', params: { name: String(name) } } }
  })
}

/** Tells every open page. */
export function tell(channel: 'beiqi:progress' | 'beiqi:engine', value: unknown): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.webContents.isDestroyed()) window.webContents.send(channel, value)
  }
}

function isOwnPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin
}
