/** The system's dialogs to open and save; the page is given the chosen path, or null when the person cancels. */
import { basename, join } from 'node:path'
import { app, dialog, type FileFilter, shell } from 'electron'
import { answer } from './relay.ts'

const filters = {
  image: { name: '照片或扫描件', extensions: ['jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'heic', 'heif', 'pdf'] },
  pdf: { name: 'PDF 文件', extensions: ['pdf'] },
  filing: { name: '备案资料 (JSON)', extensions: ['json'] },
  rules: { name: '规则包', extensions: ['beiqirules', 'json'] },
  key: { name: '公钥 (PEM)', extensions: ['pem', 'pub', 'key'] },
  zip: { name: 'ZIP 压缩包', extensions: ['zip'] },
  blank: {
    name: '空白表（PDF、Word、扫描件、照片）',
    extensions: ['pdf', 'docx', 'doc', 'odt', 'rtf', 'jpg', 'jpeg', 'png', 'webp', 'tif', 'tiff', 'heic'],
  },
  'blank-bundle': { name: '空白表包或填写位置', extensions: ['beiqiblank', 'json'] },
} satisfies Record<string, FileFilter>

function filterOf(kind: unknown): FileFilter {
  if (typeof kind === 'string' && Object.hasOwn(filters, kind)) return filters[kind as keyof typeof filters]
  throw new Error('refused')
}

export function answerFileDialogs(): void {
  answer('beiqi:choose-images', async (window) => {
    const chosen = await dialog.showOpenDialog(window, {
      title: '选择照片或扫描件',
      filters: [filters.image],
      properties: ['openFile', 'multiSelections'],
    })
    return chosen.canceled ? null : chosen.filePaths
  })
  answer('beiqi:choose-file', async (window, kind: unknown) => {
    const chosen = await dialog.showOpenDialog(window, {
      title: '选择文件',
      filters: [filterOf(kind)],
      properties: ['openFile'],
    })
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  })
  answer('beiqi:choose-save', async (window, kind: unknown, suggestedName: unknown) => {
    const chosen = await dialog.showSaveDialog(window, {
      title: '保存到',
      // Only a name: where it goes is the person's choice.
      defaultPath: join(app.getPath('documents'), basename(String(suggestedName))),
      filters: [filterOf(kind)],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    return chosen.canceled ? null : chosen.filePath
  })
  answer('beiqi:choose-folder', async (window) => {
    const chosen = await dialog.showOpenDialog(window, {
      title: '选择文件夹',
      properties: ['openDirectory', 'createDirectory'],
    })
    return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
  })
  answer('beiqi:reveal', (_window, path: unknown) => shell.showItemInFolder(String(path)))
}
