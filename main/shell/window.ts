import { join } from 'node:path'
import { app, BrowserWindow } from 'electron'
import { pageOrigin } from './app-protocol.ts'

/** Opens the one window. `preload` is an absolute path. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: '备齐 Beiqi',
    width: 1280,
    height: 860,
    minWidth: 960,
    minHeight: 640,
    // Shown with its first picture instead of a white flash.
    show: false,
    icon: join(app.getAppPath(), 'assets/icons/beiqi.png'),
    backgroundColor: '#f5f5f5',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Spell checking would fetch dictionaries.
      spellcheck: false,
      devTools: !app.isPackaged,
      v8CacheOptions: 'bypassHeatCheck',
    },
  })
  window.once('ready-to-show', () => window.show())
  void window.loadURL(`${pageOrigin}/`)
  return window
}

/** Brings the open window to the front, when the program is started a second time. */
export function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
}
