/**
 * The program in a real window. Each test that asks for `beiqi` gets a program of its own, with an empty data folder:
 *
 *   test('…', async ({ beiqi }) => {
 *     await beiqi.answerOpen([photo])          // what the next dialogs answer
 *     await beiqi.page.getByRole('button', …).click()
 *   })
 *
 * After each test: the page logged no error (unless `test.use({ toleratesErrors: true })`), asked nothing of the network,
 * and shows nothing of Ant Design whose styles were left out of the build. Needs the build; `npm test` makes it, with a display, and runs everything.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Locator, type Page } from '@playwright/test'
import { electronEnvironment, findElectron, packagedProgram, sandboxIsPossible } from '../../main/setup/electron.ts'
// Declares what the preload puts into the page.
import type {} from '../../renderer/bridge.ts'

export { expect }

const root = join(import.meta.dirname, '../..')

/** One program, started with a folder of its own. */
export interface Beiqi {
  app: ElectronApplication
  page: Page
  /** A folder for what the test writes; removed afterwards. */
  folder: string
  /** What the system's open dialogs answer from now on; null: the person cancels. */
  answerOpen(paths: string[] | null): Promise<void>
  answerSave(path: string | null): Promise<void>
  /** Drops files of the disk on an element, as from the system's file manager. */
  drop(target: Locator, paths: string[]): Promise<void>
  /** Puts a picture on the clipboard, as another program does; paste it with a key press. */
  copyPicture(path: string): Promise<void>
  /** Saved in tests/.results/app and attached to the report. */
  screenshot(name: string): Promise<void>
}

export interface AppOptions {
  packaged: boolean
}

interface TestFixtures {
  beiqi: Beiqi
  toleratesErrors: boolean
}

interface WorkerFixtures extends AppOptions {
  program: Program
}

/** What to start: an Electron with the checkout, or the packaged program. */
interface Program {
  executable: string
  args: string[]
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  packaged: [false, { option: true, scope: 'worker' }],
  toleratesErrors: [false, { option: true }],

  program: [
    async ({ packaged }, use) => {
      if (packaged) return use({ executable: packagedProgram(), args: [] })
      await use({ executable: (await findElectron()).executable, args: [root] })
    },
    { scope: 'worker' },
  ],

  beiqi: async ({ program, toleratesErrors }, use, info) => {
    const home = mkdtempSync(join(tmpdir(), 'beiqi-app-'))
    const app = await launch(program, home)
    const page = await app.firstWindow()
    const errors = listenToErrors(page)
    await listenToRequests(app)
    const folder = join(home, 'work')
    mkdirSync(folder)
    const screenshot = async (name: string) => {
      const path = info.outputPath(`${name}.png`)
      await info.attach(name, { body: await page.screenshot({ path }), contentType: 'image/png' })
    }
    await use({ app, page, folder, screenshot, ...dialogs(app), ...hands(app, page) })

    if (info.status !== info.expectedStatus && !page.isClosed()) await screenshot('failed').catch(() => {})
    const requests = await outsideRequests(app)
    const bare = page.isClosed() ? [] : await unstyled(page)
    await app.close()
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    expect(requests, 'requests to the outside').toEqual([])
    expect(bare, 'parts of Ant Design that are not in `shown` of vite.config.ts').toEqual([])
    if (!toleratesErrors) expect(errors, 'errors in the page').toEqual([])
  },
})

/** `home` holds everything the program keeps. */
export function launch(program: Program, home: string): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: program.executable,
    // A virtual display has no graphics device, whatever the machine has.
    args: [...program.args, `--user-data-dir=${join(home, 'user')}`, '--lang=zh-CN', '--disable-gpu'],
    env: { ...electronEnvironment(), BEIQI_DATA: join(home, 'data') },
    // Playwright takes the sandbox away from everybody; only root must do without.
    chromiumSandbox: sandboxIsPossible(),
  })
}

function listenToErrors(page: Page): string[] {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

function dialogs(app: ElectronApplication) {
  return {
    answerOpen: (paths: string[] | null) =>
      app.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = async () => ({ canceled: filePaths === null, filePaths: filePaths ?? [] })
      }, paths),
    answerSave: (path: string | null) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' })
      }, path),
  }
}

/** What a person does that Playwright has no call for. */
function hands(app: ElectronApplication, page: Page) {
  return {
    async drop(target: Locator, files: string[]) {
      await target.scrollIntoViewIfNeeded()
      const box = await target.boundingBox()
      if (!box) throw new Error('the place to drop on is not visible')
      const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      const devtools = await page.context().newCDPSession(page)
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await devtools.send('Input.dispatchDragEvent', {
          type,
          ...at,
          data: { items: [], files, dragOperationsMask: 1 },
        })
      }
      await devtools.detach()
    },
    copyPicture: (path: string) =>
      app.evaluate(async ({ clipboard, ClipboardItem, nativeImage }, from) => {
        const picture = nativeImage.createFromPath(from)
        // Electron before 45 has its own way.
        const older = clipboard as unknown as { writeImage?: (picture: Electron.NativeImage) => void }
        if (older.writeImage) return older.writeImage(picture)
        const png = new Blob([new Uint8Array(picture.toPNG())], { type: 'image/png' })
        await clipboard.write([new ClipboardItem({ 'image/png': png })])
      }, path),
  }
}

/** Parts of Ant Design in the page ("btn") for which its style sheets have no rule. */
function unstyled(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    const styles = rules.map((rule) => rule.cssText).join()
    const classes = [...document.querySelectorAll('[class*="ant-"]')].flatMap((element) => [...element.classList])
    const parts = classes.flatMap((name) => /^ant-([a-z]+)/.exec(name)?.[1] ?? [])
    return [...new Set(parts)].filter((part) => !styles.includes(`.ant-${part}`))
  })
}

/** Remembers what goes, or tries to go, beyond this machine. */
async function listenToRequests(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => {
    const urls: string[] = []
    Object.assign(globalThis, { outsideRequests: urls })
    const outside = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*'] }
    session.defaultSession.webRequest.onSendHeaders(outside, ({ url }) => urls.push(`sent ${url}`))
    session.defaultSession.webRequest.onErrorOccurred(outside, ({ url }) => urls.push(`refused ${url}`))
  })
}

/** Requests to the outside since the last time this was asked: "sent …" or "refused …". */
export function outsideRequests(app: ElectronApplication): Promise<string[]> {
  return app.evaluate(() => (globalThis as unknown as { outsideRequests: string[] }).outsideRequests.splice(0))
}

/** Process ids of the engine of this program (Linux). */
export function enginePids(app: ElectronApplication): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = `/proc/${name}/stat`
    // "pid (name) state ppid …"; a name may hold anything, also brackets.
    if (existsSync(stat))
      parents.set(Number(name), Number(readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ')[1]))
  }
  const main = app.process().pid ?? 0
  const descends = (pid: number): boolean => pid === main || (pid > 1 && descends(parents.get(pid) ?? 0))
  return [...parents.keys()].filter((pid) => descends(pid) && /engine\/index\.js|NodeService/.test(commandOf(pid)))
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return '' // It has ended meanwhile.
  }
}
