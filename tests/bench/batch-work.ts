/** Packages of the example filings, so many, with so many threads; the clients have names of their own. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { picturesOf } from '../../main/engine/filings/filing-pictures.ts'
import { makePackages } from '../../main/engine/package/batch.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { Filing, IsoDate } from '../../rules/schema.ts'
import { peakMegabytes, reportProcess } from './report.ts'

const [workers = '1', count = '1', ...paths] = process.argv.slice(2)
const on = IsoDate.parse('2026-11-24')
const examples = await Promise.all(
  paths.map(async (path) => ({ path, filing: Filing.parse(JSON.parse(await readFile(path, 'utf8'))) })),
)
const out = await mkdtemp(join(tmpdir(), 'beiqi-bench-batch-'))
const batch = Array.from({ length: Number(count) }, (_, client) => {
  const { path, filing } = examples[client % examples.length] as (typeof examples)[number]
  const pictures = picturesOf(filing, checklist(filing, on), dirname(path))
  const job = { filing, pictures, on, language: 'zh' as const, keepCopies: null, read: false }
  return { filing: String(client), name: `示例客户第${client}号`, job }
})
let atQuarter = 0
const started = performance.now()
const { packages } = await makePackages(out, batch, {
  rulesFolder: null,
  workers: Number(workers),
  context: {
    signal: new AbortController().signal,
    step: (done, total) => {
      if (done === Math.ceil(total / 4)) atQuarter = peakMegabytes()
    },
  },
})
const seconds = (performance.now() - started) / 1000
await rm(out, { recursive: true, force: true })
const made = packages.filter(({ result }) => result).length
if (made < packages.length) throw new Error(`only ${made} of ${packages.length} were made`)
reportProcess(
  `${(made / seconds).toFixed(3)} packages/s, ${atQuarter.toFixed(0)} MB after a quarter, ${shippedRules.version}`,
)
