/**
 * Makes node_modules what package-lock.json says. Runs on the machine's own Node (20 or newer), before anything of this
 * project is installed: nothing but Node here.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join, sep } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** The Node that everything of this project runs on. */
export const ownNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * One line for the person; never on stdout, which belongs to the command's answer.
 * @param {string} line
 */
export function note(line) {
  process.stderr.write(`beiqi: ${line}\n`)
}

/** Installs the dependencies when they are absent or not those of the lock. Fails with what to do. */
export function ensureInstalled() {
  if (isInstalled()) return
  note('installing dependencies (npm ci), once')
  const { status } = runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], root)
  if (status !== 0)
    throw new Error('npm ci failed (see above). It needs a network, once; check the proxy or registry of npm.')
}

/**
 * The npm that started us, on the Node that runs it: `npm ci` removes the project's own Node under our feet.
 * @param {string[]} args
 * @param {string} cwd
 */
export function runNpm(args, cwd) {
  const { npm_execpath: npm, npm_node_execpath: node, ...env } = process.env
  const path = (env['PATH'] ?? '').split(delimiter).filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
  const [command, first] = npm && node && !isOwn(node) ? [node, [npm]] : ['npm', []]
  return spawnSync(command, [...first, ...args], {
    cwd,
    // What npm prints is news for the person, not our answer.
    stdio: ['ignore', 2, 2],
    env: { ...env, PATH: path.join(delimiter) },
    shell: command === 'npm' && process.platform === 'win32',
  })
}

/** @param {string} node */
function isOwn(node) {
  return node.startsWith(join(root, 'node_modules') + sep)
}

/** Whether npm's record of what it installed agrees with the lock. */
function isInstalled() {
  const installed = packagesOf('node_modules/.package-lock.json')
  if (!installed || !existsSync(ownNode)) return false
  return Object.entries(packagesOf('package-lock.json') ?? {}).every(([path, wanted]) => {
    if (path === '') return true
    const found = installed[path]
    // What is optional may be missing: binaries of other platforms.
    return found ? found.version === wanted.version : Boolean(wanted.optional || wanted.devOptional)
  })
}

/**
 * @param {string} lock
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }> | null}
 */
function packagesOf(lock) {
  try {
    return JSON.parse(readFileSync(join(root, lock), 'utf8')).packages
  } catch {
    return null
  }
}
