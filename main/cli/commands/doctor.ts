import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Text } from '../../../rules/schema.ts'
import { type Asked, defaultDataFolder, fromTyped, type Outcome } from '../asked.ts'
import { call } from '../engine.ts'
import { parts, probeApart } from '../probe-apart.ts'
import { type Say, sayIn } from '../text/say.ts'

interface Check {
  name: string
  ok: boolean
  /** The version that works, or what went wrong. */
  detail: string
  /** What to do; null when all is well. */
  fix: Text | null
}

const reinstall: Text = {
  zh: '在项目文件夹运行 npm ci 重新安装',
  en: 'run npm ci in the project folder to install again',
}

export async function doctor(asked: Asked, options: { data?: string }): Promise<Outcome> {
  const folder = options.data === undefined ? defaultDataFolder() : fromTyped(options.data)
  const checks = [checkNode()]
  // One after the other: they are quick, and a small machine need not start six programs at once.
  for (const part of parts)
    checks.push(await check(part, part === 'reading' ? withoutReading : reinstall, () => probeApart(part)))
  checks.push(await check('rules', reinstall, async () => (await call('engine/state', {})).rulesVersion))
  checks.push(await check('data', chooseFolder, () => tryWriting(folder)))
  const ok = checks.every((each) => each.ok)
  return { json: { ok, checks }, text: () => doctorText(checks, sayIn(asked.language)), blocked: !ok }
}

const withoutReading: Text = {
  zh: '没有文字识别也能用，只是图片上的文字要自己核对；Intel 处理器的 Mac 没有这个组件，其他电脑请运行 npm ci',
  en: 'everything else works without it, and you compare the text on pictures yourself; Macs with an Intel processor have none, elsewhere run npm ci',
}

const chooseFolder: Text = {
  zh: '请检查磁盘空间和文件夹权限，或用 BEIQI_DATA 指定另一个文件夹',
  en: 'check disk space and permissions, or name another folder in BEIQI_DATA',
}

async function check(name: string, fix: Text, work: () => Promise<string>): Promise<Check> {
  try {
    return { name, ok: true, detail: await work(), fix: null }
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? error.message : String(error), fix }
  }
}

/** Below 22.14 the store's library ends the process instead of failing. */
function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 22 || (major === 22 && minor >= 14)
  const fix = {
    zh: '用 npm run 启动，它使用项目自带的 Node',
    en: "start with npm run, which uses the project's own Node",
  }
  return { name: 'node', ok, detail: process.versions.node, fix: ok ? null : fix }
}

/** Leaves nothing behind: neither the file nor folders that were not there before. */
async function tryWriting(folder: string): Promise<string> {
  const made = await mkdir(folder, { recursive: true })
  const file = join(folder, `doctor-${randomUUID()}.part`)
  try {
    await writeFile(file, 'beiqi', { flush: true })
  } finally {
    await rm(made ?? file, { recursive: true, force: true })
  }
  return folder
}

function doctorText(checks: readonly Check[], say: Say): string {
  return checks
    .map(({ name, ok, detail, fix }) => {
      const head = `${ok ? say('正常', 'ok  ') : say('不行', 'FAIL')}  ${say(titles[name] ?? { zh: name, en: name })}  ${detail}`
      return fix ? `${head}\n      → ${say(fix)}` : head
    })
    .join('\n')
}

const titles: Record<string, Text> = {
  node: { zh: 'Node', en: 'Node' },
  sharp: { zh: '图片编解码 sharp', en: 'pictures (sharp)' },
  opencv: { zh: '证件识别 OpenCV', en: 'document detection (OpenCV)' },
  sqlite: { zh: '加密数据库 SQLite', en: 'encrypted database (SQLite)' },
  pdfium: { zh: 'PDF 显示 PDFium', en: 'PDF rendering (PDFium)' },
  heic: { zh: 'HEIC 照片 libheif', en: 'HEIC photos (libheif)' },
  reading: { zh: '文字识别 ONNX Runtime', en: 'reading text (ONNX Runtime)' },
  font: { zh: '中文字体', en: 'Chinese font' },
  rules: { zh: '规则数据', en: 'rules' },
  data: { zh: '数据文件夹可写', en: 'data folder writable' },
}
