import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
// Declares what the preload puts into the page.
import type {} from '../../renderer/bridge.ts'

const examples = join(import.meta.dirname, '../../examples')

/** Two clients of an agency, without their pictures. */
export async function addClients(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '帮客户备案' }).check({ force: true })
  await page.getByRole('checkbox').uncheck()
  await page.getByRole('button', { name: '开始' }).click()
  for (const name of ['enterprise-jiangsu', 'individual-beijing']) {
    const { materials: _, ...filing } = JSON.parse(readFileSync(join(examples, name, 'filing.json'), 'utf8'))
    await page.evaluate(async (data) => {
      const made = await window.bridge.call('client/create', { name: `客户 ${data.subject.name}` })
      if (made.ok) await window.bridge.call('filing/create', { client: made.value.id, filing: data })
    }, filing)
  }
  await page.getByRole('searchbox', { name: '搜索客户' }).fill('客户')
}
