/** From the start of Electron to a list that can be used, or to an empty window. In the built program. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { createEngine } from '../../main/engine/engine.ts'
import { electronEnvironment, sandboxIsPossible } from '../../main/setup/electron.ts'
import { report } from './report.ts'

const [design = 'beiqi', executablePath = '', program = ''] = process.argv.slice(2)
const home = await mkdtemp(join(tmpdir(), 'beiqi-bench-start-'))
const data = join(home, 'data')

/** What is on the screen when the window can be used. */
const awaited = '示例客户'

/** Somebody who has begun to work is not asked the first run's question again. */
async function prepareData(): Promise<void> {
  const engine = createEngine({ dataFolder: data })
  await engine.dispatch('settings/set', { role: 'agency' }, () => {})
  await engine.dispatch('client/create', { name: awaited }, () => {})
  await engine.close()
}

async function prepareEmpty(): Promise<void> {
  await writeFile(join(home, 'package.json'), JSON.stringify({ name: 'empty', version: '1.0.0', main: 'main.cjs' }))
  // Without Playwright's own signal the window may be born before it is attached (see main/shell/test-driver.ts).
  const waits = `new Promise((go) => { Object.assign(globalThis, { __playwright_run: () => go() }); setTimeout(go, 5000) })`
  const opens = `new (require('electron').BrowserWindow)({ width: 1200, height: 800 }).loadURL('data:text/html;charset=utf-8,${encodeURIComponent(awaited)}')`
  await writeFile(
    join(home, 'main.cjs'),
    `Promise.all([require('electron').app.whenReady(), ${waits}]).then(() => ${opens})`,
  )
}

/** Milliseconds until the window can be used; the program is closed again. */
async function start(): Promise<number> {
  const started = performance.now()
  const app = await _electron.launch({
    executablePath,
    args: [
      design === 'beiqi' ? program : home,
      `--user-data-dir=${join(home, 'user')}`,
      '--lang=zh-CN',
      '--disable-gpu',
    ],
    env: { ...electronEnvironment(), BEIQI_DATA: data },
    chromiumSandbox: sandboxIsPossible(),
  })
  const page = await app.firstWindow()
  await page.getByText(awaited).first().waitFor()
  const wall = performance.now() - started
  // Chromium keeps what it compiled of the page a moment later.
  await page.waitForTimeout(2000)
  await app.close()
  return wall
}

await (design === 'beiqi' ? prepareData() : prepareEmpty())
// Who has clients has started the program before, so Chromium's own folder is there.
await start()
const wall = await start()
await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
report({ wall, cpu: Number.NaN, memory: Number.NaN, note: '' })
