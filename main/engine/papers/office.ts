/**
 * A Word file as PDF, by the LibreOffice of this machine: in a profile of its own that is thrown away, without macros,
 * links, printers or network, within a time, and ended with all its processes when the person cancels.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Failure } from '../failure.ts'

const mostSeconds = 90

/** What bytes of a word processor begin with, and the ending under which LibreOffice reads them. */
const wordKinds: readonly { hex: string; ending: string; inside?: string }[] = [
  { hex: 'd0cf11e0a1b11ae1', ending: 'doc' },
  { hex: '7b5c727466', ending: 'rtf' },
  { hex: '504b0304', ending: 'docx', inside: 'word/' },
  { hex: '504b0304', ending: 'odt', inside: 'opendocument.text' },
]

/** The ending that a Word file should have, or null when the bytes are none. */
export function wordEnding(bytes: Uint8Array): string | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const hex = data.subarray(0, 8).toString('hex')
  const found = wordKinds.find((kind) => hex.startsWith(kind.hex) && (!kind.inside || data.includes(kind.inside)))
  return found?.ending ?? null
}

/** Fails with `blank.word-needs-office`, `blank.word-unreadable`, `blank.word-too-slow` or `task.cancelled`. */
export async function wordToPdf(
  bytes: Uint8Array,
  {
    file,
    ending,
    signal,
    seconds = mostSeconds,
  }: { file: string; ending: string; signal: AbortSignal; seconds?: number },
): Promise<Uint8Array> {
  const program = await findOffice()
  if (program === null) throw new Failure('blank.word-needs-office', { file })
  const folder = await mkdtemp(join(tmpdir(), 'beiqi-word-'))
  try {
    const input = join(folder, `blank.${ending}`)
    const profile = join(folder, 'profile')
    await mkdir(join(profile, 'user'), { recursive: true })
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), settings)
    await writeFile(input, bytes)
    const said = await run(program, argumentsFor(profile, folder, input), { file, signal, seconds })
    return await readFile(join(folder, 'blank.pdf')).catch(() => {
      throw new Failure('blank.word-unreadable', { file, detail: said.slice(0, 200) || 'LibreOffice' })
    })
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function argumentsFor(profile: string, out: string, input: string): string[] {
  const quiet = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard']
  return [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    ...quiet,
    '--convert-to',
    'pdf',
    '--outdir',
    out,
    input,
  ]
}

/** No macro runs, no linked picture is fetched, no link is brought up to date. */
const settings = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${setting('Common/Security/Scripting', 'MacroSecurityLevel', '3')}
${setting('Common/Security/Scripting', 'DisableMacrosExecution', 'true')}
${setting('Common/Security/Scripting', 'BlockUntrustedRefererLinks', 'true')}
${setting('Writer/Content/Update', 'Link', '2')}
${setting('Common/Save/Document', 'WarnAlienFormat', 'false')}
</oor:items>
`

function setting(path: string, name: string, value: string): string {
  return `<item oor:path="/org.openoffice.Office.${path}"><prop oor:name="${name}" oor:op="fuse"><value>${value}</value></prop></item>`
}

interface Limits {
  file: string
  signal: AbortSignal
  seconds: number
}

/** What the program said, once it has ended. It has children, so the whole group is ended. */
function run(program: string, words: readonly string[], { file, signal, seconds }: Limits): Promise<string> {
  if (signal.aborted) return Promise.reject(new Failure('task.cancelled'))
  return new Promise((done, fail) => {
    const child = spawn(program, words, { env: withoutNetwork(), detached: process.platform !== 'win32' })
    let said = ''
    let why: Failure | null = null
    const stop = (failure: Failure) => {
      why = failure
      endGroup(child.pid)
    }
    const cancel = () => stop(new Failure('task.cancelled'))
    const timer = setTimeout(() => stop(new Failure('blank.word-too-slow', { file, seconds })), seconds * 1000)
    signal.addEventListener('abort', cancel)
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    child.on('error', (error) => {
      why ??= new Failure('blank.word-unreadable', { file, detail: error.message })
    })
    child.on('close', () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      if (why) fail(why)
      else done(said.trim())
    })
  })
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawn('taskkill', ['/pid', String(pid), '/t', '/f'])
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}

/** Whatever a document asks for goes to a door that is closed. */
function withoutNetwork(): NodeJS.ProcessEnv {
  const closed = 'http://127.0.0.1:9'
  const { DISPLAY: _screen, ...rest } = process.env
  return {
    ...rest,
    http_proxy: closed,
    https_proxy: closed,
    HTTP_PROXY: closed,
    HTTPS_PROXY: closed,
    SAL_USE_VCLPLUGIN: 'svp',
  }
}

const usualPlaces = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
  '/opt/libreoffice/program/soffice',
  '/snap/bin/libreoffice',
]

/** `BEIQI_SOFFICE` names it where it is nowhere usual; null: this machine has none. */
async function findOffice(): Promise<string | null> {
  const named = process.env['BEIQI_SOFFICE']
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice']
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
  for (const path of named !== undefined ? [named] : [...onPath, ...usualPlaces]) {
    if (
      await access(path, constants.X_OK).then(
        () => true,
        () => false,
      )
    )
      return path
  }
  return null
}
