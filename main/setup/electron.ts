/** Finds an Electron to run: a given one, Electron's own download, or the pinned test runtime. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { note, root } from './install.mjs'
import { testRuntime } from './test-runtime.ts'

export interface Electron {
  executable: string
  /** Its distribution folder: what a package is made from. */
  folder: string
  version: string
}

const names = { linux: 'electron', win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' } as const

const executableName = names[process.platform as keyof typeof names] ?? 'electron'

/** `given`: an executable or its folder. Fails with what to do when there is none. */
export async function findElectron(given = process.env['BEIQI_ELECTRON']): Promise<Electron> {
  if (given) return givenElectron(resolve(given))
  const own = ownDownload()
  if (own) return own
  if (process.platform === 'linux' && process.arch === 'x64') return describe(await testRuntime())
  throw new Error(
    'there is no Electron. Set ELECTRON_MIRROR to a mirror of its downloads, or BEIQI_ELECTRON to the path of an Electron.',
  )
}

/** Where the packaged program of this platform is started. */
export function packagedProgram(): string {
  const paths: Partial<Record<NodeJS.Platform, string>> = {
    linux: 'linux-unpacked/beiqi',
    win32: 'win-unpacked/Beiqi.exe',
    darwin: `mac${process.arch === 'arm64' ? '-arm64' : ''}/Beiqi.app/Contents/MacOS/Beiqi`,
  }
  return join(root, 'dist', paths[process.platform] ?? '')
}

/** What to start it with besides the program: root under Linux cannot have the sandbox. */
export function sandboxSwitches(): string[] {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/** Whether this user on this system may have Chromium's sandbox: Ubuntu 24 forbids it to unknown programs. */
export function sandboxIsPossible(): boolean {
  const restriction = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'
  const restricted = existsSync(restriction) && readFileSync(restriction, 'utf8').trim() === '1'
  return sandboxSwitches().length === 0 && !restricted
}

/**
 * This environment without what would make Electron something else than the program, and with UTF-8: in another
 * character set Chromium under Linux cannot say where a file with a Chinese name lies.
 */
export function electronEnvironment(): Record<string, string> {
  const { NODE_OPTIONS: _options, ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env
  const { LC_ALL, LC_CTYPE, LANG } = environment
  if (process.platform === 'linux' && !/utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || ''))
    environment['LC_ALL'] = 'C.UTF-8'
  return environment as Record<string, string>
}

function givenElectron(path: string): Electron {
  if (!existsSync(path)) throw new Error(`there is no Electron at ${path}`)
  return statSync(path).isDirectory() ? describe(path) : { ...describe(distributionOf(path)), executable: path }
}

function distributionOf(executable: string): string {
  return process.platform === 'darwin' ? join(dirname(executable), '../../..') : dirname(executable)
}

function describe(folder: string): Electron {
  const executable = join(folder, executableName)
  if (!existsSync(executable)) throw new Error(`there is no ${basename(executable)} in ${folder}`)
  const version = join(folder, 'version')
  return {
    executable,
    folder,
    version: existsSync(version) ? readFileSync(version, 'utf8').replace(/^v/, '').trim() : '',
  }
}

/** What the `electron` package downloads, from ELECTRON_MIRROR when set; null where it cannot be reached. */
function ownDownload(): Electron | null {
  const home = join(root, 'node_modules/electron')
  const folder = join(home, 'dist')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  if (existsSync(join(folder, executableName))) return describe(folder)
  note(`downloading Electron ${version}${process.env['ELECTRON_MIRROR'] ? ' from ELECTRON_MIRROR' : ''}`)
  const { status, stderr } = spawnSync(process.execPath, [join(home, 'install.js')], { encoding: 'utf8', cwd: root })
  if (status === 0) return describe(folder)
  const reason = stderr.split('\n')[0]?.replace(/^\w*Error: /, '')
  note(`Electron's own download cannot be reached (${reason})`)
  return null
}
