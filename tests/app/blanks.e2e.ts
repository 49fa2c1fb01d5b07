/** An official blank in the real window: taken in, its fields placed by pointing, filled, and used for the filing. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { flatBlank } from '../fixtures/draw/blanks.ts'
import { formAnchors } from '../fixtures/draw/form.ts'
import { expect, test } from './fixtures.ts'

const filing = join(import.meta.dirname, '../../examples/individual-beijing/filing.json')

/** Ten fields as the form calls them, in the order in which they are placed. */
const ten = [
  ['主办者名称', 'organizer-name'],
  ['主办者性质', 'organizer-nature'],
  ['主办者证件类型', 'certificate-type'],
  ['主办者证件号码', 'certificate-number'],
  ['主办者证件住所', 'certificate-address'],
  ['主体负责人姓名', 'subject-responsible-name'],
  ['主体负责人证件', 'subject-responsible-certificate'],
  ['手机号码', 'mobile'],
  ['应急联系电话', 'emergency-mobile'],
  ['电子邮箱', 'email'],
] as const

async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('dialog').getByLabel(label)
  await box.click()
  await box.fill(option)
  await page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click()
}

/** Where a field's cell is seen, in pixels of the sheet. */
async function pointOf(sheet: Locator, id: string): Promise<{ x: number; y: number }> {
  const place = formAnchors().find(({ field }) => field === id)
  const box = await sheet.boundingBox()
  if (!place || !box) throw new Error(`no place for ${id}`)
  const scale = box.width / 595.28
  return { x: (place.x + place.width / 2) * scale, y: box.height - (place.y + place.height / 2) * scale }
}

test('a blank is taken in, ten fields are placed by pointing, and the filing is written on it', async ({ beiqi }) => {
  test.setTimeout(120_000)
  const { page, folder } = beiqi
  await page.getByRole('radio', { name: '自己备案' }).check({ force: true })
  await page.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: '开始' }).click()
  await beiqi.answerOpen([filing])
  await page.getByRole('button', { name: '导入备案文件' }).click()
  await page.getByRole('button', { name: /^网站备案信息真实性核验单/ }).click({ timeout: 60_000 })
  await page.getByLabel('填在哪种纸上').click()
  await page.locator('.ant-select-dropdown:visible').getByText('打开空白表库…').click()

  const blank = join(folder, 'blank.pdf')
  writeFileSync(blank, await flatBlank())
  await beiqi.answerOpen([blank])
  await page.getByRole('button', { name: '收入空白表' }).first().click()
  await choose(page, '是哪种表单', '网站备案信息真实性核验单')
  await page.getByLabel('版本').fill('2026年5月版')
  await beiqi.screenshot('blank-take-in')
  await page.getByRole('dialog').getByRole('button', { name: '收入空白表' }).click()

  const sheet = page.locator('.placing-touch')
  await expect(page.locator('.placing-sheet img')).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: /^主办者名称/ }).click()
  for (const [title, id] of ten) {
    await expect(page.getByText(`点页面放置：${title}`)).toBeVisible()
    await sheet.click({ position: await pointOf(sheet, id) })
  }
  await expect(page.locator('.anchor-box')).toHaveCount(10)
  await beiqi.screenshot('blank-ten-placed')

  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^电子邮箱，第 10 处/ }).click()
  await page.keyboard.press('Delete')
  await expect(page.locator('.anchor-box')).toHaveCount(9)
  await page.keyboard.press('Control+z')
  await expect(page.locator('.anchor-box')).toHaveCount(10)

  await page.getByRole('button', { name: '推荐位置' }).click()
  await expect(page.locator('.offered-box').first()).toBeVisible({ timeout: 30_000 })
  await beiqi.screenshot('blank-suggested')
  await page.getByRole('button', { name: '采用全部' }).click()
  const picture = page.locator('.placing-sheet img')
  const empty = await picture.getAttribute('src')
  await page.getByRole('button', { name: '看填好的样子' }).click()
  await expect.poll(() => picture.getAttribute('src'), { timeout: 30_000 }).not.toBe(empty)
  await beiqi.screenshot('blank-preview')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText('已保存填写位置')).toBeVisible()

  await page.getByRole('button', { name: '空白表库' }).click()
  await beiqi.screenshot('blank-library')
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByLabel('填在哪种纸上').click()
  await page
    .locator('.ant-select-dropdown:visible')
    .getByText(/2026年5月版/)
    .click()
  await expect(page.getByRole('heading', { name: '已填入空白表' })).toBeVisible({ timeout: 30_000 })
  await beiqi.screenshot('blank-chosen')
  const out = join(folder, 'filled.pdf')
  await beiqi.answerSave(out)
  await page.getByRole('button', { name: '保存 PDF' }).click()
  await expect(page.getByText(/已保存到/).first()).toBeVisible({ timeout: 30_000 })
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
})
