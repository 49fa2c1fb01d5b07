/** The main job in the real window, as a newcomer does it: facts, photos, straightening, joining, the form, the package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import sharp from 'sharp'
import { PackageResult } from '../../preload/views.ts'
import { windowFor } from '../../rules/catalog.ts'
import { type Beiqi, expect, test } from './fixtures.ts'

const example = join(import.meta.dirname, '../../examples/individual-beijing')
const photo = (name: string) => join(example, name)

async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true }).first()
  await box.click()
  // Only a long list is typed into.
  if (await box.isEditable()) await box.fill(option)
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

async function type(page: Page, region: string, label: string, text: string): Promise<void> {
  const field = page
    .getByRole('region', { name: region, exact: true })
    .getByRole('textbox', { name: label, exact: true })
  await field.fill(text)
  await field.blur()
}

async function begin(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '自己备案' }).check({ force: true })
  await page.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: '新建备案' }).click()
}

/** The facts of an individual in Beijing on the paper form. */
async function fillFacts(page: Page): Promise<void> {
  await choose(page, '主体性质', '个人')
  await choose(page, '省份（管局）', '北京')
  await choose(page, '接入商', '阿里云')
  const paper = page.getByRole('radiogroup', { name: '接入商要求纸质《真实性核验单》' })
  await paper.getByText('是', { exact: true }).click()
  await type(page, '主体', '姓名', '张三')
  await choose(page, '证件类型', '居民身份证')
  await type(page, '主体', '证件号码', '11000019900307001X')
  await type(page, '主体', '有效期止', '2042.06.01')
  await expect(page.getByText('已自动保存')).toBeVisible()
}

async function dropIntoRow(beiqi: Beiqi, row: string, files: string[]): Promise<void> {
  await beiqi.drop(beiqi.page.getByRole('button', { name: new RegExp(`^${row}`) }), files)
  await expect(beiqi.page.getByRole('button', { name: new RegExp(`^${row}.*${files.length} 张图片`) })).toBeVisible({
    timeout: 30_000,
  })
}

