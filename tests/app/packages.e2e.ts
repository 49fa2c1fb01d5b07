/** An agency writes the packages of several clients in one run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PackageResult } from '../../preload/views.ts'
import { addClients } from './agency.ts'
import { expect, test } from './fixtures.ts'

test('the packages of several clients are made in one run, each in a folder of its own @packaged', async ({
  beiqi,
}) => {
  const { page, folder } = beiqi
  await addClients(page)
  await beiqi.answerOpen([folder])
  await page.getByRole('button', { name: '导出多个客户的材料包' }).click()
  await page.getByRole('button', { name: '全选', exact: true }).click()
  await page.getByRole('button', { name: '继续（2 份备案）' }).click()
  await expect(page.getByRole('heading', { name: '2 份中的 2 份已导出' })).toBeVisible({ timeout: 30_000 })
  await beiqi.screenshot('packages')
  const out = await page.locator('.path').innerText()
  expect(out.startsWith(folder)).toBe(true)
  for (const name of ['张三', '示例科技有限公司']) {
    const manifest = JSON.parse(readFileSync(join(out, name, 'manifest.json'), 'utf8'))
    expect(PackageResult.parse(manifest).missing.length).toBeGreaterThan(0)
    await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('还缺')
  }
})
