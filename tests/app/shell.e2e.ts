/** The shell around the page: one window, locked in, with an engine that may die. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronEnvironment, sandboxIsPossible, sandboxSwitches } from '../../main/setup/electron.ts'
import type { Reply } from '../../preload/contract.ts'
import { enginePids, expect, outsideRequests, test } from './fixtures.ts'

const state = ['engine/state', {}] as const

test.describe('a program that starts', { tag: '@packaged' }, () => {
  test('opens one window on its own page, with an engine that answers', async ({ beiqi }) => {
    const { app, page } = beiqi

    const reply = await page.evaluate(([name, input]) => window.bridge.call(name, input), state)

    const version = await app.evaluate(({ app: program }) => program.getVersion())
    expect(reply).toMatchObject({ ok: true, value: { version } })
    expect(page.url()).toBe('app://ui/')
    await expect(page).toHaveTitle(/备齐/)
    expect(app.windows()).toHaveLength(1)
    await expect(page.getByText('自己备案').first()).toBeVisible()
    await beiqi.screenshot('first-window')
  })
})

test('started a second time, it shows the first window and ends', async ({ beiqi, program }) => {
  const data = await beiqi.app.evaluate(({ app }) => app.getPath('userData'))

  const args = [...sandboxSwitches(), ...program.args, `--user-data-dir=${data}`]
  const second = spawnSync(program.executable, args, { env: electronEnvironment(), timeout: 30_000 })

  expect(second.status).toBe(0)
  expect(beiqi.app.windows()).toHaveLength(1)
})

test.describe('a page that wants out', () => {
  test.use({ toleratesErrors: true })

  test('is locked in', async ({ beiqi: { app, page } }) => {
    const seen = await page.evaluate(async () => {
      const answer = (work: Promise<Response>) => work.then(({ status }) => status).catch(() => 'refused')
      const inline = document.createElement('script')
      const markup = document.createElement('div')
      // Trusted Types: text becomes neither a script nor markup.
      let refusals = 0
      for (const attempt of [
        () => inline.append('globalThis.inlineRan = true'),
        () => Reflect.set(markup, 'innerHTML', '<img src=x onerror="globalThis.inlineRan = true">'),
      ]) {
        try {
          attempt()
        } catch {
          refusals += 1
        }
      }
      document.body.append(inline, markup)
      return {
        node: ['require', 'process', 'module'].filter((name) => name in globalThis),
        opened: window.open('https://example.com') === null ? 'refused' : 'opened',
        web: await answer(fetch('https://example.com/')),
        outside: await answer(fetch('app://ui/..%2f..%2fpackage.json')),
        nowhere: await answer(fetch('app://elsewhere/')),
        noPicture: await answer(fetch('app://preview/image/0192f3a0-0000-7000-8000-000000000000?side=64')),
        geolocation: await new Promise((told) =>
          navigator.geolocation.getCurrentPosition(
            () => told('allowed'),
            ({ code }) => told(code === 1 ? 'refused' : `failed ${code}`),
          ),
        ),
        refusals,
        inlineRan: 'inlineRan' in globalThis,
      }
    })
    await page.evaluate(() => location.assign('https://example.com/')).catch(() => {})

    expect(seen).toEqual({
      node: [],
      opened: 'refused',
      web: 'refused',
      outside: 404,
      nowhere: 404,
      noPicture: 404,
      geolocation: 'refused',
      refusals: 2,
      inlineRan: false,
    })
    // Asked of the program: Playwright waits for the refused navigation.
    const open = await app.evaluate(({ webContents }) => webContents.getAllWebContents().map((page) => page.getURL()))
    expect(open).toEqual(['app://ui/'])
    expect((await outsideRequests(app)).filter((request) => request.startsWith('sent'))).toEqual([])
  })

  test('reaches no call that the contract does not have', async ({ beiqi: { page } }) => {
    const failures = await page.evaluate(async () => {
      const call = window.bridge.call as (name: string, input: unknown) => Promise<Reply>
      const replies = [call('__proto__', {}), call('toString', {}), call('client/list', { search: 1 })]
      return (await Promise.all(replies)).map((reply) => (reply.ok ? 'ok' : reply.failure.code))
    })

    expect(failures).toEqual(['call.unknown', 'call.unknown', 'call.invalid'])
  })
})

test('what the main process itself asks of the network is refused and counted', async ({ beiqi: { app } }) => {
  const fetched = await app.evaluate(({ net }) => net.fetch('https://example.com/').then(String, () => 'refused'))

  const about = await app.evaluate(({ dialog, Menu }) => {
    const shown = new Promise<string>((told) => {
      dialog.showMessageBox = async (...given: unknown[]) => {
        told((given.at(-1) as { detail: string }).detail)
        return { response: 0, checkboxChecked: false }
      }
    })
    Menu.getApplicationMenu()?.getMenuItemById('about')?.click()
    return shown
  })

  expect(fetched).toBe('refused')
  expect(about).toContain('拦截的网络请求：1')
  expect(await outsideRequests(app)).toEqual(['refused https://example.com/'])
})

test('an engine that dies fails the open call, says so, and the next call is answered', async ({
  beiqi: { app, page },
}) => {
  await page.evaluate(([name, input]) => window.bridge.call(name, input), state)
  await page.evaluate(() => {
    const states: string[] = []
    Object.assign(globalThis, { states })
    window.bridge.onEngine((now) => states.push(now))
  })
  const [engine] = enginePids(app)
  if (!engine) throw new Error('no engine process was found')

  // Stopped first, so that it cannot answer before it is killed.
  process.kill(engine, 'SIGSTOP')
  const open = page.evaluate(([name, input]) => window.bridge.call(name, input), state)
  await page.evaluate(() => {})
  process.kill(engine, 'SIGKILL')

  expect(await open).toEqual({ ok: false, failure: { code: 'engine.stopped', params: {} } })
  expect(await page.evaluate(([name, input]) => window.bridge.call(name, input), state)).toMatchObject({ ok: true })
  expect(await page.evaluate(() => (globalThis as unknown as { states: string[] }).states)).toEqual([
    'restarting',
    'ready',
  ])
  expect(enginePids(app)).toHaveLength(1)
  expect(enginePids(app)).not.toContain(engine)
})

test('the page runs in the sandbox, unless root started the program', async ({ beiqi: { app } }) => {
  const pid = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId())

  const filter = /Seccomp:\s+(\d)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]

  expect(filter).toBe(sandboxIsPossible() ? '2' : '0')
})

test('the dialogs answer with paths, or null when the person cancels', async ({ beiqi }) => {
  const { page, folder } = beiqi
  const photo = join(folder, 'photo.jpg')

  await beiqi.answerOpen(null)
  expect(await page.evaluate(() => window.bridge.chooseImages())).toBeNull()
  await beiqi.answerOpen([photo])
  expect(await page.evaluate(() => window.bridge.chooseImages())).toEqual([photo])
  expect(await page.evaluate(() => window.bridge.chooseFolder())).toBe(photo)
  await beiqi.answerSave(null)
  expect(await page.evaluate(() => window.bridge.chooseSave('zip', '材料包.zip'))).toBeNull()
  await beiqi.answerSave(join(folder, 'out.zip'))
  expect(await page.evaluate(() => window.bridge.chooseSave('zip', '材料包.zip'))).toBe(join(folder, 'out.zip'))
  expect(
    await page.evaluate(() =>
      window.bridge.chooseFile('exe' as 'pdf').then(
        () => 'answered',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
})

test('dropped files have a path, and a pasted picture its bytes', async ({ beiqi }) => {
  const { page, folder } = beiqi
  const photo = join(folder, '照片 1.png')
  copyFileSync(join(import.meta.dirname, '../../assets/icons/beiqi.png'), photo)
  await page.evaluate(() => {
    const told = Object.assign(globalThis, { dropped: [] as string[], pasted: [] as string[] })
    document.addEventListener('dragover', (event) => event.preventDefault(), true)
    document.addEventListener(
      'drop',
      (event) => told.dropped.push(...window.bridge.pathsOf([...(event.dataTransfer?.files ?? [])])),
      true,
    )
    document.addEventListener(
      'paste',
      (event) => told.pasted.push(...[...(event.clipboardData?.files ?? [])].map(({ type }) => type)),
      true,
    )
  })
  const told = () =>
    page.evaluate(() => {
      const { dropped, pasted } = globalThis as unknown as { dropped: string[]; pasted: string[] }
      return { dropped, pasted }
    })

  await beiqi.drop(page.locator('body'), [photo])
  await beiqi.copyPicture(photo)
  await page.keyboard.press('ControlOrMeta+V')

  await expect.poll(told).toEqual({ dropped: [photo], pasted: ['image/png'] })
})
