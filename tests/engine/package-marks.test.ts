/** Watermarks of a package: on what is uploaded, and on the copies to keep, which are for nothing else. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { createEngine } from '../../main/engine/engine.ts'
import { picturesOf } from '../../main/engine/filings/filing-pictures.ts'
import { makePackage } from '../../main/engine/package/package.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { Filing, IsoDate } from '../../rules/schema.ts'
import { slots } from '../../rules/slots.ts'
import { caller } from './caller.ts'
import { workFolder, zhangSan } from './cli.ts'
import { drawn, paper, written } from './imaging-pictures.ts'

const on = IsoDate.parse('2026-12-01')
let folder: string

beforeAll(async () => {
  folder = await workFolder('package-marks')
  const dark = drawn(40, 640, (x, y) => [(x * 7) % 120, (y * 5) % 120, 60])
  await written(dark).png().toFile(join(folder, 'narrow.png'))
  await written(paper(1200, 757)).png().toFile(join(folder, 'card.png'))
})

async function packaged(name: string, file: string, watermark: string) {
  const materials = { 'subject-responsible-id': [file] }
  const filing = Filing.parse({ ...zhangSan, provider: 'huawei', watermark, materials })
  const pictures = picturesOf(filing, checklist(filing, on), folder)
  const [out, keepCopies] = [join(folder, name), join(folder, `${name}-kept`)]
  const job = { filing, pictures, on, out, keepCopies, language: 'zh' as const, read: false }
  const context = { rules: shippedRules, damaged: null, signal: new AbortController().signal, step: () => {} }
  const { files, findings } = await makePackage(job, context)
  const marks = findings.filter(({ code }) => code.startsWith('watermark.')).map(({ code, at }) => ({ code, at }))
  return { marks, pictures: files.filter(({ width }) => width !== null).length, kept: await readdir(keepCopies) }
}

test('what no font has is left out of what is uploaded, and said', async () => {
  expect(await packaged('glyphs', 'card.png', '仅供😀备案')).toEqual({
    marks: [{ code: 'watermark.glyph-missing', at: 'watermark' }],
    pictures: 1,
    kept: ['01-主体负责人证件-留存.jpg', 'manifest.json'],
  })
})

test('where there is no room for it the upload goes without, a copy to keep is not made, and both are said', async () => {
  const at = 'materials.subject-responsible-id'
  expect(await packaged('room', 'narrow.png', '仅供备案使用')).toEqual({
    marks: [
      { code: 'watermark.copy-not-made', at },
      { code: 'watermark.no-room', at },
    ],
    pictures: 1,
    kept: ['manifest.json'],
  })
})

test('the preview of an upload place says why it is not marked', async () => {
  const engine = createEngine({ dataFolder: join(folder, 'data') })
  const call = caller(engine)
  const { id: client } = await call('client/create', { name: '甲' })
  const place = { material: 'subject-responsible-id', for: 'subject' } as const
  for (const [watermark, code] of [
    ['仅供😀备案', 'watermark.glyph-missing'],
    ['仅供备案使用', undefined],
  ] as const) {
    const { materials: _, ...facts } = Filing.parse({ ...zhangSan, provider: 'huawei', watermark })
    const { id: filing } = await call('filing/create', { client, filing: facts })
    await call('image/take-in', { task: crypto.randomUUID(), filing, paths: [join(folder, 'card.png')], place })
    const [slot] = slots(checklist(facts, on), facts).filter(({ parts }) => parts[0]?.material === place.material)
    const { unmarked } = await call('slot/preview', { filing, slot: slot?.id ?? '', on })
    expect(unmarked?.code).toBe(code)
  }
  await engine.close()
})
