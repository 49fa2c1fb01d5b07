/** A folder of phone photos and a scan of several pages, and a photo of three cards, in the real window. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PackageResult } from '../../preload/views.ts'
import { heicFixture } from '../fixtures/heic.ts'
import { plainJpeg } from '../fixtures/hostile.ts'
import { scanPdf } from '../fixtures/scans.ts'
import { storedScenes } from '../measure/stored.ts'
import { type Beiqi, expect, test } from './fixtures.ts'

/** Its three cards lie apart on a cloth. */
const threeCards = 14
const threeNames = ['三张证件.jpg', '三张证件 (2).jpg', '三张证件 (3).jpg']

/** `客户`: a photo of three cards, a HEIC photo, a scan of three pages, and a text. */
async function writeFolder({ folder }: Beiqi): Promise<string> {
  const client = join(folder, '客户')
  mkdirSync(join(client, '手机'), { recursive: true })
  for await (const { jpeg } of storedScenes([threeCards])) writeFileSync(join(client, '三张证件.jpg'), jpeg)
  const page = { jpeg: await plainJpeg(800, 1131), width: 800, height: 1131 }
  writeFileSync(join(client, '扫描.pdf'), await scanPdf([page, page, page]))
  writeFileSync(join(client, '手机', 'IMG_0001.heic'), await heicFixture('quarters'))
  writeFileSync(join(client, '说明.txt'), '不是图片')
  return client
}

test('a folder is taken in page by page, a photo of three cards is split, and a page is placed and turned', async ({
  beiqi,
}) => {
  test.setTimeout(300_000)
  const { page } = beiqi
  const client = await writeFolder(beiqi)
  await page.getByRole('radio', { name: '自己备案' }).check({ force: true })
  await page.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: '新建备案' }).click()
  await page.getByRole('button', { name: '回到任务清单' }).click()

  await beiqi.drop(page.getByRole('button', { name: /^主体负责人证件/ }), [client])
  await expect(page.getByText('放入 5 张，1 张没有成功。')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('region', { name: '没有放入的文件' })).toContainText(
    '没有放入 客户/说明.txt：不是图片或 PDF',
  )
  const pictures = page.getByRole('region', { name: '图片', exact: true })
  const names = pictures.getByRole('listitem').locator('.thumbnail-name')
  await expect(names).toHaveText(['三张证件.jpg', '扫描.pdf#1', '扫描.pdf#2', '扫描.pdf#3', 'IMG_0001.heic'])
  await beiqi.screenshot('pages-dropped')

  // Also after it was read, which cuts a photo of one document to it.
  await expect(page.getByText(/正在读图片上的文字|张正在读/)).toHaveCount(0, { timeout: 120_000 })
  await expect(pictures).toContainText('这张照片上有 3 份证件。')
  await page.getByRole('button', { name: '每份证件各成一张' }).click()
  await expect(page.getByText('已分成 3 张')).toBeVisible({ timeout: 60_000 })
  await expect(names).toHaveText([...threeNames, /#1/, /#2/, /#3/, 'IMG_0001.heic'])
  await beiqi.screenshot('pages-split')

  await page.getByRole('button', { name: '扫描.pdf#2 的操作' }).click()
  await page.getByRole('menuitem', { name: '移到' }).hover()
  await page.getByRole('menuitem', { name: '域名证书' }).click()
  await expect(page.getByText('已移到“域名证书”。')).toBeVisible()
  await expect(names).toHaveCount(6)

  await page.getByRole('button', { name: /^调整 扫描.pdf#3/ }).click()
  await page.getByRole('button', { name: '向右转' }).click()
  await expect(page.getByText('1132×800 像素')).toBeVisible()
  await beiqi.screenshot('pages-editor')
  await page.getByRole('button', { name: '保存调整' }).click()
  await expect(page.getByText('已保存对 扫描.pdf#3 的调整')).toBeVisible({ timeout: 30_000 })

  const [out] = await exportWithKept(beiqi)
  const { files } = PackageResult.parse(JSON.parse(readFileSync(join(out ?? '', 'manifest.json'), 'utf8')))
  const [joined] = files.filter(({ slot }) => slot === 'subject-responsible-id')
  expect(joined?.from).toEqual([...threeNames, '扫描.pdf#1', '扫描.pdf#3', 'IMG_0001.heic'])
})

/** The folders that were written: the package, and the copies to keep. */
async function exportWithKept(beiqi: Beiqi): Promise<string[]> {
  const { page, folder } = beiqi
  await page.keyboard.press('e')
  await page.getByRole('checkbox', { name: '同时另存一份留存版' }).check()
  await beiqi.answerOpen([folder])
  await page.getByRole('button', { name: '导出到文件夹' }).click()
  await expect(page.getByText(/^材料包已导出/).first()).toBeVisible({ timeout: 60_000 })
  await beiqi.screenshot('pages-exported')
  const [out = '', kept = ''] = await page.locator('.path').allInnerTexts()
  expect(kept).toBe(`留存版：${out}-留存`)
  expect(readdirSync(`${out}-留存`)).toContain('01-主体负责人证件-留存.jpg')
  return [out, kept]
}