/** A photo has come out straight and upright by itself; its corners can still be found again, moved and applied. */
async function moveCorners(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^调整 ${name}`) }).click()
  const size = /(\d+)×(\d+) 像素/.exec((await page.getByText(/^\d+×\d+ 像素$/).textContent()) ?? '')
  expect(Number(size?.[1]) / Number(size?.[2])).toBeCloseTo(85.6 / 53.98, 1)
  await page.getByText('拉正四角', { exact: true }).first().click()
  const corner = page.getByRole('button', { name: /^左上角/ })
  const proposed = (await corner.getAttribute('aria-label')) ?? ''
  await corner.press('ArrowRight')
  await expect(corner).not.toHaveAttribute('aria-label', proposed)
  await page.getByRole('button', { name: '自动找四角' }).click()
  await expect(corner).toHaveAttribute('aria-label', proposed, { timeout: 30_000 })
  await corner.press('ArrowLeft')
  await page.getByRole('button', { name: '应用拉正' }).click()
  await page.getByRole('button', { name: '保存调整' }).click()
  await expect(page.getByText(`已保存对 ${name} 的调整`).first()).toBeVisible({ timeout: 30_000 })
}

test('the sample comes with its pictures, and goes again', { tag: '@packaged' }, async ({ beiqi: { page } }) => {
  await page.getByRole('radio', { name: '自己备案' }).check({ force: true })
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: /^打开备案/ }).click({ timeout: 60_000 })

  const thumbnail = page.getByRole('img', { name: 'id-front.jpg 的缩略图' })
  await expect(thumbnail).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  await expect(page.getByText('必需的材料都已备齐')).toBeVisible({ timeout: 60_000 })
  // The runtime and its models are there, in the package too.
  const read = page.getByRole('region', { name: '图片上读到的资料' })
  await expect(read).toContainText('居民身份证（人像面）', { timeout: 60_000 })

  await page.getByRole('button', { name: '返回首页' }).click()
  await page
    .getByRole('button', { name: /^更多操作/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: /删除/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '删除示例' }).click()
  await expect(page.getByRole('heading', { name: '还没有备案' })).toBeVisible()
})

test('from facts and raw photos to an upload-ready package', async ({ beiqi }) => {
  test.setTimeout(240_000)
  const { page, folder } = beiqi
  await begin(page)
  await fillFacts(page)
  await beiqi.screenshot('journey-facts')

  await page.getByRole('button', { name: '回到任务清单' }).click()
  await dropIntoRow(beiqi, '主体负责人证件', [photo('id-front.jpg'), photo('id-back.jpg')])
  await dropIntoRow(beiqi, '真实性核验单', [photo('verification-form.jpg')])
  await page.getByRole('button', { name: /^主体负责人证件/ }).click()
  const card = page.getByRole('region', { name: '图片上读到的资料' })
  await expect(card.getByText('居民身份证（国徽面）')).toBeVisible({ timeout: 60_000 })
  await expect(card.getByRole('listitem').filter({ hasText: '11000019900307001X' })).toContainText('与资料一致')
  await card.getByRole('button', { name: '采用读到的有效期起' }).click()
  await expect(card.getByRole('listitem').filter({ hasText: '2022-06-01' })).toContainText('与资料一致')
  await beiqi.screenshot('journey-read')
  // One lies upright on the table, the other sideways.
  await moveCorners(page, 'id-front.jpg')
  await moveCorners(page, 'id-back.jpg')
  await beiqi.screenshot('journey-tasks')

  await page.getByRole('button', { name: /^主体负责人证件/ }).click()
  await page.getByRole('button', { name: '拼接预览' }).click()
  await expect(page.getByText('这就是会上传的图片')).toBeVisible({ timeout: 60_000 })
  await beiqi.screenshot('journey-joined')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: /^网站备案信息真实性核验单/ }).click()
  const preview = page.getByRole('img', { name: /第 1 页$/ })
  await expect.poll(() => darkShareOf(preview), { timeout: 30_000 }).toBeGreaterThan(0.005)
  expect(await darkShareOf(preview)).toBeLessThan(0.15)
  const form = join(folder, 'form.pdf')
  await beiqi.answerSave(form)
  await page.getByRole('button', { name: '保存 PDF' }).click()
  await expect(page.getByText(/没有生成：还缺.*通信地址/)).toBeVisible({ timeout: 30_000 })
  expect(existsSync(form)).toBe(false)
  await page.getByRole('button', { name: '留空保存' }).click()
  await expect(page.getByText(/已保存到/).first()).toBeVisible({ timeout: 30_000 })
  expect(readFileSync(form).subarray(0, 5).toString()).toBe('%PDF-')
  await beiqi.screenshot('journey-form')
  await page.getByRole('button', { name: '回到任务清单' }).click()
  await page.getByRole('button', { name: /^签署指引/ }).click()
  await expect.poll(() => darkShareOf(preview), { timeout: 30_000 }).toBeGreaterThan(0.005)
  await beiqi.screenshot('journey-guide')
  await page.getByRole('button', { name: '回到任务清单' }).click()
  await page.getByRole('button', { name: /^网站备案信息真实性核验单/ }).scrollIntoViewIfNeeded()
  await beiqi.screenshot('journey-papers')

  await page.getByRole('button', { name: '导出材料包' }).first().click()
  await expect(page.getByText(/^\d 张图片 · [\d.]+ [KM]B · \d+×\d+ · 在/).first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('正在核对')).toHaveCount(0, { timeout: 60_000 })
  await beiqi.screenshot('journey-export')
  await beiqi.answerOpen([folder])
  await page.getByRole('button', { name: '导出到文件夹' }).click()
  await expect(page.getByText(/^材料包已导出/).first()).toBeVisible({ timeout: 60_000 })
  await beiqi.screenshot('journey-exported')
  await expectPackage(folder)
})

/** Share of dark pixels: a printed page has a few hundredths; a page whose pixels are read wrongly has not. */
async function darkShareOf(picture: Locator): Promise<number> {
  if (!(await picture.isVisible())) return 0
  const { data } = await sharp(await picture.screenshot())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data.filter((value) => value < 128).length / data.length
}

/** What the window wrote: every picture in its window, the missing paper named, the documents there. */
async function expectPackage(folder: string): Promise<void> {
  const out = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('manifest.json'))
  const root = join(folder, out ?? '', '..')
  const manifest = PackageResult.parse(JSON.parse(readFileSync(join(folder, out ?? ''), 'utf8')))
  const pictures = manifest.files.filter(({ width }) => width !== null)
  expect(pictures.map(({ from }) => from)).toEqual([['id-front.jpg', 'id-back.jpg'], ['verification-form.jpg']])
  expect(manifest.missing.map(({ material }) => material)).toContain('handheld-person')
  const window = windowFor('aliyun', null)
  for (const { name, bytes, width, height } of pictures) {
    const found = await sharp(join(root, name)).metadata()
    expect(found).toMatchObject({ format: 'jpeg', space: 'srgb', width, height })
    expect(found.exif).toBeUndefined()
    expect(readFileSync(join(root, name)).length).toBe(bytes)
    expect(bytes).toBeGreaterThanOrEqual(window.minBytes)
    expect(bytes).toBeLessThanOrEqual(window.maxBytes)
  }
}
