/** What the tests need from a Linux system: a virtual display, Chromium's libraries, a Chinese font, a PDF renderer. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { note } from './install.mjs'

interface Need {
  found: () => boolean
  /** Debian's name; second, its name since Debian 13 and Ubuntu 24.04. */
  packages: readonly [string, string?]
}

const needs: readonly Need[] = [
  { found: () => hasCommand('Xvfb') && hasCommand('xvfb-run'), packages: ['xvfb'] },
  { found: () => hasCommand('xauth'), packages: ['xauth'] },
  { found: () => hasLibrary('libgtk-3.so.0'), packages: ['libgtk-3-0', 'libgtk-3-0t64'] },
  { found: () => hasLibrary('libnss3.so'), packages: ['libnss3'] },
  { found: () => hasLibrary('libasound.so.2'), packages: ['libasound2', 'libasound2t64'] },
  { found: () => hasLibrary('libgbm.so.1'), packages: ['libgbm1'] },
  { found: hasChineseFont, packages: ['fonts-noto-cjk'] },
  { found: () => hasCommand('pdftoppm'), packages: ['poppler-utils'] },
]

/** Root gets what is missing installed; anybody else is told the line that does it, and this fails. */
export function ensureSystemPackages(): void {
  if (process.platform !== 'linux') return
  const missing = needs.filter((need) => !need.found())
  if (missing.length === 0) return
  if (!hasCommand('apt-get')) {
    const names = missing.map(({ packages }) => packages[0]).join(' ')
    throw new Error(`install with your package manager what Debian calls: ${names}`)
  }
  if (process.getuid?.() !== 0) {
    const install = ['install', '-y', '--no-install-recommends', ...missing.map(nameHere)].join(' ')
    throw new Error(`system packages are missing; run:\n  sudo apt-get update && sudo apt-get ${install}`)
  }
  apt(['update'])
  const names = missing.map(nameHere)
  note(`installing ${names.join(' ')}`)
  apt(['install', '-y', '--no-install-recommends', ...names])
}

function apt(args: string[]): void {
  const { status } = spawnSync('apt-get', ['-q', ...args], {
    stdio: ['ignore', 'ignore', 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed (see above)`)
}

function nameHere({ packages: [name, later] }: Need): string {
  return later && isKnown(later) ? later : name
}

/** By the package lists; where these were never fetched, by the release. */
function isKnown(name: string): boolean {
  const policy = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } })
  if (/Candidate: (?!\(none\))/.test(policy.stdout)) return true
  if (policy.stdout !== '') return false
  const release = readFileSync('/etc/os-release', 'utf8')
  const version = Number(/^VERSION_ID="?(\d+)/m.exec(release)?.[1])
  return /^ID="?ubuntu/m.test(release) ? version >= 24 : version >= 13
}

function hasCommand(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)))
}

function hasLibrary(name: string): boolean {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path)) ?? 'ldconfig'
  return spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout?.includes(`\t${name} `) ?? false
}

function hasChineseFont(): boolean {
  return (spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== ''
}
