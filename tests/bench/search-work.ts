/** Every keystroke of searches among 100,000 clients of a stored, encrypted data folder. */
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClient, listClients } from '../../main/engine/store/clients.ts'
import { openStore } from '../../main/engine/store/database.ts'
import { developmentKey } from '../../main/engine/store/keys.ts'
import type { Store } from '../../main/engine/store/store.ts'
import { peakMegabytes, percentile, report } from './report.ts'

const [design = 'beiqi'] = process.argv.slice(2)
const clients = 100_000
const folder = join(tmpdir(), 'beiqi-bench-clients-1')
const parts = {
  place: '北京上海广州深圳杭州南京苏州成都武汉西安重庆天津长沙郑州青岛宁波厦门福州合肥昆明'.match(/../g) ?? [],
  word: '示例样本虚构演示测试假想范本模拟晨星云帆海蓝青木远山微光长河松石金桥明月新月晴川'.match(/../g) ?? [],
  trade: '科技网络信息文化传媒贸易咨询教育软件设计电子商务'.match(/../g) ?? [],
  kind: ['有限公司', '股份有限公司', '工作室', '商行', '经营部'],
}

const store = await open()
const measured = [...'北京 晨星科技 公司 工作室 10086 杭州云帆 有限公司 示例 海蓝 长河网络9'.matchAll(/\S+/g)]
  .flatMap(([word]) => [...word].map((_, at) => [...word].slice(0, at + 1).join('')))
  .flatMap((typed) => Array.from({ length: 8 }, () => timed(() => search(typed))))
const found = search('晨星')
store.close()
report({
  wall: percentile(
    measured.map(({ wall }) => wall),
    0.95,
  ),
  cpu: percentile(
    measured.map(({ cpu }) => cpu),
    0.95,
  ),
  memory: peakMegabytes(),
  note: `${measured.length} keystrokes, ${found} found at the last`,
})

/** What the program does, or what a plain table does: every name is looked through. */
function search(typed: string): number {
  if (design === 'beiqi') return listClients(store, { search: typed }).length
  return store.all(
    'SELECT id, name FROM clients WHERE deletedAt IS NULL AND name LIKE ? ORDER BY seq DESC LIMIT 100',
    `%${typed}%`,
  ).length
}

function timed(work: () => unknown): { wall: number; cpu: number } {
  const [wall, cpu] = [performance.now(), process.cpuUsage()]
  work()
  const { user, system } = process.cpuUsage(cpu)
  return { wall: performance.now() - wall, cpu: (user + system) / 1000 }
}

/** Made once, in about a minute: each client has a key of its own. */
async function open(): Promise<Store> {
  if (!existsSync(folder)) {
    await rm(`${folder}.part`, { recursive: true, force: true })
    await mkdir(`${folder}.part`)
    const made = await openStore(`${folder}.part`, developmentKey(`${folder}.part`))
    for (let from = 0; from < clients; from += 5000) {
      made.transaction(() => {
        for (let client = from; client < from + 5000; client += 1) createClient(made, { name: nameOf(client) })
      })
    }
    made.close()
    await rename(`${folder}.part`, folder)
  }
  return openStore(folder, developmentKey(folder))
}

function nameOf(client: number): string {
  const pick = (from: readonly string[], by: number) => from[(Math.imul(client + 1, by) >>> 4) % from.length] ?? ''
  const words = pick(parts.word, 2_654_435_761) + pick(parts.word, 40_503)
  return pick(parts.place, 97_531) + words + pick(parts.trade, 7_919) + pick(parts.kind, 3_571) + (client % 20_000)
}
