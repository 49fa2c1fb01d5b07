/** No network, no second window, no permission: what the program cannot do whatever a page asks for. */
import { app, type Session, session, type WebContents } from 'electron'

/** Schemes that never leave this machine. */
const localSchemes = new Set(['app:', 'blob:', 'data:', 'devtools:'])

let blocked = 0

/** How many requests to the outside were refused since the program started. */
export function blockedRequests(): number {
  return blocked
}

/** Call before the app is ready. */
export function lockDown(): void {
  // Root under Linux must run without the sandbox; forcing it then ends every child process at once, for ever.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  // Also what no page asks for (Chromium's own services, prefetching of names) finds no host.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('disable-background-networking')
  app.on('web-contents-created', (_event, contents) => stayInside(contents))
}

/** Call when the app is ready, before the first window. */
export function refuseNetwork(): void {
  const own: Session = session.defaultSession
  own.webRequest.onBeforeRequest((request, answer) => {
    const cancel = !localSchemes.has(new URL(request.url).protocol)
    if (cancel) blocked += 1
    answer({ cancel })
  })
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  own.setPermissionCheckHandler(() => false)
  own.on('will-download', (event) => event.preventDefault())
}

function stayInside(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}
