/** The same filing at several providers: each gets what its own portal takes. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { picturesOf } from '../../main/engine/filings/filing-pictures.ts'
import { makePackage } from '../../main/engine/package/package.ts'
import { shippedRules, windowFor } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { Filing, IsoDate } from '../../rules/schema.ts'
import { workFolder } from './cli.ts'

const file = join(import.meta.dirname, '../../examples/individual-beijing/filing.json')
const on = IsoDate.parse('2026-12-01')
const out = await workFolder('providers')

async function packageAt(provider: string) {
  const filing = Filing.parse({ ...JSON.parse(await readFile(file, 'utf8')), provider })
  const pictures = picturesOf(filing, checklist(filing, on), dirname(file))
  const job = { filing, pictures, on, out: join(out, provider), language: 'zh' as const, keepCopies: null, read: false }
  const context = { rules: shippedRules, damaged: null, signal: new AbortController().signal, step: () => {} }
  const { files } = await makePackage(job, context)
  const pictureFiles = files.filter(({ width }) => width !== null)
  return pictureFiles.map(({ name, bytes, from }) => ({ name, bytes, from: from.length }))
}

const id = '01-主体负责人证件.jpg'
const form = '02-真实性核验单.jpg'
/** Huawei's portal has a place of its own for the photo with the card in hand; the others join it to the card. */
const expected: Record<string, Record<string, number>> = {
  aliyun: { [id]: 3, [form]: 1 },
  tencent: { [id]: 3, [form]: 1 },
  huawei: { [id]: 2, [form]: 1, '03-手持个人证件照片.jpg': 1 },
  legacy: { [id]: 3, [form]: 1 },
}

test.each(Object.keys(expected))('%s: its slots, its joining, its bytes', async (provider) => {
  const files = await packageAt(provider)
  expect(Object.fromEntries(files.map(({ name, from }) => [name, from]))).toEqual(expected[provider])
  const window = windowFor(provider, 'subject-responsible-id', shippedRules)
  const card = files[0]?.bytes ?? 0
  expect(card).toBeGreaterThanOrEqual(window.minBytes)
  expect(card).toBeLessThanOrEqual(window.maxBytes)
  // The window is used: what a small portal gets would waste a large one.
  expect(card).toBeGreaterThan(window.maxBytes * 0.3)
})
