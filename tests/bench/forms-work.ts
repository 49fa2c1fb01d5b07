/** Every paper and the guide of so many clients, made from their facts; each client has a name of its own. */
import { readFile } from 'node:fs/promises'
import { guideOf } from '../../main/engine/papers/form-folder.ts'
import { formsFor } from '../../main/engine/papers/forms.ts'
import { shippedRules } from '../../rules/catalog.ts'
import { checklist } from '../../rules/checklist.ts'
import { Filing, IsoDate } from '../../rules/schema.ts'
import { reportProcess } from './report.ts'

const [count = '1', ...paths] = process.argv.slice(2)
const on = IsoDate.parse('2026-11-24')
const filings = await Promise.all(
  paths.map(async (path) => {
    const { materials: _pictures, ...facts } = JSON.parse(await readFile(path, 'utf8'))
    return Filing.parse(facts)
  }),
)

let [files, bytes] = [0, 0]
for (let client = 0; client < Number(count); client += 1) {
  const example = filings[client % filings.length] as Filing
  const filing = { ...example, subject: { ...example.subject, name: `示例客户第${client}号` } }
  const forms = await formsFor(filing, { list: checklist(filing, on), on }, shippedRules)
  const { pdf } = await guideOf(filing, forms, on, shippedRules)
  files += forms.length + 1
  bytes += forms.reduce((sum, { result }) => sum + result.pdf.length, pdf.length)
}
reportProcess(`${files} files, ${(bytes / 1024 / files).toFixed(0)} KB each`)
