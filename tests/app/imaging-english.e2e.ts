/** The imaging screens in English and by the keyboard: a finding overruled, corners moved, Esc, and a card joined on A4. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { type Beiqi, expect, test } from './fixtures.ts'

const front = join(import.meta.dirname, '../../examples/individual-beijing/id-front.jpg')

async function begin(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '自己备案' }).check({ force: true })
  await page.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: '新建备案' }).click()
  await page.getByRole('button', { name: '回到任务清单' }).click()
  await page.getByRole('button', { name: /切换到 English/ }).click()
}

async function dropSharpAndBlurred(beiqi: Beiqi): Promise<void> {
  const { page, folder } = beiqi
  const blurred = join(folder, 'blurred.jpg')
  writeFileSync(blurred, await sharp(readFileSync(front)).rotate().blur(14).jpeg().toBuffer())
  await beiqi.drop(page.getByRole('button', { name: /^ID of the subject/ }), [front, blurred])
  await expect(page.getByText(/^2 pictures taken in/)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText(/being read/)).toHaveCount(0, { timeout: 120_000 })
}

/** The picture's own findings stand below it; one is left be for a reason, and that can be taken back. */
async function overrule({ page }: Beiqi): Promise<void> {
  const blurred = page
    .getByRole('region', { name: 'Pictures' })
    .getByRole('listitem')
    .filter({ hasText: 'blurred.jpg' })
  await blurred.getByRole('button', { name: 'Use anyway…' }).first().click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('Every letter can be read')
  await page.getByRole('dialog').getByRole('button', { name: 'Use anyway' }).click()
  await expect(blurred).toContainText('Reason: Every letter can be read')
  await expect(blurred.getByRole('button', { name: 'Take back' })).toBeVisible()
}

/** What is marked with a tool is saved without a further click; Esc leaves a tool, and asks before a change is lost. */
async function adjust(beiqi: Beiqi): Promise<void> {
  const { page } = beiqi
  await page.getByRole('button', { name: /^Adjust id-front.jpg/ }).press('Enter')
  await page.getByText('Corners', { exact: true }).first().click()
  const corner = page.getByRole('button', { name: /^Top left corner/ })
  const found = (await corner.getAttribute('aria-label')) ?? ''
  await corner.press('Shift+ArrowRight')
  await expect(corner).not.toHaveAttribute('aria-label', found)
  await page.keyboard.press('Control+z')
  await expect(corner).toHaveAttribute('aria-label', found)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Turn right' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toContainText('The adjustments are not saved')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await page.getByText('Corners', { exact: true }).first().click()
  await corner.press('ArrowRight')
  await beiqi.screenshot('english-corners')
  await page.getByRole('button', { name: 'Save adjustments' }).click()
  await expect(page.getByText(/^The adjustments of id-front.jpg are saved/)).toBeVisible({ timeout: 30_000 })
}

test('a finding is overruled, corners are moved with the keyboard, and two pictures are joined on A4', async ({
  beiqi,
}) => {
  test.setTimeout(300_000)
  const { page } = beiqi
  await begin(page)
  await dropSharpAndBlurred(beiqi)
  await overrule(beiqi)
  await beiqi.screenshot('english-findings')
  await adjust(beiqi)

  await page.getByRole('button', { name: 'Preview the upload' }).click()
  await page.getByText('A4, true size').click()
  const joined = page.getByRole('img', { name: /^Joined picture of/ })
  const shape = () => joined.evaluate((image: HTMLImageElement) => image.naturalHeight / image.naturalWidth)
  await expect(joined).toBeVisible({ timeout: 60_000 })
  await expect.poll(shape, { timeout: 60_000 }).toBeCloseTo(Math.SQRT2, 2)
  await beiqi.screenshot('english-a4')
})
