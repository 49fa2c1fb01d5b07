import { app } from 'electron'

/**
 * Resolves when Playwright, if it started this program, has attached. It preloads nothing into an Electron given by
 * path, and a window born while it attaches hangs now and then. Without its switch this resolves at once.
 */
export function testDriver(): Promise<void> {
  if (app.commandLine.getSwitchValue('remote-debugging-port') !== '0') return Promise.resolve()
  return new Promise((attached) => {
    Object.assign(globalThis, { __playwright_run: () => attached() })
    // Long, since a busy machine attaches late; only a debugger that is not Playwright waits for it.
    setTimeout(attached, 60_000)
  })
}
