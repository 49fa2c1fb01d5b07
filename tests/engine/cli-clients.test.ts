import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { ClientView } from '../../preload/client-views.ts'
import { calls } from '../../preload/contract.ts'
import { FilingView } from '../../preload/views.ts'
import { Filing } from '../../rules/schema.ts'
import { plainJpeg } from '../fixtures/hostile.ts'
import { beiqi, filesIn, workFolder, writeJson, zhangSan } from './cli.ts'

let cwd: string

beforeAll(async () => {
  cwd = await workFolder('clients')
  for (const name of ['正面.jpg', '背面.jpg']) await writeFile(join(cwd, name), await plainJpeg())
  await writeJson(join(cwd, 'filing.json'), zhangSan)
})

const stored = ['--data', 'data', '--json']

test('a filing goes into the store with its pictures, is found by name, and comes out as it was', async () => {
  const imported = await beiqi(['clients', 'import', 'filing.json', ...stored], { cwd })
  expect(imported).toMatchObject({ code: 0, stderr: '' })
  const filing = FilingView.parse(JSON.parse(imported.stdout))
  expect(filing.clientName).toBe('张三')

  const lists = []
  for (const search of ['张三', '李四']) {
    const { stdout } = await beiqi(['clients', 'list', '--search', search, ...stored], { cwd })
    lists.push(z.array(ClientView).parse(JSON.parse(stdout)))
  }
  expect(lists.map((list) => list.map(({ filings }) => filings.map(({ id }) => id)))).toEqual([[[filing.id]], []])

  const exported = await beiqi(['clients', 'export', filing.id, '--out', 'out', ...stored], { cwd })
  const { out, files } = calls['filing/export'].output.parse(JSON.parse(exported.stdout))
  expect(await filesIn(out)).toEqual(files.toSorted())
  const { materials, ...facts } = Filing.parse(JSON.parse(await readFile(join(out, 'filing.json'), 'utf8')))
  const { materials: _before, ...factsBefore } = Filing.parse(zhangSan)
  expect(facts).toEqual(factsBefore)
  const [front] = materials?.['subject-responsible-id'] ?? []
  expect(await readFile(join(out, String(front)))).toEqual(await readFile(join(cwd, '正面.jpg')))
})

test('the data folder is the one that BEIQI_DATA names, as for the window', async () => {
  const env = { BEIQI_DATA: join(cwd, 'other') }
  const { code, stdout } = await beiqi(['clients', 'list', '--json'], { cwd, env })
  expect({ code, clients: JSON.parse(stdout) }).toEqual({ code: 0, clients: [] })
})

test.each([
  {
    what: 'no such filing',
    words: 'export 01890000-0000-7000-8000-000000000000 --out nothing',
    exit: 2,
    code: 'filing.missing',
  },
  { what: 'not an id', words: 'export 张三 --out nothing', exit: 2, code: 'filing.missing' },
  { what: 'a filing with a mistake', words: 'import bad.json', exit: 2, code: 'input.invalid' },
  { what: 'a picture that is not there', words: 'import lost.json', exit: 2, code: 'file.missing' },
  { what: 'a data folder that cannot be', words: 'list --data bad.json/data', exit: 3, code: 'file.unwritable' },
])('$what ends with $code and stores nothing', async ({ words, exit, code }) => {
  await writeFile(join(cwd, 'bad.json'), '{"format":"beiqi-filing/1","subjekt":{}}')
  await writeJson(join(cwd, 'lost.json'), { ...zhangSan, materials: { 'phone-bill': ['lost.jpg'] } })
  const data = words.includes('--data') ? [] : ['--data', 'empty']
  const result = await beiqi(['clients', ...words.split(' '), ...data], { cwd })
  expect(result).toMatchObject({ code: exit, stdout: '' })
  expect(result.stderr).toContain(`[${code}]`)
  const { stdout } = await beiqi(['clients', 'list', '--data', 'empty', '--json'], { cwd })
  expect(JSON.parse(stdout)).toEqual([])
})
