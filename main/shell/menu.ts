import { app, dialog, Menu, type MenuItemConstructorOptions, shell } from 'electron'
import { blockedRequests } from './policy.ts'

const file: MenuItemConstructorOptions = {
  label: '文件',
  submenu: [
    { id: 'data-folder', label: '打开数据文件夹', click: () => void shell.openPath(app.getPath('userData')) },
    { type: 'separator' },
    { role: 'close', label: '关闭窗口' },
    { role: 'quit', label: '退出' },
  ],
}

const edit: MenuItemConstructorOptions = {
  label: '编辑',
  submenu: [
    { role: 'undo', label: '撤销' },
    { role: 'redo', label: '重做' },
    { type: 'separator' },
    { role: 'cut', label: '剪切' },
    { role: 'copy', label: '复制' },
    { role: 'paste', label: '粘贴' },
    { role: 'selectAll', label: '全选' },
  ],
}

const view: MenuItemConstructorOptions = {
  label: '视图',
  submenu: [
    { role: 'resetZoom', label: '实际大小' },
    { role: 'zoomIn', label: '放大' },
    { role: 'zoomOut', label: '缩小' },
    { type: 'separator' },
    { role: 'togglefullscreen', label: '全屏' },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools', label: '开发者工具' } as const]),
  ],
}

const help: MenuItemConstructorOptions = {
  label: '帮助',
  submenu: [{ id: 'about', label: '关于备齐', click: () => void showAbout() }],
}

export function setMenu(): void {
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu', label: '备齐' }] : []
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, file, edit, view, help]))
}

async function showAbout(): Promise<void> {
  await dialog.showMessageBox({
    type: 'info',
    title: '关于备齐',
    message: `备齐 Beiqi ${app.getVersion()}`,
    detail: [
      '所有资料只保存在这台电脑上，本程序不联网。',
      `启动以来拦截的网络请求：${blockedRequests()}`,
      `Electron ${process.versions.electron} · Chromium ${process.versions.chrome} · Node ${process.versions.node}`,
    ].join('\n'),
    buttons: ['确定'],
  })
}
