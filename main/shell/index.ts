/**
 * The shell: start-up as a table of contents. Its work is in the files beside it.
 *
 * What the person waits for runs side by side: Electron's own start, the engine's (engine/engine.ts: settings and
 * clients first, everything else later), then the page's (renderer/main.tsx: the first page, everything else later).
 */
import { join } from 'node:path'
import { app } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { launchEngine } from './engine-launch.ts'
import type { EngineProcess } from './engine-process.ts'
import { answerFileDialogs } from './file-dialogs.ts'
import { drawInSoftwareWithoutDevice } from './graphics.ts'
import { setMenu } from './menu.ts'
import { lockDown, refuseNetwork } from './policy.ts'
import { answerPrinting, pageFetched } from './print.ts'
import { relayCalls } from './relay.ts'
import { testDriver } from './test-driver.ts'
import { openWindow, showWindow } from './window.ts'

const built = join(import.meta.dirname, '..')

function start(engine: EngineProcess): void {
  refuseNetwork()
  serveApp(join(built, 'renderer'), engine, pageFetched)
  relayCalls(engine)
  answerFileDialogs()
  answerPrinting()
  setMenu()
  openWindow(join(built, 'preload', 'index.cjs'))

  app.on('second-instance', showWindow)
  app.on('window-all-closed', () => app.quit())
  app.once('will-quit', (event) => {
    event.preventDefault()
    void engine.close().finally(() => app.quit())
  })
}

if (app.requestSingleInstanceLock()) {
  lockDown()
  drawInSoftwareWithoutDevice()
  registerAppScheme()
  const engine = launchEngine()
  // Not awaited at the top level: Electron is ready only after this module has run to its end.
  void Promise.all([engine, app.whenReady(), testDriver()]).then(([running]) => start(running))
} else {
  app.quit()
}
