/** The shell: start-up as a table of contents. Its work is in the files beside it. */
import { join } from 'node:path'
import { app } from 'electron'
import { registerAppScheme, serveApp } from './app-protocol.ts'
import { launchEngine } from './engine-launch.ts'
import { answerFileDialogs } from './file-dialogs.ts'
import { drawInSoftwareWithoutDevice } from './graphics.ts'
import { setMenu } from './menu.ts'
import { lockDown, refuseNetwork } from './policy.ts'
import { answerPrinting, pageFetched } from './print.ts'
import { relayCalls } from './relay.ts'
import { testDriver } from './test-driver.ts'
import { openWindow, showWindow } from './window.ts'

const built = join(import.meta.dirname, '..')

function start(): void {
  const engine = launchEngine()
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
  // Not awaited at the top level: Electron is ready only after this module has run to its end.
  void Promise.all([app.whenReady(), testDriver()]).then(start)
} else {
  app.quit()
}
