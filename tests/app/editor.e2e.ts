/** The editor in the real window, where what is drawn can be measured: the preview, the magnifier, the tone, the ways out. */
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { type Beiqi, expect, test } from './fixtures.ts'

const example = join(import.meta.dirname, '../../examples/individual-beijing')

async function openEditor(beiqi: Beiqi): Promise<void> {
  const { page } = beiqi
  await page.getByRole('radio', { name: '自己备案' }).check({ force: true })
  await page.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: '新建备案' }).click()
  await page.getByRole('button', { name: '回到任务清单' }).click()
  const photos = ['id-front.jpg', 'id-back.jpg'].map((name) => join(example, name))
  await beiqi.drop(page.getByRole('button', { name: /^主体负责人证件/ }), photos)
  await expect(page.getByText(/^已放入 2 张图片/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/正在读图片上的文字|张正在读/)).toHaveCount(0, { timeout: 120_000 })
  await page.getByRole('button', { name: /^调整 id-front.jpg/ }).click()
}

/** How light the four corners of what is shown are: 255 is white. */
async function cornersOf(picture: Locator): Promise<number[]> {
  await expect
    .poll(() => picture.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0)
  const { data, info } = await sharp(await picture.screenshot())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [right, bottom] = [info.width - 4, info.height - 4]
  const places = [
    [3, 3],
    [right, 3],
    [right, bottom],
    [3, bottom],
  ] as const
  return places.map(([x, y]) => data[(y * info.width + x) * info.channels] ?? 0)
}

/** How far the cross of the magnifier is from the corner in hand, in pixels of the screen as the lens shows them. */
function missOf(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const box = (of: string) => (document.querySelector(of) as HTMLElement).getBoundingClientRect()
    const [lens, shown, whole, handle] = ['.magnifier', '.magnifier .stage-picture', '.handles', '.handle:focus'].map(
      box,
    ) as [DOMRect, DOMRect, DOMRect, DOMRect]
    const near = shown.width / whole.width
    const at = { x: handle.x + handle.width / 2 - whole.x, y: handle.y + handle.height / 2 - whole.y }
    return [lens.x + lens.width / 2 - shown.x - at.x * near, lens.y + lens.height / 2 - shown.y - at.y * near]
  })
}

async function cropAndTurn(beiqi: Beiqi): Promise<void> {
  const { page } = beiqi
  await page.getByRole('button', { name: '还原原图' }).click()
  await page.getByText('裁剪', { exact: true }).click()
  await page.getByText('用数字设置').click()
  for (const [label, value] of [
    ['宽', '1200'],
    ['高', '800'],
    ['左', '500'],
    ['上', '500'],
  ] as const) {
    await page.getByRole('spinbutton', { name: label, exact: true }).fill(value)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: '应用裁剪' }).click()
  const picture = page.locator('.stage .stage-picture')
  expect(Math.min(...(await cornersOf(picture)))).toBeLessThan(200)
  await page.getByRole('spinbutton', { name: '微调角度（度）' }).fill('3.5')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '旋转 3.5°' })).toBeVisible()
  for (const light of await cornersOf(picture)) expect(light).toBeGreaterThan(250)
  await beiqi.screenshot('editor-turned')
}

/** In several small moves of the pointer, as a hand does. */
async function drag(page: Page, handle: Locator): Promise<void> {
  const box = await handle.boundingBox()
  if (!box) throw new Error('the handle is not visible')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 30, y + 20, { steps: 6 })
  await page.mouse.up()
}

async function moveCorners(beiqi: Beiqi): Promise<void> {
  const { page } = beiqi
  await page.getByText('拉正四角', { exact: true }).first().click()
  await expect(page.getByText(/^已找到四角|^不能确定四角|^没有找到/).first()).toBeVisible({ timeout: 30_000 })
  const [first, second] = [page.getByRole('button', { name: /^左上角/ }), page.getByRole('button', { name: /^右上角/ })]
  const labels = () => Promise.all([first, second].map((corner) => corner.getAttribute('aria-label')))
  const before = await labels()
  await drag(page, first)
  const once = await labels()
  await second.press('Shift+ArrowDown')
  const twice = await labels()
  for (const miss of await missOf(page)) expect(Math.abs(miss)).toBeLessThan(0.6)
  await expect(page.getByRole('button', { name: '保存调整' })).toBeEnabled()
  await beiqi.screenshot('editor-magnifier')
  await page.keyboard.press('Control+z')
  expect(await labels()).toEqual(once)
  await page.keyboard.press('Control+z')
  expect(await labels()).toEqual(before)
  await page.keyboard.press('Control+Shift+z')
  await page.keyboard.press('Control+y')
  expect(await labels()).toEqual(twice)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: '拉正四角' })).toBeVisible()
}

async function setTone(beiqi: Beiqi): Promise<void> {
  const { page } = beiqi
  await page.getByRole('button', { name: /切换到 English/ }).click()
  await page.getByText('Tone', { exact: true }).first().click()
  const slider = page.getByRole('slider', { name: 'Brightness' })
  const label = page.locator('.tones label', { hasText: 'Brightness' })
  const track = page.locator('.tones .ant-slider').nth(2)
  const [name, line] = [await label.boundingBox(), await track.boundingBox()]
  expect((name?.x ?? 0) + (name?.width ?? 0)).toBeLessThan(line?.x ?? 0)
  await page.getByText('Original', { exact: true }).click()
  await slider.press('ArrowRight')
  await expect(page.getByRole('radio', { name: 'Result' })).toBeChecked()
  await beiqi.screenshot('editor-tone')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /切换到简体中文|中文/ }).click()
}

test('the editor shows what is saved, keeps what is marked, and is not left without a question', async ({ beiqi }) => {
  test.setTimeout(300_000)
  const { page } = beiqi
  await openEditor(beiqi)
  await cropAndTurn(beiqi)

  // Out of the field first.
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog')).toContainText('调整还没有保存')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '复制调整到其他图片' }).click()
  await page.getByRole('checkbox', { name: /^旋转、裁剪和四角/ }).check()
  await beiqi.screenshot('editor-copy')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await setTone(beiqi)

  await page.getByRole('button', { name: '保存调整' }).click()
  const thumbnail = page.getByRole('button', { name: /^调整 id-front.jpg/ })
  await expect(thumbnail).toBeFocused({ timeout: 30_000 })
  await beiqi.screenshot('editor-saved')
  await thumbnail.press('Enter')
  await moveCorners(beiqi)
  await beiqi.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await expect(page.getByRole('dialog')).toContainText('调整还没有保存')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '返回首页' }).click()
  await page.getByRole('button', { name: '不保存，离开' }).click()
  await expect(page.getByRole('heading', { name: '我的备案' })).toBeVisible()
})
