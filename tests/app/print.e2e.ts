/** Printing in the real window: several clients in one run, at true size, and nothing of it left on the disk. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication } from '@playwright/test'
import sharp from 'sharp'
import { renderPage } from '../../main/engine/pdf/render.ts'
import { addClients } from './agency.ts'
import { type Beiqi, expect, test } from './fixtures.ts'

interface Printed {
  pdf: Buffer
  options: { silent?: boolean; scaleFactor?: number; margins?: { marginType?: string } }
}

/** The system's dialog answers at once, and its printer is a PDF. */
async function givePrinter(app: ElectronApplication): Promise<() => Promise<Printed>> {
  await app.evaluate(({ app: electron }) => {
    electron.on('web-contents-created', (_event, contents) => {
      contents.print = (options, done) => {
        const paper = {
          pageSize: 'A4',
          margins: { top: 0, bottom: 0, left: 0, right: 0 },
          printBackground: true,
        } as const
        void contents.printToPDF({ ...paper, preferCSSPageSize: true }).then((pdf) => {
          Object.assign(globalThis, { printed: { pdf: pdf.toString('base64'), options } })
          done?.(true, '')
        })
      }
    })
  })
  return async () => {
    const { pdf, options } = await app.evaluate(
      () => (globalThis as unknown as { printed: Printed & { pdf: string } }).printed,
    )
    return { pdf: Buffer.from(pdf, 'base64'), options }
  }
}

const mm = { side: 3508, perPixel: 297 / 3508 } as const

/** Length in millimetres of the longest dark line across a page, which on the test page is its ruler of 150. */
async function longestLine(pdf: Uint8Array): Promise<number> {
  const { data, width, height } = await renderPage(pdf, 0, mm.side)
  let longest = 0
  for (let row = 0; row < height * 0.9; row++) {
    let run = 0
    for (let at = row * width * 3; at < (row + 1) * width * 3; at += 3) {
      run = (data[at] ?? 255) < 160 ? run + 1 : 0
      longest = Math.max(longest, run)
    }
  }
  return longest * mm.perPixel
}

/** How dark a page is in each square of 5 mm, 0 to 255. */
async function darkness(pdf: Uint8Array, page: number): Promise<Buffer> {
  const { data, width, height } = await renderPage(pdf, page, 1188)
  const squares = { width: 42, height: 59, fit: 'fill', kernel: 'linear' } as const
  return sharp(data, { raw: { width, height, channels: 3 } })
    .resize(squares)
    .extractChannel(1)
    .raw()
    .toBuffer()
}

/** Mean distance of two pages, square by square. */
function distance(one: Buffer, other: Buffer): number {
  return one.reduce((total, value, at) => total + Math.abs(value - (other[at] ?? 0)), 0) / one.length
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
  )
}

async function calibrate({ page }: Beiqi): Promise<void> {
  const sheet = page.getByRole('img', { name: '打印预览，第 1 页' })
  await expect(sheet).toBeVisible()
  const width = async () => (await sheet.boundingBox())?.width ?? 0
  expect(await width()).toBeCloseTo((210 / 25.4) * 96, 0)
  await page.getByRole('button', { name: '校准屏幕' }).click()
  const slider = page.getByRole('slider', { name: '框的宽度' })
  for (let press = 0; press < 40; press++) await slider.press('ArrowRight')
  const frame = page.getByText('85.6 毫米')
  const perMm = ((await frame.boundingBox())?.width ?? 0) / 85.6
  expect(perMm).toBeGreaterThan(4)
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('屏幕已按身份证校准')).toBeVisible()
  expect(await width()).toBeCloseTo(210 * perMm, 0)
}

test('papers of several clients are printed in one run as they are seen', async ({ beiqi }) => {
  test.setTimeout(180_000)
  const { page, app, folder } = beiqi
  const printed = await givePrinter(app)
  await addClients(page)
  await page.getByRole('button', { name: '打印文书' }).click()
  await page.getByRole('button', { name: '全选' }).click()
  await beiqi.screenshot('print-choice')
  await page.getByRole('button', { name: '继续（2 份备案）' }).click()
  await expect(page.getByText('共 8 页，6 份文书')).toBeVisible({ timeout: 60_000 })
  await calibrate(beiqi)
  await beiqi.screenshot('print-true-size')

  await page.getByRole('checkbox', { name: /先打印一页比例测试页/ }).check()
  await page.getByRole('spinbutton', { name: /授权书.*的份数$/ }).fill('2')
  await page.getByText('按文书', { exact: true }).click()
  await expect(page.getByText(/^共 10 页/)).toBeVisible({ timeout: 30_000 })
  await page.getByText('整页', { exact: true }).click()
  await expect
    .poll(() => page.getByRole('img', { name: /打印预览/ }).evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(500)
  await beiqi.screenshot('print-whole')

  const saved = join(folder, 'papers.pdf')
  await beiqi.answerSave(saved)
  await page.getByRole('button', { name: '另存为 PDF' }).click()
  await expect(page.getByText(/打印后请删除/)).toBeVisible()
  await page.getByRole('button', { name: '打印…' }).click()
  await expect(page.getByText('已交给打印机：10 页。')).toBeVisible({ timeout: 90_000 })

  const source = readFileSync(saved)
  const { pdf, options } = await printed()
  expect(options).toMatchObject({ silent: false, scaleFactor: 100, margins: { marginType: 'none' } })
  const { width, height, pages } = await renderPage(pdf, 0, 842)
  expect([width, height, pages]).toEqual([595, 842, 10])
  expect(Math.abs((await longestLine(pdf)) - 150)).toBeLessThan(0.3)
  const others = distance(await darkness(source, 1), await darkness(source, 9))
  for (const number of [0, 1, 9]) {
    const found = distance(await darkness(pdf, number), await darkness(source, number))
    expect(found).toBeLessThan(others / 4)
  }

  await page.getByRole('button', { name: '返回' }).click()
  const kept = filesBelow(join(folder, '..')).filter((path) => path !== saved)
  const open = kept.filter((path) => /%PDF-|\u00ff\u00d8\u00ff/.test(readFileSync(path, 'latin1')))
  expect(open).toEqual([])
})
