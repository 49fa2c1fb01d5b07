/** Puts `window.bridge` into the page. Runs sandboxed: one small file, no Node, no npm module. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from './bridge.ts'

/** Listens until the returned function is called. */
function listenTo<Value>(channel: string, listen: (value: Value) => void): () => void {
  const receive = (_event: IpcRendererEvent, value: Value) => listen(value)
  ipcRenderer.on(channel, receive)
  return () => void ipcRenderer.off(channel, receive)
}

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke('beiqi:call', name, input),
  pathsOf: (files) => files.map((file) => webUtils.getPathForFile(file)),
  chooseImages: () => ipcRenderer.invoke('beiqi:choose-images'),
  chooseFile: (kind) => ipcRenderer.invoke('beiqi:choose-file', kind),
  chooseSave: (kind, suggestedName) => ipcRenderer.invoke('beiqi:choose-save', kind, suggestedName),
  chooseFolder: () => ipcRenderer.invoke('beiqi:choose-folder'),
  reveal: (path) => ipcRenderer.invoke('beiqi:reveal', path),
  print: (run, pages) => ipcRenderer.invoke('beiqi:print', run, pages),
  cancelPrint: () => ipcRenderer.invoke('beiqi:cancel-print'),
  onProgress: (listen) => listenTo('beiqi:progress', listen),
  onEngine: (listen) => listenTo('beiqi:engine', listen),
}

contextBridge.exposeInMainWorld('bridge', bridge)
